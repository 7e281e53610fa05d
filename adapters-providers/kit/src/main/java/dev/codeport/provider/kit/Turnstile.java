package dev.codeport.provider.kit;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Gives calls their turns, so that within any second or minute there are never more than allowed: a
 * tenth of them may come at once, the others evenly. Times are readings of the running clock.
 */
final class Turnstile {
  private final List<Lane> lanes;

  Turnstile(CallRate rate) {
    this.lanes =
        Stream.of(
                new Lane(rate.perSecond(), Duration.ofSeconds(1)),
                new Lane(rate.perMinute(), Duration.ofMinutes(1)))
            .filter(lane -> lane.count > 0)
            .toList();
  }

  /**
   * Takes the next turn there is.
   *
   * @param now in nanoseconds; so with {@code patience}
   * @return how long to wait for it; empty, and no turn taken, when that is longer than patience
   */
  OptionalLong take(long now, long patience) {
    return lanes.isEmpty() ? OptionalLong.of(0) : takeOfLanes(now, patience);
  }

  private synchronized OptionalLong takeOfLanes(long now, long patience) {
    long wait = lanes.stream().mapToLong(lane -> lane.delay(now)).max().orElse(0);
    if (wait > patience) {
      return OptionalLong.empty();
    }
    lanes.forEach(lane -> lane.take(now + wait));
    return OptionalLong.of(wait);
  }

  /** How long the next one would have to wait. */
  synchronized long delay(long now) {
    return lanes.stream().mapToLong(lane -> lane.delay(now)).max().orElse(0);
  }

  /**
   * One limit, by the generic cell rate algorithm: {@code ahead} is how much of the future was
   * given away by {@code asOf}.
   */
  private static final class Lane {
    private final int count;
    private final long interval;
    private final long tolerance;
    private long asOf;
    private long ahead;

    Lane(int count, Duration period) {
      int atOnce = Math.max(1, count / 10);
      this.count = count;
      this.interval = period.toNanos() / Math.max(1, count - atOnce + 1);
      this.tolerance = interval * (atOnce - 1);
    }

    long delay(long now) {
      return Math.max(0, left(now) - tolerance);
    }

    void take(long at) {
      ahead = left(at) + interval;
      asOf = at;
    }

    private long left(long at) {
      return ahead == 0 ? 0 : Math.max(0, ahead - (at - asOf));
    }
  }
}
