package dev.codeport.domain.verification;

import java.time.Duration;
import java.util.Optional;

/** What a sender that makes its own codes says of a guess. */
public sealed interface CheckResult {
  record Right() implements CheckResult {}

  record Wrong() implements CheckResult {}

  /** It was right once before. */
  record UsedUp() implements CheckResult {}

  /** No guess can be right any more: too many were wrong, or the time is over. */
  record Gone(boolean tooMany) implements CheckResult {}

  /** The guess surely was not counted. */
  record Unavailable(Optional<Duration> retryAfter, String detail) implements CheckResult {}

  /** The request left and no understandable answer came. */
  record Unknown(String detail) implements CheckResult {}
}
