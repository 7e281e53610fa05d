package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void a_share_is_so_many_per_cent_at_once_and_in_the_long_run() {
    assertEquals(Limit.of(50).per(MINUTE), new Share(50).of(Limit.of(100).per(MINUTE)));
    assertEquals(Limit.of(100).per(MINUTE), new Share(100).of(Limit.of(100).per(MINUTE)));
    assertEquals(
        Limit.of(1).per(MINUTE.multipliedBy(2)), new Share(50).of(Limit.of(1).per(MINUTE)));
    assertEquals(Limit.of(1).per(Duration.ofSeconds(40)), new Share(50).of(threeAMinute()));
  }

  @Test
  void no_share_is_more_than_its_limit_whatever_the_numbers() {
    for (int percent = 1; percent <= 100; percent++) {
      for (int count = 1; count < 300; count += 7) {
        var limit = Limit.of(count).per(MINUTE);
        var part = new Share(percent).of(limit);
        var rate = part.count() / (double) part.period().toNanos();
        var wanted = percent / 100.0 * count / MINUTE.toNanos();

        assertTrue(part.count() <= Math.max(1, count * percent / 100));
        assertEquals(1, rate / wanted, 1e-6);
      }
    }
    assertEquals(1_073_741_823, new Share(50).of(Limit.of(Integer.MAX_VALUE).per(MINUTE)).count());
  }

  @Test
  void a_share_of_a_quota_is_one_of_every_window_and_keeps_the_pauses() {
    var pauses = List.of(Duration.ofSeconds(30));
    var quota = new Quota(List.of(Limit.of(10).per(MINUTE), Limit.of(1).per(MINUTE)), pauses);

    assertEquals(
        new Quota(
            List.of(Limit.of(5).per(MINUTE), Limit.of(1).per(MINUTE.multipliedBy(2))), pauses),
        new Share(50).of(quota));
  }

  @Test
  void a_share_is_a_part() {
    assertThrows(IllegalArgumentException.class, () -> new Share(0));
    assertThrows(IllegalArgumentException.class, () -> new Share(101));
  }

  private static Limit threeAMinute() {
    return Limit.of(3).per(MINUTE);
  }
}
