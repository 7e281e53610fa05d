package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a {@link SlidingWindow} must do. */
public interface SlidingWindowContract {
  Quota CODES =
      new Quota(
          List.of(Limit.of(5).per(Duration.ofMinutes(10)), Limit.of(10).per(Duration.ofHours(1))),
          List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2)));

  Quota THREE_AN_HOUR = new Quota(List.of(Limit.of(3).per(Duration.ofHours(1))), List.of());

  /** The same throughout one test. */
  SlidingWindow window();

  /** Lets so much time go by for the window; a negative time sets its clock back. */
  void pass(Duration time);

  @Test
  default void after_each_grant_there_is_a_pause_that_grows() {
    assertEquals(new Granted(0), take(CODES, "pause", "a"));
    assertEquals(new Denied(Duration.ofSeconds(30)), take(CODES, "pause", "b"));
    pass(Duration.ofSeconds(30));
    assertEquals(new Granted(0), take(CODES, "pause", "b"));
    pass(Duration.ofSeconds(1));
    assertEquals(new Denied(Duration.ofSeconds(59)), take(CODES, "pause", "c"));
    pass(Duration.ofSeconds(59));
    assertEquals(new Granted(0), take(CODES, "pause", "c"));
    assertEquals(new Denied(Duration.ofMinutes(2)), take(CODES, "pause", "d"));
  }

  @Test
  default void every_window_must_have_room() {
    for (int i = 0; i < 3; i++) {
      assertEquals(new Granted(2 - i), take(THREE_AN_HOUR, "room", "m" + i));
      pass(Duration.ofMinutes(10));
    }

    assertEquals(new Denied(Duration.ofMinutes(30)), take(THREE_AN_HOUR, "room", "late"));
    pass(Duration.ofMinutes(30).minusNanos(1_000));
    assertEquals(new Denied(Duration.ofNanos(1_000)), take(THREE_AN_HOUR, "room", "late"));
    pass(Duration.ofNanos(1_000));
    assertEquals(new Granted(0), take(THREE_AN_HOUR, "room", "late"));
    assertEquals(new Denied(Duration.ofMinutes(10)), take(THREE_AN_HOUR, "room", "later"));
  }

  @Test
  default void the_same_name_is_granted_again_and_counts_once() {
    assertEquals(new Granted(0), take(CODES, "same", "a"));

    for (int i = 0; i < 20; i++) {
      assertInstanceOf(Granted.class, take(CODES, "same", "a"));
    }

    pass(Duration.ofSeconds(30));
    assertEquals(new Granted(1), take(THREE_AN_HOUR, "same", "b"));
    assertEquals(new Granted(1), take(THREE_AN_HOUR, "same", "a"));
  }

  @Test
  default void a_name_counts_anew_once_it_counts_no_more() {
    assertEquals(new Granted(2), take(THREE_AN_HOUR, "anew", "a"));
    pass(Duration.ofHours(1));

    assertEquals(new Granted(2), take(THREE_AN_HOUR, "anew", "a"));
    assertEquals(new Granted(1), take(THREE_AN_HOUR, "anew", "b"));
  }

  @Test
  default void a_name_given_back_does_not_count_and_leaves_no_pause() {
    take(CODES, "refund", "a");
    pass(Duration.ofSeconds(40));
    take(CODES, "refund", "b");

    window().refund(key("refund"), "nobody");
    assertEquals(new Denied(Duration.ofMinutes(1)), take(CODES, "refund", "c"));
    window().refund(key("refund"), "b");
    window().refund(key("refund"), "b");

    assertEquals(new Granted(0), take(CODES, "refund", "c"));
    assertEquals(new Denied(Duration.ofMinutes(1)), take(CODES, "refund", "d"));
    window().refund(key("never used"), "x");
  }

  @Test
  default void peeking_and_being_denied_leave_nothing() {
    assertEquals(new Granted(2), window().peek(THREE_AN_HOUR, key("peek")));
    assertEquals(new Granted(2), window().peek(THREE_AN_HOUR, key("peek")));
    assertEquals(new Granted(2), take(THREE_AN_HOUR, "peek", "a"));
    assertEquals(new Granted(1), window().peek(THREE_AN_HOUR, key("peek")));
    take(THREE_AN_HOUR, "peek", "b");
    take(THREE_AN_HOUR, "peek", "c");

    for (int i = 0; i < 20; i++) {
      assertEquals(new Denied(Duration.ofHours(1)), window().peek(THREE_AN_HOUR, key("peek")));
      assertEquals(new Denied(Duration.ofHours(1)), take(THREE_AN_HOUR, "peek", "denied" + i));
    }

    pass(Duration.ofHours(1));
    assertEquals(new Granted(2), take(THREE_AN_HOUR, "peek", "d"));
  }

  @Test
  default void keys_are_counted_apart() {
    var once = new Quota(List.of(Limit.of(1).per(Duration.ofHours(1))), List.of());

    assertInstanceOf(Granted.class, window().take(once, LimitKey.of("otp", "a"), "m"));
    assertInstanceOf(Granted.class, window().take(once, LimitKey.of("otp", "b"), "m"));
    assertInstanceOf(Granted.class, window().take(once, LimitKey.of("call", "a"), "m"));
    assertInstanceOf(Denied.class, window().take(once, LimitKey.of("otp", "a"), "n"));
  }

  @Test
  default void of_many_takes_at_once_as_many_are_granted_as_there_is_room_for() {
    var quota =
        new Quota(
            List.of(Limit.of(70).per(Duration.ofHours(1)), Limit.of(50).per(Duration.ofMinutes(1))),
            List.of());

    var decisions = Race.of(300, i -> take(quota, "race", "m" + i));

    assertEquals(50, decisions.stream().filter(Granted.class::isInstance).count());
  }

  @Test
  default void of_many_takes_at_once_one_is_granted_where_there_is_a_pause() {
    var decisions = Race.of(200, i -> take(CODES, "race for one", "m" + i));

    assertEquals(1, decisions.stream().filter(Granted.class::isInstance).count());
  }

  @Test
  default void many_takes_under_one_name_at_once_count_once() {
    var decisions = Race.of(100, i -> take(THREE_AN_HOUR, "one name", "m"));

    assertEquals(100, decisions.stream().filter(Granted.class::isInstance).count());
    assertEquals(new Granted(1), take(THREE_AN_HOUR, "one name", "n"));
  }

  @Test
  default void any_schedule_is_decided_as_a_plain_log_decides_it() {
    for (long seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      var quota = WindowModel.quota(random);
      var model = new WindowModel();
      var key = key("schedule " + seed);
      for (int step = 0; step < 60; step++) {
        var at = "seed " + seed + ", step " + step + ", " + quota;
        var time = model.nextPause(random, quota);
        pass(time);
        model.pass(time);
        var member = "m" + random.nextInt(12);
        switch (random.nextInt(8)) {
          case 0 -> assertEquals(model.peek(quota), window().peek(quota, key), at);
          case 1 -> {
            model.refund(member);
            window().refund(key, member);
          }
          default -> {
            var wanted = random.nextInt(4) == 0 ? member : "s" + step;
            assertEquals(model.take(quota, wanted), window().take(quota, key, wanted), at);
          }
        }
      }
    }
  }

  @Test
  default void after_the_time_named_the_same_take_is_granted_and_not_before() {
    for (long seed = 101; seed <= 130; seed++) {
      var random = new Random(seed);
      var quota = WindowModel.quota(random);
      var key = key("named " + seed);
      for (int step = 0; step < 20; step++) {
        var member = "m" + step;
        if (window().take(quota, key, member) instanceof Denied denied) {
          pass(denied.retryAfter().minusNanos(1_000));
          assertEquals(
              new Denied(Duration.ofNanos(1_000)), window().take(quota, key, member), "" + seed);
          pass(Duration.ofNanos(1_000));
          assertInstanceOf(Granted.class, window().take(quota, key, member), "" + seed);
        }
      }
    }
  }

  @Test
  default void a_clock_that_is_set_back_never_grants_more() {
    for (long seed = 1; seed <= 40; seed++) {
      var random = new Random(seed);
      var quota = new Quota(WindowModel.quota(random).windows(), List.of());
      var granted = new WindowModel();
      var key = key("back " + seed);
      for (int step = 0; step < 60; step++) {
        if (random.nextInt(3) == 0) {
          pass(WindowModel.within(random, quota, 1).negated());
        }
        var time = WindowModel.within(random, quota, 4);
        pass(time);
        granted.pass(time);
        if (window().take(quota, key, "s" + step) instanceof Granted) {
          assertTrue(granted.hasRoom(quota), "seed " + seed + ", step " + step + ", " + quota);
          granted.add("s" + step);
        }
      }
    }
  }

  private Decision take(Quota quota, String subject, String member) {
    return window().take(quota, key(subject), member);
  }

  private static LimitKey key(String subject) {
    return LimitKey.of("test", subject);
  }
}
