package dev.codeport.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovableClockTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void goes_with_the_real_time_and_ahead_of_it() {
    var clock = new MovableClock(() -> NOON);

    clock.advance(Duration.ofMinutes(20));
    clock.advance(Duration.ofSeconds(1));

    assertEquals(NOON.plusSeconds(1_201), clock.instant());
  }

  @Test
  void knows_nothing_below_a_microsecond() {
    var clock = new MovableClock(() -> NOON.plusNanos(1_999));

    assertEquals(NOON.plusNanos(1_000), clock.instant());
  }

  @Test
  void never_goes_back() {
    var clock = new MovableClock(() -> NOON);

    assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
  }
}
