package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.contract.Race;
import dev.codeport.contract.RateLimiterContract;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.memory.MemoryRateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisRateLimiterTest implements RateLimiterContract {
  final String prefix = Shared.prefix();
  final Redis redis = open(prefix);
  private final AtomicLong micros = new AtomicLong(Page.micros(Given.NOW));
  private final RateLimiter limiter =
      new RedisRateLimiter(redis, new MemoryRateLimiter(() -> Given.NOW), 50, micros::get);

  /** Where the servers are that this is tried on. */
  Redis open(String prefix) {
    return Shared.single(prefix);
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Override
  public RateLimiter limiter() {
    return limiter;
  }

  @Override
  public void pass(Duration time) {
    micros.addAndGet(time.toNanos() / 1_000);
  }

  @Test
  void the_time_named_is_exact() {
    var limit = Limit.of(3).per(Duration.ofSeconds(1));
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(Granted.class, limiter.take(limit, key("exact")));
    }
    pass(Duration.ofNanos(333_333_000));

    assertEquals(new Denied(Duration.ofNanos(1_000)), limiter.take(limit, key("exact")));
  }

  @Test
  void two_nodes_count_together_to_the_last_one() {
    var limit = Limit.of(1_000).per(Duration.ofDays(30));
    try (var other = open(prefix)) {
      var nodes = List.of(onServerClock(redis), onServerClock(other));

      var granted =
          Race.of(
              32,
              i ->
                  IntStream.range(0, 100)
                      .filter(n -> nodes.get(i % 2).take(limit, key("both")) instanceof Granted)
                      .count());

      assertEquals(1_000, granted.stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  void the_servers_clock_grows_the_allowance_back() {
    var real = onServerClock(redis);
    var limit = Limit.of(1).per(Duration.ofMillis(300));
    assertEquals(new Granted(0), real.take(limit, key("clock")));
    var denied = assertInstanceOf(Denied.class, real.take(limit, key("clock")));
    assertTrue(denied.retryAfter().compareTo(Duration.ofMillis(300)) <= 0);

    var took =
        Eventually.holds("granted again", () -> real.take(limit, key("clock")) instanceof Granted);

    assertTrue(took.compareTo(Duration.ofMillis(100)) > 0, took.toString());
  }

  @Test
  void a_clock_set_back_by_days_denies_for_an_interval_at_most() {
    var limit = Limit.of(2).per(Duration.ofSeconds(10));
    assertInstanceOf(Granted.class, limiter.take(limit, key("back")));
    pass(Duration.ofDays(-3));

    assertEquals(new Denied(Duration.ofSeconds(5)), limiter.take(limit, key("back")));
  }

  @Test
  void names_that_could_run_into_each_other_do_not() {
    var once = Limit.of(1).per(Duration.ofMinutes(1));

    assertInstanceOf(Granted.class, limiter.take(once, LimitKey.of("a:b", "c")));
    assertInstanceOf(Granted.class, limiter.take(once, LimitKey.of("a", "b:c")));
    assertInstanceOf(Granted.class, limiter.take(once, LimitKey.of("a", "{b}:c")));
    assertInstanceOf(Granted.class, limiter.take(once, LimitKey.of("", "")));
  }

  @Test
  void a_limit_beyond_all_measure_is_no_mistake() {
    var limit = Limit.of(Integer.MAX_VALUE).per(Duration.ofSeconds(1));

    assertEquals(new Granted(Integer.MAX_VALUE - 1), limiter.take(limit, key("beyond")));
  }

  /** What is left over is what a node may still grant by itself when Redis falls. */
  private RateLimiter onServerClock(Redis connection) {
    return new RedisRateLimiter(connection, new MemoryRateLimiter(() -> Given.NOW), 50);
  }

  private static LimitKey key(String subject) {
    return LimitKey.of("test", subject);
  }
}
