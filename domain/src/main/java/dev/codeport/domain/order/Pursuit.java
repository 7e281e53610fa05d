package dev.codeport.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A code is wanted by a time, from whichever numbers it takes, one after the other.
 *
 * @param codeBy until when; a number that the vendor does not take back yet is waited for a little
 *     longer
 * @param moveAfter how long one number is waited for before another is looked for
 */
public record Pursuit(Instant codeBy, Duration moveAfter) {
  /** With less time than this left, another number is not worth the change. */
  static final Duration WORTHWHILE = Duration.ofSeconds(30);

  public Pursuit {
    if (!moveAfter.isPositive()) {
      throw new IllegalArgumentException("a number is waited for at least a moment");
    }
  }

  /** Whether another number would have time enough. */
  public boolean isWorthwhile(Instant now) {
    return !now.plus(WORTHWHILE).isAfter(codeBy);
  }

  /** From when on another number is looked for, if it is worth it. */
  Optional<Instant> moveAt(Instant activatedAt, Instant cancelableFrom) {
    var waited = activatedAt.plus(moveAfter);
    return Optional.of(waited.isBefore(cancelableFrom) ? cancelableFrom : waited)
        .filter(this::isWorthwhile);
  }
}
