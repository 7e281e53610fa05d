package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.TierId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How asking a tier for a number turned out in the end: what routing learns from.
 *
 * @param at when that was clear
 * @param waited from the number to its first SMS, or to its end without one; zero without a number
 */
public record Outcome(TierId tier, Result result, Instant at, Duration waited) {
  /** A number given back sooner, as the customer had enough, tells nothing of its vendor. */
  public static final Duration TELLING = Duration.ofSeconds(60);

  public enum Result {
    /** The number brought an SMS. */
    ARRIVED,
    /** The number brought none. */
    MISSED,
    /** There was no number, whatever the list had said. */
    REFUSED
  }

  public Outcome {
    if (waited.isNegative()) {
      throw new IllegalArgumentException("nobody waits for less than nothing");
    }
  }

  public static Outcome arrived(TierId tier, Instant numberAt, Instant now) {
    return new Outcome(tier, Result.ARRIVED, now, between(numberAt, now));
  }

  /** The vendor took its number away by itself. */
  public static Outcome withdrawn(TierId tier, Instant numberAt, Instant now) {
    return new Outcome(tier, Result.MISSED, now, between(numberAt, now));
  }

  /** Nothing came on a number; none if it was not waited for long enough to tell. */
  public static Optional<Outcome> missed(TierId tier, Instant numberAt, Instant now) {
    return Optional.of(new Outcome(tier, Result.MISSED, now, between(numberAt, now)))
        .filter(outcome -> outcome.waited().compareTo(TELLING) >= 0);
  }

  public static Outcome refused(TierId tier, Instant now) {
    return new Outcome(tier, Result.REFUSED, now, Duration.ZERO);
  }

  private static Duration between(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }
}
