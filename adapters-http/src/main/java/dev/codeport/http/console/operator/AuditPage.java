package dev.codeport.http.console.operator;

import dev.codeport.domain.account.Acts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the template {@code audit} shows.
 *
 * @param account on which acts are shown; empty for all
 * @param first where the list begins; empty when it is here
 * @param next where it goes on; empty at its end
 */
public record AuditPage(List<Acts.Numbered> acts, String account, String first, String next) {
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<String> path(Acts.Numbered act) {
    return act.act().account().map(AccountPages::path);
  }
}
