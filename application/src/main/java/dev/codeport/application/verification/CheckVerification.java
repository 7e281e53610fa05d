package dev.codeport.application.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.OneTimeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says whether this is the code. Only {@link Right} means yes, and it comes once. */
public interface CheckVerification {
  Result checkVerification(AccountId account, VerificationId id, OneTimeCode guess);

  /** The same for the one that the phone has open. */
  Result checkVerification(AccountId account, PhoneNumber phone, OneTimeCode guess);

  static CheckVerification over(VerificationParts parts) {
    return new CheckVerificationService(parts);
  }

  sealed interface Result {}

  record Right(ShownVerification verification) implements Result {}

  /** A guess is spent. */
  record Wrong(ShownVerification verification) implements Result {}

  /** Nothing was compared: it has ended, its time is over, or no guess is left. */
  record Ended(ShownVerification verification) implements Result {}

  /** Nothing was compared: no code has gone out yet. */
  record NotSent(ShownVerification verification) implements Result {}

  record NotFound() implements Result {}

  /** Nothing was compared: too many guesses for this phone were wrong in a row. */
  record PhoneLocked(Instant until) implements Result {}

  /** The sender that made the code could not be asked; a guess is spent. */
  record Unavailable(Optional<Duration> retryAfter) implements Result {}
}
