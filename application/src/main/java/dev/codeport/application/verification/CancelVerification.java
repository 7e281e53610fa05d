package dev.codeport.application.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;

/** Ends a verification before its time: no guess is right any more. */
public interface CancelVerification {
  Result cancelVerification(AccountId account, VerificationId id);

  static CancelVerification over(VerificationParts parts) {
    return new CancelVerificationService(parts);
  }

  sealed interface Result {}

  record Canceled(ShownVerification verification) implements Result {}

  /** It had ended before. */
  record Ended(ShownVerification verification) implements Result {}

  record NotFound() implements Result {}
}
