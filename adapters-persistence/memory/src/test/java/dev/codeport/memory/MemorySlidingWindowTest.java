package dev.codeport.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.contract.SlidingWindowContract;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemorySlidingWindowTest implements SlidingWindowContract {
  private Instant now = Given.NOW;
  private final MemorySlidingWindow window = new MemorySlidingWindow(() -> now);

  @Override
  public SlidingWindow window() {
    return window;
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void keys_of_which_nothing_counts_are_forgotten() {
    var quota = new Quota(List.of(Limit.of(5).per(Duration.ofSeconds(10))), List.of());
    for (int i = 0; i < 100_000; i++) {
      pass(Duration.ofMillis(10));
      assertInstanceOf(Decision.Granted.class, window.take(quota, key(i), "m"));
    }

    assertTrue(window.size() < 2_500, () -> window.size() + " keys");
  }

  @Test
  void a_key_that_is_given_back_whole_is_forgotten_at_once() {
    window.take(THREE_AN_HOUR, key(1), "a");

    window.refund(key(1), "a");

    assertEquals(0, window.size());
  }

  @Test
  void a_clock_set_back_by_days_denies_for_the_window_at_most() {
    for (int i = 0; i < 3; i++) {
      window.take(THREE_AN_HOUR, key(2), "m" + i);
    }
    pass(Duration.ofDays(-3));

    assertEquals(
        new Decision.Denied(Duration.ofHours(1)), window.take(THREE_AN_HOUR, key(2), "late"));
    pass(Duration.ofHours(1));
    assertEquals(new Decision.Granted(2), window.take(THREE_AN_HOUR, key(2), "late"));
  }

  private static LimitKey key(int number) {
    return LimitKey.of("test", "subject-" + number);
  }
}
