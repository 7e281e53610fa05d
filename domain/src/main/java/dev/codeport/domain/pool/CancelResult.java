package dev.codeport.domain.pool;

import java.time.Duration;
import java.util.Optional;

/** How giving a lease back came out. */
public sealed interface CancelResult {
  /** Given back, now or before; the vendor takes nothing for it. */
  record Canceled() implements CancelResult {}

  /** Too soon after it was taken. */
  record TooEarly(Optional<Duration> remaining) implements CancelResult {}

  /** An SMS came: it is paid for. */
  record HasSms() implements CancelResult {}

  /** The vendor will not, and says why. */
  record Refused(String detail) implements CancelResult {}

  /** It surely did not happen. */
  record Unavailable(Optional<Duration> retryAfter, String detail) implements CancelResult {}

  /** It may have happened: ask again. */
  record Unknown(String detail) implements CancelResult {}
}
