package dev.codeport.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private final Random random = new Random(1);

  @Test
  void a_pause_is_as_the_table_says_and_up_to_a_fifth_longer() {
    var seen = new HashSet<Duration>();
    for (int i = 0; i < 500; i++) {
      var pause = pause(4, Optional.empty());
      assertTrue(pause.compareTo(Duration.ofMinutes(10)) >= 0, pause.toString());
      assertTrue(pause.compareTo(Duration.ofMinutes(12)) <= 0, pause.toString());
      seen.add(pause);
    }

    assertTrue(seen.size() > 400, "chance has its part");
  }

  @Test
  void there_is_an_end_to_it() {
    for (var schedule : new RetrySchedule[] {RetrySchedule.STANDARD, RetrySchedule.SMSCODE}) {
      int last = schedule.tries();
      assertTrue(schedule.pauseAfter(last - 1, Optional.empty(), random).isPresent());
      assertEquals(Optional.empty(), schedule.pauseAfter(last, Optional.empty(), random));
      assertEquals(
          Optional.empty(), schedule.pauseAfter(last, Optional.of(Duration.ofHours(1)), random));
    }
  }

  @Test
  void a_wish_lengthens_a_pause_and_never_shortens_it() {
    assertTrue(pause(4, Optional.of(Duration.ofHours(3))).compareTo(Duration.ofHours(3)) >= 0);
    assertTrue(pause(4, Optional.of(Duration.ofSeconds(1))).compareTo(Duration.ofMinutes(10)) >= 0);
  }

  @Test
  void a_wish_is_heeded_for_a_day_at_most() {
    var pause = pause(1, Optional.of(Duration.ofDays(9_999)));

    assertTrue(pause.compareTo(Duration.ofHours(24)) >= 0, pause.toString());
    assertTrue(pause.compareTo(Duration.ofHours(29)) <= 0, pause.toString());
  }

  private Duration pause(int tried, Optional<Duration> wish) {
    return RetrySchedule.STANDARD.pauseAfter(tried, wish, random).orElseThrow();
  }
}
