package dev.codeport.domain.account;

import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * What we keep of an API key: never the key itself.
 *
 * @param prefix the key's visible beginning, unique, by which people speak of it
 * @param hash the keyed hash of the whole key
 */
public record ApiKey(
    String prefix,
    String hash,
    AccountId account,
    String label,
    Instant issuedAt,
    Optional<Instant> revokedAt) {
  public ApiKey {
    if (label.length() > 100) {
      throw new IllegalArgumentException("a label has at most 100 characters");
    }
  }

  /** A key that is valid, and whose it is. */
  public record Holder(ApiKey key, Account account) {}
}
