package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.contract.Race;
import dev.codeport.contract.SlidingWindowContract;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;
import dev.codeport.memory.MemorySlidingWindow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisSlidingWindowTest implements SlidingWindowContract {
  final String prefix = Shared.prefix();
  final Redis redis = open(prefix);
  private final AtomicLong micros = new AtomicLong(Page.micros(Given.NOW));
  private final SlidingWindow window =
      new RedisSlidingWindow(redis, new MemorySlidingWindow(() -> Given.NOW), 50, micros::get);

  /** Where the servers are that this is tried on. */
  Redis open(String prefix) {
    return Shared.single(prefix);
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Override
  public SlidingWindow window() {
    return window;
  }

  @Override
  public void pass(Duration time) {
    micros.addAndGet(time.toNanos() / 1_000);
  }

  @Test
  void two_nodes_count_together_to_the_last_one() {
    var quota = new Quota(List.of(Limit.of(100).per(Duration.ofDays(30))), List.of());
    try (var other = open(prefix)) {
      var nodes = List.of(onServerClock(redis), onServerClock(other));

      var granted =
          Race.of(
              32,
              i ->
                  IntStream.range(0, 20)
                      .filter(n -> takes(nodes.get(i % 2), quota, "both", i + "-" + n))
                      .count());

      assertEquals(100, granted.stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  void a_name_granted_on_one_node_is_known_on_the_other() {
    try (var other = open(prefix)) {
      assertEquals(new Granted(2), onServerClock(redis).take(THREE_AN_HOUR, key("name"), "m"));

      assertEquals(new Granted(2), onServerClock(other).take(THREE_AN_HOUR, key("name"), "m"));
      onServerClock(other).refund(key("name"), "m");

      assertEquals(new Granted(2), onServerClock(redis).take(THREE_AN_HOUR, key("name"), "n"));
    }
  }

  @Test
  void the_servers_clock_lets_what_was_granted_slide_out() {
    var real = onServerClock(redis);
    var quota = new Quota(List.of(Limit.of(1).per(Duration.ofMillis(300))), List.of());
    assertEquals(new Granted(0), real.take(quota, key("clock"), "a"));
    var denied = assertInstanceOf(Denied.class, real.take(quota, key("clock"), "b"));
    assertTrue(denied.retryAfter().compareTo(Duration.ofMillis(300)) <= 0);

    var took = Eventually.holds("granted again", () -> takes(real, quota, "clock", "b"));

    assertTrue(took.compareTo(Duration.ofMillis(100)) > 0, took.toString());
  }

  @Test
  void a_clock_set_back_by_days_denies_for_the_window_at_most() {
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(Granted.class, window.take(THREE_AN_HOUR, key("back"), "m" + i));
    }
    pass(Duration.ofDays(-3));

    assertEquals(new Denied(Duration.ofHours(1)), window.peek(THREE_AN_HOUR, key("back")));
    assertEquals(new Denied(Duration.ofHours(1)), window.take(THREE_AN_HOUR, key("back"), "late"));
    pass(Duration.ofHours(1));
    assertEquals(new Granted(2), window.take(THREE_AN_HOUR, key("back"), "late"));
  }

  @Test
  void names_that_could_run_into_each_other_do_not() {
    var once = new Quota(List.of(Limit.of(1).per(Duration.ofMinutes(1))), List.of());

    for (var key :
        List.of(
            LimitKey.of("a:b", "c"),
            LimitKey.of("a", "b:c"),
            LimitKey.of("a", "{b}:c"),
            LimitKey.of("a", "}"),
            LimitKey.of("", ""))) {
      assertInstanceOf(Granted.class, window.take(once, key, "m"), key.toString());
    }
  }

  @Test
  void a_quota_beyond_all_measure_is_no_mistake() {
    var quota =
        new Quota(
            List.of(Limit.of(Integer.MAX_VALUE).per(Duration.ofDays(1_000))),
            List.of(Duration.ZERO));

    assertEquals(new Granted(Integer.MAX_VALUE - 1), window.take(quota, key("beyond"), "m"));
  }

  /** What is left over is what a node may still grant by itself when Redis falls. */
  private SlidingWindow onServerClock(Redis connection) {
    return new RedisSlidingWindow(connection, new MemorySlidingWindow(() -> Given.NOW), 50);
  }

  private static boolean takes(SlidingWindow node, Quota quota, String subject, String member) {
    return node.take(quota, key(subject), member) instanceof Granted;
  }

  private static LimitKey key(String subject) {
    return LimitKey.of("test", subject);
  }
}
