package dev.codeport.memory;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts in this process. For each key it keeps what was granted within the longest window of its
 * quota, in some 140 bytes for the first and 24 for each further one; a key of which nothing counts
 * any more is forgotten, so that memory is bounded by what was granted lately. After the clock was
 * set back, what was granted later than now counts as granted now.
 */
public final class MemorySlidingWindow implements SlidingWindow {
  private static final int FEWEST_TAKES_BETWEEN_SWEEPS = 1024;

  private final InstantSource clock;
  private final Map<Fingerprint, GrantLog> logs = new ConcurrentHashMap<>();
  private final AtomicInteger takesUntilSweep = new AtomicInteger(FEWEST_TAKES_BETWEEN_SWEEPS);

  public MemorySlidingWindow(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Decision take(Quota quota, LimitKey key, String member) {
    var now = clock.instant();
    sweepNowAndThen(now);
    var taking = new Taking(quota, member, now);
    logs.compute(fingerprint(key), (k, log) -> taking.decide(log));
    return taking.decision();
  }

  @Override
  public Decision peek(Quota quota, LimitKey key) {
    var peeking = new Taking(quota, "", clock.instant());
    var unused = peeking.decide(logs.get(fingerprint(key)));
    return peeking.decision();
  }

  @Override
  public void refund(LimitKey key, String member) {
    var whose = Fingerprint.of(member);
    logs.computeIfPresent(fingerprint(key), (k, log) -> orNull(log.without(whose)));
  }

  /** How many keys are remembered. */
  int size() {
    return logs.size();
  }

  private static Fingerprint fingerprint(LimitKey key) {
    return Fingerprint.of(key.policy() + '\n' + key.subject());
  }

  /** What a map forgets. */
  private static @Nullable GrantLog orNull(GrantLog log) {
    return log.isEmpty() ? null : log;
  }

  private void sweepNowAndThen(Instant now) {
    if (takesUntilSweep.decrementAndGet() == 0) {
      logs.values().removeIf(log -> log.isOver(now));
      takesUntilSweep.set(Math.max(FEWEST_TAKES_BETWEEN_SWEEPS, logs.size()));
    }
  }

  /** One use of the log; {@code decide} is called once, within the map's own lock. */
  private static final class Taking {
    private final Quota quota;
    private final Fingerprint member;
    private final Instant now;
    private Optional<Decision> decision = Optional.empty();

    Taking(Quota quota, String member, Instant now) {
      this.quota = quota;
      this.member = Fingerprint.of(member);
      this.now = now;
    }

    /** The log after it; null when nothing counts. */
    @Nullable GrantLog decide(@Nullable GrantLog before) {
      var log = before == null ? GrantLog.NOTHING : before.at(now, quota.memory());
      var from = log.has(member) ? now : log.grantedFrom(quota, now);
      if (from.isAfter(now)) {
        decision = Optional.of(new Decision.Denied(Duration.between(now, from)));
        return log;
      }
      var after = log.has(member) ? log : log.and(member, now, quota.memory());
      decision = Optional.of(new Decision.Granted(after.more(quota, now)));
      return after;
    }

    Decision decision() {
      return decision.orElseThrow();
    }
  }
}
