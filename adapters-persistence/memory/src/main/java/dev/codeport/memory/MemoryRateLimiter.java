package dev.codeport.memory;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts in this process. For each key it keeps one moment: when the allowance will be whole again.
 * A key whose moment has passed is as good as unknown and is forgotten, so that memory is bounded
 * by what was used within the last period.
 */
public final class MemoryRateLimiter implements RateLimiter {
  private static final int FEWEST_TAKES_BETWEEN_SWEEPS = 1024;

  private final InstantSource clock;
  private final Map<LimitKey, Instant> wholeAgainAt = new ConcurrentHashMap<>();
  private final AtomicInteger takesUntilSweep = new AtomicInteger(FEWEST_TAKES_BETWEEN_SWEEPS);

  public MemoryRateLimiter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Decision take(Limit limit, LimitKey key) {
    var now = clock.instant();
    sweepNowAndThen(now);
    var taking = new Taking(limit, now);
    wholeAgainAt.compute(key, (k, at) -> taking.decide(at));
    return taking.decision();
  }

  @Override
  public void refund(Limit limit, LimitKey key) {
    var now = clock.instant();
    wholeAgainAt.computeIfPresent(
        key,
        (k, at) -> {
          var earlier = at.minus(Taking.interval(limit));
          return earlier.isAfter(now) ? earlier : null;
        });
  }

  @Override
  public Decision peek(Limit limit, LimitKey key) {
    var peeking = new Taking(limit, clock.instant());
    var unused = peeking.decide(wholeAgainAt.get(key));
    return peeking.decision();
  }

  /** How many keys are remembered. */
  int size() {
    return wholeAgainAt.size();
  }

  private void sweepNowAndThen(Instant now) {
    if (takesUntilSweep.decrementAndGet() == 0) {
      wholeAgainAt.values().removeIf(at -> !at.isAfter(now));
      takesUntilSweep.set(Math.max(FEWEST_TAKES_BETWEEN_SWEEPS, wholeAgainAt.size()));
    }
  }

  /** One use of the algorithm; {@code decide} is called once, within the map's own lock. */
  private static final class Taking {
    private static final Duration SHORTEST = Duration.ofNanos(1);

    private final Duration interval;
    private final Duration allowance;
    private final Instant now;
    private Optional<Decision> decision = Optional.empty();

    Taking(Limit limit, Instant now) {
      this.interval = interval(limit);
      this.allowance = interval.multipliedBy(limit.count());
      this.now = now;
    }

    static Duration interval(Limit limit) {
      return limit.interval().isZero() ? SHORTEST : limit.interval();
    }

    /** When the allowance will be whole again; null when it is whole now. */
    @Nullable Instant decide(@Nullable Instant before) {
      var from = before == null || before.isBefore(now) ? now : before;
      var after = from.plus(interval);
      var spare = allowance.minus(Duration.between(now, after));
      if (spare.isNegative()) {
        decision = Optional.of(new Decision.Denied(spare.negated()));
        return before;
      }
      decision = Optional.of(new Decision.Granted((int) spare.dividedBy(interval)));
      return after;
    }

    Decision decision() {
      return decision.orElseThrow();
    }
  }
}
