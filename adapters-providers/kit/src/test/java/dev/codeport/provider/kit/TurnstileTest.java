package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TurnstileTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long EVER = Long.MAX_VALUE / 4;

  @Test
  void without_a_limit_nobody_waits() {
    var turnstile = new Turnstile(CallRate.UNLIMITED);

    for (int i = 0; i < 1000; i++) {
      assertEquals(OptionalLong.of(0), turnstile.take(0, 0));
    }
  }

  @Test
  void a_tenth_comes_at_once_and_the_rest_evenly() {
    var turnstile = new Turnstile(CallRate.perSecond(50));
    var waits = new ArrayList<Long>();
    for (int i = 0; i < 8; i++) {
      waits.add(turnstile.take(0, EVER).orElseThrow());
    }

    long step = SECOND / 46;
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L, step, 2 * step, 3 * step), waits);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "7,0", "50,0", "100,0", "0,1", "0,30", "0,600", "20,300"})
  void no_second_and_no_minute_ever_has_more_than_allowed(int perSecond, int perMinute) {
    var turnstile = new Turnstile(new CallRate(perSecond, perMinute));
    var random = new Random(7);
    var times = new ArrayList<Long>();
    long now = 0;
    for (int i = 0; i < 2000; i++) {
      now += random.nextInt(10) == 0 ? random.nextLong(SECOND) : 0;
      times.add(now + turnstile.take(now, EVER).orElseThrow());
    }

    assertNeverMore(times, perSecond, SECOND);
    assertNeverMore(times, perMinute, 60 * SECOND);
  }

  private static void assertNeverMore(List<Long> times, int count, long period) {
    for (int i = 0; count > 0 && i + count < times.size(); i++) {
      long span = times.get(i + count) - times.get(i);
      assertTrue(span >= period - count, "call " + i + " and those after it came within " + span);
    }
  }

  @Test
  void whoever_has_no_patience_takes_no_turn() {
    var turnstile = new Turnstile(CallRate.perMinute(1));
    turnstile.take(0, 0);

    assertEquals(OptionalLong.empty(), turnstile.take(0, 59 * SECOND));

    assertEquals(60 * SECOND, turnstile.delay(0));
    assertEquals(OptionalLong.of(0), turnstile.take(60 * SECOND, 0));
  }

  @Test
  void a_clock_that_began_below_zero_is_a_clock_too() {
    var turnstile = new Turnstile(CallRate.perSecond(1));

    assertEquals(OptionalLong.of(0), turnstile.take(Long.MIN_VALUE / 2, 0));
    assertEquals(OptionalLong.empty(), turnstile.take(Long.MIN_VALUE / 2 + 5, 0));
  }
}
