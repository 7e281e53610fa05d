package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a {@link RateLimiter} must do. */
public interface RateLimiterContract {
  Limit TEN_A_MINUTE = Limit.of(10).per(Duration.ofMinutes(1));

  /** The same throughout one test. */
  RateLimiter limiter();

  /** Lets so much time go by for the limiter. */
  void pass(Duration time);

  @Test
  default void the_whole_allowance_may_be_taken_at_once_and_no_more() {
    for (int left = 9; left >= 0; left--) {
      assertEquals(new Granted(left), limiter().take(TEN_A_MINUTE, key("whole")));
    }

    var denied = assertInstanceOf(Denied.class, limiter().take(TEN_A_MINUTE, key("whole")));
    assertTrue(denied.retryAfter().isPositive());
    assertTrue(denied.retryAfter().compareTo(Duration.ofSeconds(6)) <= 0);
  }

  @Test
  default void after_the_time_named_one_is_granted() {
    exhaust(TEN_A_MINUTE, key("named"));
    var denied = (Denied) limiter().take(TEN_A_MINUTE, key("named"));

    pass(denied.retryAfter());

    assertEquals(new Granted(0), limiter().take(TEN_A_MINUTE, key("named")));
    assertInstanceOf(Denied.class, limiter().take(TEN_A_MINUTE, key("named")));
  }

  @Test
  default void a_denied_take_consumes_nothing() {
    exhaust(TEN_A_MINUTE, key("denied"));
    for (int i = 0; i < 50; i++) {
      assertInstanceOf(Denied.class, limiter().take(TEN_A_MINUTE, key("denied")));
    }

    pass(Duration.ofSeconds(6));

    assertInstanceOf(Granted.class, limiter().take(TEN_A_MINUTE, key("denied")));
  }

  @Test
  default void peeking_does_not_consume() {
    var once = Limit.of(1).per(Duration.ofMinutes(1));

    assertInstanceOf(Granted.class, limiter().peek(once, key("peek")));
    assertInstanceOf(Granted.class, limiter().peek(once, key("peek")));
    assertInstanceOf(Granted.class, limiter().take(once, key("peek")));
    assertInstanceOf(Denied.class, limiter().peek(once, key("peek")));
  }

  @Test
  default void the_allowance_grows_back_evenly_and_never_beyond_the_whole() {
    exhaust(TEN_A_MINUTE, key("even"));

    pass(Duration.ofSeconds(18));
    assertEquals(3, exhaust(TEN_A_MINUTE, key("even")));

    pass(Duration.ofHours(5));
    assertEquals(10, exhaust(TEN_A_MINUTE, key("even")));
  }

  @Test
  default void subjects_and_policies_are_counted_apart() {
    var once = Limit.of(1).per(Duration.ofMinutes(1));

    assertInstanceOf(Granted.class, limiter().take(once, LimitKey.of("read", "a")));
    assertInstanceOf(Granted.class, limiter().take(once, LimitKey.of("read", "b")));
    assertInstanceOf(Granted.class, limiter().take(once, LimitKey.of("write", "a")));
    assertInstanceOf(Denied.class, limiter().take(once, LimitKey.of("read", "a")));
  }

  @Test
  default void of_many_takes_at_once_as_many_are_granted_as_there_are() {
    var slow = Limit.of(100).per(Duration.ofHours(100));

    var decisions = Race.of(400, i -> limiter().take(slow, key("race")));

    assertEquals(100, decisions.stream().filter(Granted.class::isInstance).count());
  }

  @Test
  default void what_is_given_back_can_be_taken_again() {
    exhaust(TEN_A_MINUTE, key("back"));

    limiter().refund(TEN_A_MINUTE, key("back"));
    limiter().refund(TEN_A_MINUTE, key("back"));

    assertEquals(new Granted(1), limiter().take(TEN_A_MINUTE, key("back")));
    assertEquals(1, exhaust(TEN_A_MINUTE, key("back")));
  }

  @Test
  default void no_more_can_be_given_back_than_the_whole() {
    limiter().refund(TEN_A_MINUTE, key("whole again"));
    assertEquals(new Granted(9), limiter().take(TEN_A_MINUTE, key("whole again")));

    for (int i = 0; i < 5; i++) {
      limiter().refund(TEN_A_MINUTE, key("whole again"));
    }

    assertEquals(10, exhaust(TEN_A_MINUTE, key("whole again")));
  }

  @Test
  default void what_is_taken_and_given_back_by_many_at_once_adds_up() {
    var slow = Limit.of(100).per(Duration.ofHours(100));

    Race.of(
        50,
        i -> {
          var decision = limiter().take(slow, key("to and fro"));
          if (i % 2 == 0) {
            limiter().refund(slow, key("to and fro"));
          }
          return decision;
        });

    assertEquals(75, exhaust(slow, key("to and fro")));
  }

  private int exhaust(Limit limit, LimitKey key) {
    int granted = 0;
    Decision decision = limiter().take(limit, key);
    while (decision instanceof Granted) {
      granted++;
      decision = limiter().take(limit, key);
    }
    return granted;
  }

  private static LimitKey key(String subject) {
    return LimitKey.of("test", subject);
  }
}
