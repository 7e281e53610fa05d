package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.contract.Given;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;
import dev.codeport.memory.MemorySlidingWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WindowFaultsTest extends CountingFaults {
  private static final Quota QUOTA = new Quota(List.of(HUNDRED), List.of());
  private static final Quota PAUSED = new Quota(List.of(HUNDRED), List.of(Duration.ofSeconds(30)));

  private final AtomicInteger members = new AtomicInteger();
  private volatile Instant now = Given.NOW;

  @Override
  Supplier<Decision> counting(Redis through) {
    return counting(window(through));
  }

  @Override
  String part() {
    return "window";
  }

  @Override
  String place() {
    return "window:{4:test:key}";
  }

  @Test
  void without_redis_a_look_shows_the_share() {
    var window = window(redis);
    takes(counting(window), SHARE);
    fall();

    assertInstanceOf(Denied.class, window.peek(QUOTA, KEY));
  }

  @Test
  void what_was_granted_beyond_the_share_counts_until_it_slides_out() {
    var counted = counting(redis);
    assertEquals(50, takes(counted, 50));
    now = now.plus(Duration.ofDays(10));
    assertEquals(30, takes(counted, 30));
    fall();

    assertEquals(0, takes(counted, 10));
    now = now.plus(Duration.ofDays(20));
    assertEquals(20, takes(counted, 100));
  }

  @Test
  void a_name_that_was_granted_is_granted_again_without_redis_and_a_refund_counts() {
    var window = window(redis);
    assertEquals(new Granted(99), window.take(QUOTA, KEY, "mine"));
    assertEquals(49, takes(counting(window), 49));
    fall();

    assertEquals(0, takes(counting(window), 1));
    assertInstanceOf(Granted.class, window.take(QUOTA, KEY, "mine"));
    window.refund(KEY, "mine");
    assertEquals(1, takes(counting(window), 10));
  }

  @Test
  void the_pauses_hold_without_redis() {
    var window = window(redis);
    assertInstanceOf(Granted.class, window.take(PAUSED, KEY, "a"));
    fall();

    assertEquals(new Denied(Duration.ofSeconds(30)), window.take(PAUSED, KEY, "b"));
    now = now.plusSeconds(30);
    assertEquals(new Granted(0), window.take(PAUSED, KEY, "b"));
  }

  private Supplier<Decision> counting(SlidingWindow window) {
    return () -> window.take(QUOTA, KEY, "m" + members.incrementAndGet());
  }

  private SlidingWindow window(Redis through) {
    return new RedisSlidingWindow(through, new MemorySlidingWindow(() -> now), SHARE);
  }
}
