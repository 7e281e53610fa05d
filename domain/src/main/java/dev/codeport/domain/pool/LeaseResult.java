package dev.codeport.domain.pool;

import java.time.Duration;
import java.util.Optional;

/** How asking for a number came out. All but the first and the last are a definite no. */
public sealed interface LeaseResult {
  record Leased(Lease lease) implements LeaseResult {}

  /** None in stock at this price. */
  record NoNumbers() implements LeaseResult {}

  /** The vendor will not, and asking the same again is of no use. */
  record Refused(Reason reason, String detail) implements LeaseResult {}

  /** The request surely did not take effect: not sent, or turned away. */
  record Unavailable(Optional<Duration> retryAfter, String detail) implements LeaseResult {}

  /**
   * The request left and no understandable answer came: the vendor may hold a number for us. No
   * other vendor may be asked for this order until that is settled.
   */
  record Unknown(String detail) implements LeaseResult {}

  enum Reason {
    /** It costs more than we allowed. */
    PRICE,
    /** Our balance there is too low. */
    BALANCE,
    /** Our account there is closed, banned, limited, or its key wrong. */
    ACCOUNT,
    /** It does not know or serve this country, platform or operator. */
    UNSUPPORTED,
    OTHER
  }
}
