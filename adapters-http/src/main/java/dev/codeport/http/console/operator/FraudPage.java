package dev.codeport.http.console.operator;

import dev.codeport.domain.fraud.FraudRule;
import dev.codeport.domain.fraud.ListEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the template {@code fraud} shows.
 *
 * @param known whether there is such an account and such a phone as was asked for
 * @param lockedUntil when the phone that was asked for is locked
 */
public record FraudPage(
    List<FraudRule> rules,
    List<ListEntry> lines,
    String account,
    String phone,
    boolean known,
    Optional<Instant> lockedUntil,
    FraudSpend spend) {
  public boolean isAsked() {
    return !(account + phone).isEmpty();
  }

  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
