package dev.codeport.domain.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a send came out. After {@link Refused} and {@link Unavailable} surely nothing was sent, and
 * the next sender may be asked (but for a verdict of fraud); after {@link Unknown} it may have
 * been, and only the same code may go out again.
 */
public sealed interface SendResult {
  /**
   * Taken; that is not yet delivered.
   *
   * @param expiresAt when the sender's own code ends, if it says so
   */
  record Accepted(Handle handle, Optional<Instant> expiresAt) implements SendResult {}

  /**
   * @param detail what the sender said, without secrets, codes and numbers
   */
  record Refused(Reason reason, String detail) implements SendResult {}

  /** The request surely did not take effect: not sent, or turned away. */
  record Unavailable(Optional<Duration> retryAfter, String detail) implements SendResult {}

  /** The request left and no understandable answer came. */
  record Unknown(String detail) implements SendResult {}

  enum Reason {
    /** No phone has this number. */
    INVALID_NUMBER,
    /** The number cannot be reached by this channel, such as a landline by SMS. */
    UNREACHABLE,
    /** The sender does not send there, or our account there may not. */
    COUNTRY_BLOCKED,
    /** The sender takes it for fraud: nobody else may be asked to send it either. */
    FRAUD,
    /** The owner of the phone wants nothing of us. */
    OPTED_OUT,
    /** Too many to this number, by the sender's own count. */
    TOO_MANY,
    /** Our balance there is too low. */
    BALANCE,
    /** Our account there is closed, suspended, limited, or its key wrong. */
    ACCOUNT,
    /** It does not have this channel, language, or code length. */
    UNSUPPORTED,
    OTHER
  }
}
