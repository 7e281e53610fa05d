package dev.codeport.domain.account;

import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A customer.
 *
 * @param name what the operator calls it, 1 to 100 characters
 * @param suspended whether its keys are refused
 * @param exemptions the protections that do not apply to it
 * @param ban the newest ban of the abuse guard, over or not
 */
public record Account(
    AccountId id,
    String name,
    Instant openedAt,
    boolean suspended,
    Set<Exemption> exemptions,
    Optional<Ban> ban) {
  public enum Exemption {
    RATE_LIMIT,
    ABUSE_GUARD
  }

  public Account {
    if (name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("an account's name has 1 to 100 characters");
    }
    exemptions = Set.copyOf(exemptions);
  }

  public static Account opened(AccountId id, String name, Instant now) {
    return new Account(id, name, now, false, Set.of(), Optional.empty());
  }

  public boolean isExempt(Exemption exemption) {
    return exemptions.contains(exemption);
  }

  /** The ban that holds now, if any. */
  public Optional<Ban> banAt(Instant now) {
    return ban.filter(b -> b.until().isAfter(now));
  }
}
