package dev.codeport.application.verification;

import dev.codeport.domain.fraud.FraudRule;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the operator decides about whom codes go to: the safe list, the block list, and locks of
 * phones. Other nodes follow within two seconds.
 */
public interface ManageFraudLists {
  /** By what is judged to whom a code goes, in the order in which it is asked. */
  List<FraudRule> fraudRules();

  /** Those that hold now. */
  List<ListEntry> listEntries();

  /** Adds a line, or replaces the one of the same kind and subject. */
  void putListEntry(ListEntry entry);

  /**
   * @return whether there was one
   */
  boolean removeListEntry(ListEntry.Kind kind, String subject);

  /** Until when no guess is taken for this phone; empty when it is not locked. */
  Optional<Instant> phoneLock(AccountId account, PhoneNumber phone);

  void unlockPhone(AccountId account, PhoneNumber phone);

  static ManageFraudLists over(VerificationParts parts) {
    return new ManageFraudListsService(parts);
  }
}
