package dev.codeport.domain.pool;

import java.time.Instant;
import java.util.Optional;

/**
 * How a vendor fares, of numbers or as a sender of codes, as this node sees it from its own calls.
 *
 * @param circuit whether calls get through
 * @param since when that began to be so; for a vendor never in trouble, when it was opened
 * @param cause why it is not closed; none when it is
 * @param detail what the vendor said, or how the call failed; without secrets, empty when closed
 * @param retryAt from when the vendor is tried again; none when it is closed
 * @param sells whether a purchase, or a send, would be let through now
 * @param calls made within the last ten minutes
 * @param failures how many of these failed; a refusal such as "no numbers" is no failure
 */
public record ProviderHealth(
    Circuit circuit,
    Instant since,
    Optional<Cause> cause,
    String detail,
    Optional<Instant> retryAt,
    boolean sells,
    long calls,
    long failures) {

  /** As of a fuse: closed is well. */
  public enum Circuit {
    /** Every call is made. */
    CLOSED,
    /** Nothing is bought; open leases are asked about seldom. */
    OPEN,
    /** The next call of the kind that failed is let through, and decides. */
    HALF_OPEN
  }

  /** Why a vendor is left alone. */
  public enum Cause {
    /** Calls failed again and again: not sent, lost, or answered by a fault of theirs. */
    FAILURES,
    /** It was asked too often, and says so: it is not asked anything for a while. */
    PACE,
    /** It gives us no more numbers at present; what we have can be looked after. */
    QUOTA,
    /** Our balance there is too low; what we have can be looked after. */
    BALANCE,
    /** Our key is wrong or revoked, our account banned, or our place not served. */
    ACCOUNT
  }

  /** Never in trouble, or not watched. */
  public static ProviderHealth fine(Instant since) {
    return new ProviderHealth(
        Circuit.CLOSED, since, Optional.empty(), "", Optional.empty(), true, 0, 0);
  }
}
