package dev.codeport.application.verification;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import java.util.Optional;

/**
 * Sends the code of an open verification once more: the same one, if it is ours. Guesses are not
 * given back. Repetitions are recognised as those of {@link StartVerification} are.
 */
public interface ResendVerification {
  /**
   * @return as {@link StartVerification} answers, or {@link NotFound} or {@link Ended}
   */
  Result resendVerification(AccountId account, VerificationId id, Optional<Repeatable> repeatable);

  static ResendVerification over(VerificationParts parts) {
    return new ResendVerificationService(parts);
  }

  sealed interface Result {}

  /** What became of the sending. */
  record Done(StartVerification.Result result) implements Result {}

  record NotFound() implements Result {}

  /** It has ended, its time is over, or no guess is left. */
  record Ended(ShownVerification verification) implements Result {}
}
