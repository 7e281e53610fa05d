package dev.codeport.http.console.operator;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Account.Exemption;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.wallet.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the template {@code account} shows.
 *
 * @param bannedUntil until when it may place no orders
 * @param token a key that was issued just now, whole: this once
 * @param key of the forms that count once
 */
public record AccountPage(
    Account account,
    Wallet wallet,
    List<ApiKey> keys,
    Optional<Instant> bannedUntil,
    List<Acts.Numbered> acts,
    Optional<String> token,
    String key) {
  public String path() {
    return AccountPages.path(account.id());
  }

  public List<Exemption> exemptions() {
    return List.of(Exemption.values());
  }

  /** As the API calls it; its text has the key {@code exemption.<word>}. */
  public static String word(Exemption exemption) {
    return exemption.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
