package dev.codeport.application.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;

final class CancelVerificationService implements CancelVerification {
  private final VerificationParts parts;

  CancelVerificationService(VerificationParts parts) {
    this.parts = parts;
  }

  @Override
  public Result cancelVerification(AccountId account, VerificationId id) {
    var now = parts.clock().instant();
    var found = parts.verifications().find(account, id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    return switch (found.get()) {
      case Verification.Started started ->
          end(started.fail(Verification.Reason.CANCELED, now), account, id);
      case Verification.Sent sent -> end(sent.fail(Verification.Reason.CANCELED, now), account, id);
      case Verification.Verified verified -> new Ended(parts.show(verified, now));
      case Verification.Failed failed -> new Ended(parts.show(failed, now));
    };
  }

  private Result end(Verification.Failed ended, AccountId account, VerificationId id) {
    var change = VerificationChange.of(ended, ended.failedAt()).build();
    return parts.verifications().commit(change) instanceof VerificationCommit.Committed
        ? new Canceled(parts.show(ended, ended.failedAt()))
        : cancelVerification(account, id);
  }
}
