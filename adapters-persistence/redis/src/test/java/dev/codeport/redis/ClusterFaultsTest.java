package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.limit.SlidingWindow;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemorySlidingWindow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when one master of three dies or freezes and nobody takes its place. */
class ClusterFaultsTest {
  private static final Limit TEN = Limit.of(10).per(Duration.ofDays(30));
  private static final int KEYS = 60;
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** Every test leaves it whole, and has names of its own. */
  private static final Cluster CLUSTER = Cluster.start("--cluster-require-full-coverage", "no");

  private final Diary diary = new Diary();
  private final AtomicInteger waited = new AtomicInteger();
  private final Redis redis = open();
  private final RateLimiter limiter =
      new RedisRateLimiter(redis, new MemoryRateLimiter(() -> Given.NOW), 50);
  private final SlidingWindow window =
      new RedisSlidingWindow(redis, new MemorySlidingWindow(() -> Given.NOW), 50);

  private Redis open() {
    CLUSTER.settle();
    return Shared.open(CLUSTER.url(), Shared.prefix(), TIMEOUT, diary);
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void keys_lie_on_every_master() {
    var servers = new HashSet<Long>();
    IntStream.range(0, KEYS).forEach(key -> servers.add(grantedOf(key, 12)));

    assertEquals(new HashSet<>(List.of(10L)), servers);
    assertEquals(0, diary.fallen("limit"));
  }

  @Test
  void the_keys_of_a_frozen_master_are_counted_here_and_the_others_there() {
    CLUSTER.master(1).freeze();
    Eventually.holds("it is noticed", () -> grantedOf(99, 1) >= 0 && isPartlyDown());

    waited.set(0);
    var granted = IntStream.range(0, KEYS).mapToObj(key -> grantedOf(key, 12)).toList();

    assertEquals(new HashSet<>(List.of(5L, 10L)), new HashSet<>(granted));
    assertTrue(waited.get() < KEYS / 3, "of so many keys of that master waited " + waited);
    CLUSTER.master(1).thaw();
    Eventually.holds("it is found again", redis::isUp);
  }

  @Test
  void the_windows_of_a_frozen_master_are_counted_here_and_the_others_there() {
    CLUSTER.master(1).freeze();
    Eventually.holds("it is noticed", () -> grantedOf(99, 1) >= 0 && isPartlyDown());

    var granted = IntStream.range(0, KEYS).mapToObj(key -> grantedIn(key, 12)).toList();

    assertEquals(new HashSet<>(List.of(5L, 10L)), new HashSet<>(granted));
    assertTrue(diary.fallen("window") > 0);
    CLUSTER.master(1).thaw();
    Eventually.holds("it is found again", redis::isUp);
  }

  @Test
  void a_killed_master_that_returns_is_found_again() {
    CLUSTER.master(2).kill();
    Eventually.holds("it is noticed", this::isPartlyDown);
    assertTrue(
        IntStream.range(0, KEYS).mapToLong(key -> grantedOf(key, 12)).min().getAsLong() >= 5);

    CLUSTER.master(2).restart();

    Eventually.holds("it is found again", redis::isUp);
  }

  private boolean isPartlyDown() {
    IntStream.range(0, 12).forEach(key -> grantedOf(1_000 + key, 1));
    return !redis.isUp();
  }

  private long grantedOf(int key, int times) {
    return IntStream.range(0, times)
        .filter(n -> isGranted(LimitKey.of("test", "key-" + key)))
        .count();
  }

  private long grantedIn(int key, int times) {
    var quota = new Quota(List.of(TEN), List.of());
    return IntStream.range(0, times)
        .filter(
            n -> window.take(quota, LimitKey.of("test", "key-" + key), "m" + n) instanceof Granted)
        .count();
  }

  private boolean isGranted(LimitKey key) {
    var begun = System.nanoTime();
    var granted = limiter.take(TEN, key) instanceof Granted;
    if (System.nanoTime() - begun >= TIMEOUT.toNanos()) {
      waited.incrementAndGet();
    }
    return granted;
  }
}
