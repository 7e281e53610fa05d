package dev.codeport.application.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Verifications;
import java.util.List;
import java.util.Optional;

final class ReadVerificationsService implements ReadVerifications {
  private final VerificationParts parts;

  ReadVerificationsService(VerificationParts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<ShownVerification> verification(AccountId account, VerificationId id) {
    return parts.verifications().find(account, id).map(parts::show);
  }

  @Override
  public Optional<ShownVerification> openVerification(AccountId account, PhoneNumber phone) {
    return parts.verifications().open(account, phone).map(parts::show);
  }

  @Override
  public List<ShownVerification> verifications(
      AccountId account, Verifications.Filter filter, int limit) {
    return parts.verifications().list(account, filter, limit).stream().map(parts::show).toList();
  }

  @Override
  public List<Dispatch> dispatches(AccountId account, VerificationId id) {
    return parts.verifications().dispatches(account, id);
  }

  @Override
  public Optional<PhoneNumber> phone(String written) {
    return parts.plan().parse(written);
  }
}
