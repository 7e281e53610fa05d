package dev.codeport.application.verification;

import dev.codeport.domain.fraud.FraudRule;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class ManageFraudListsService implements ManageFraudLists {
  private final VerificationParts parts;

  ManageFraudListsService(VerificationParts parts) {
    this.parts = parts;
  }

  @Override
  public List<FraudRule> fraudRules() {
    return parts.fraud().rules();
  }

  @Override
  public List<ListEntry> listEntries() {
    return parts.lists().entries(parts.clock().instant());
  }

  @Override
  public void putListEntry(ListEntry entry) {
    parts.lists().put(entry);
  }

  @Override
  public boolean removeListEntry(ListEntry.Kind kind, String subject) {
    return parts.lists().remove(kind, subject);
  }

  @Override
  public Optional<Instant> phoneLock(AccountId account, PhoneNumber phone) {
    return parts.verifications().lockedUntil(account, phone, parts.clock().instant());
  }

  @Override
  public void unlockPhone(AccountId account, PhoneNumber phone) {
    parts.verifications().unlock(account, phone);
  }
}
