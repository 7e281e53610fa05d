package dev.codeport.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.contract.RateLimiterContract;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryRateLimiterTest implements RateLimiterContract {
  private Instant now = Given.NOW;
  private final MemoryRateLimiter limiter = new MemoryRateLimiter(() -> now);

  @Override
  public RateLimiter limiter() {
    return limiter;
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void the_time_named_is_exact() {
    var limit = Limit.of(3).per(Duration.ofSeconds(1));
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(Decision.Granted.class, limiter.take(limit, key(1)));
    }
    pass(Duration.ofNanos(333_333_332));

    assertEquals(new Decision.Denied(Duration.ofNanos(1)), limiter.take(limit, key(1)));
  }

  @Test
  void idle_keys_are_forgotten() {
    var limit = Limit.of(5).per(Duration.ofSeconds(10));
    for (int i = 0; i < 100_000; i++) {
      pass(Duration.ofMillis(10));
      assertInstanceOf(Decision.Granted.class, limiter.take(limit, key(i)));
    }

    assertTrue(limiter.size() < 2_500, () -> limiter.size() + " keys");
  }

  @Test
  void a_limit_beyond_all_measure_is_no_mistake() {
    var limit = Limit.of(Integer.MAX_VALUE).per(Duration.ofSeconds(1));

    assertInstanceOf(Decision.Granted.class, limiter.take(limit, key(1)));
  }

  private static LimitKey key(int number) {
    return LimitKey.of("test", "subject-" + number);
  }
}
