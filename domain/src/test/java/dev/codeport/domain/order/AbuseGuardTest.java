package dev.codeport.domain.order;

import static dev.codeport.domain.order.Sample.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Ban;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AbuseGuardTest {
  private static final AbuseGuard GUARD = AbuseGuard.STANDARD;

  @Test
  void four_of_five_without_an_sms_are_too_many() {
    var ban = GUARD.judge(endings(16, 4), Optional.empty(), NOON);

    assertEquals(Optional.of(new Ban(NOON, NOON.plus(Duration.ofMinutes(30)), 1)), ban);
  }

  @Test
  void one_less_is_not_and_a_small_sample_never_is() {
    assertTrue(GUARD.judge(endings(15, 5), Optional.empty(), NOON).isEmpty());
    assertTrue(GUARD.judge(endings(19, 0), Optional.empty(), NOON).isEmpty());
  }

  @Test
  void the_next_ban_lasts_twice_as_long_up_to_a_day() {
    var ban = Optional.<Ban>empty();
    var lengths = new ArrayList<Long>();
    var now = NOON;
    for (int i = 0; i < 8; i++) {
      ban = GUARD.judge(endings(20, 0), ban, now);
      lengths.add(ban.orElseThrow().remaining(now).toMinutes());
      now = ban.orElseThrow().until();
    }

    assertEquals(List.of(30L, 60L, 120L, 240L, 480L, 960L, 1440L, 1440L), lengths);
  }

  @Test
  void a_running_ban_is_not_made_longer_and_an_old_one_is_forgotten() {
    var running = Optional.of(new Ban(NOON, NOON.plusSeconds(60), 3));

    assertTrue(GUARD.judge(endings(20, 0), running, NOON.plusSeconds(59)).isEmpty());
    var later = NOON.plusSeconds(60).plus(Duration.ofDays(1));
    assertEquals(1, GUARD.judge(endings(20, 0), running, later).orElseThrow().tier());
  }

  private static List<Ending> endings(int failed, int completed) {
    var endings = new ArrayList<>(Collections.nCopies(failed, Ending.CANCELED));
    endings.addAll(Collections.nCopies(completed, Ending.COMPLETED));
    return endings;
  }
}
