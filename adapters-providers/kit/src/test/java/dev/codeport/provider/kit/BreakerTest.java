package dev.codeport.provider.kit;

import static dev.codeport.provider.kit.Purpose.BUY;
import static dev.codeport.provider.kit.Purpose.KEEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.domain.pool.ProviderHealth.Circuit;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class BreakerTest {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Sign FINE = new Sign.Fine();
  private static final Sign FAILED = Sign.failed("HTTP 500");

  private final MovableClock clock = new MovableClock();
  private final Breaker breaker = new Breaker(new CircuitSettings(5, PAUSE), clock);

  private static Sign trouble(Cause cause) {
    return new Sign.Trouble(cause, cause.name(), Optional.empty());
  }

  private Breaker.Pass enter(Purpose purpose) {
    return assertInstanceOf(Breaker.Pass.class, breaker.enter(purpose));
  }

  private Duration kept(Purpose purpose) {
    return assertInstanceOf(Breaker.Kept.class, breaker.enter(purpose)).retryAfter();
  }

  private void call(Purpose purpose, Sign sign) {
    breaker.leave(enter(purpose), sign);
  }

  private void call(int times, Purpose purpose, Sign sign) {
    for (int i = 0; i < times; i++) {
      call(purpose, sign);
    }
  }

  private Circuit circuit() {
    return breaker.health().circuit();
  }

  @Test
  void is_closed_at_first() {
    var health = breaker.health();

    assertEquals(Circuit.CLOSED, health.circuit());
    assertEquals(clock.instant(), health.since());
    assertTrue(health.sells());
    assertEquals(0, health.calls());
  }

  @Test
  void opens_at_the_last_of_so_many_failures_and_says_why_and_until_when() {
    call(4, BUY, FAILED);
    assertTrue(breaker.health().sells());
    call(BUY, FAILED);

    var health = breaker.health();
    assertEquals(Circuit.OPEN, health.circuit());
    assertEquals(Optional.of(Cause.FAILURES), health.cause());
    assertEquals("HTTP 500", health.detail());
    assertEquals(Optional.of(clock.instant().plus(PAUSE)), health.retryAt());
    assertFalse(health.sells());
    assertEquals(PAUSE, kept(BUY));
    assertEquals(5, health.calls());
    assertEquals(5, health.failures());
  }

  @Test
  void failures_among_as_many_that_are_fine_do_not_open_it() {
    call(6, BUY, FINE);
    call(5, BUY, FAILED);

    assertEquals(Circuit.CLOSED, circuit());
    call(BUY, FAILED);
    assertEquals(Circuit.OPEN, circuit());
  }

  @Test
  void failures_a_minute_apart_do_not_open_it() {
    for (int i = 0; i < 20; i++) {
      call(BUY, FAILED);
      clock.advance(Duration.ofSeconds(20));
    }

    assertEquals(Circuit.CLOSED, circuit());
  }

  @Test
  void many_good_answers_to_polls_do_not_hide_that_nothing_can_be_bought() {
    call(200, KEEP, FINE);
    call(5, BUY, FAILED);

    assertFalse(breaker.health().sells());
  }

  @Test
  void refusals_never_open_it() {
    call(1000, BUY, FINE);
    call(1000, BUY, new Sign.Nothing());

    assertEquals(Circuit.CLOSED, circuit());
    assertEquals(1000, breaker.health().calls());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FAILURES")
  void opens_at_once_on_anything_but_a_failure(Cause cause) {
    call(BUY, trouble(cause));

    assertEquals(Circuit.OPEN, circuit());
    assertEquals(Optional.of(cause), breaker.health().cause());
    assertFalse(breaker.health().sells());
  }

  @ParameterizedTest
  @EnumSource(names = {"QUOTA", "BALANCE"})
  void what_was_bought_is_looked_after_as_ever_when_only_buying_is_in_trouble(Cause cause) {
    call(BUY, trouble(cause));

    call(100, KEEP, FINE);

    assertFalse(breaker.health().sells());
  }

  @Test
  void an_open_circuit_lets_leases_be_asked_about_one_call_every_two_seconds() {
    call(5, BUY, FAILED);
    assertEquals(Breaker.CAUTION, kept(KEEP));

    clock.advance(Breaker.CAUTION);
    call(KEEP, FAILED);

    assertEquals(Breaker.CAUTION, kept(KEEP));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Duration.ofSeconds(1), kept(KEEP));
  }

  /** A lost answer is looked for in two lists; without a purchase the circuit stays open. */
  @ParameterizedTest
  @EnumSource(names = {"FAILURES", "ACCOUNT"})
  void what_takes_two_calls_can_be_looked_after_although_nobody_buys(Cause cause) {
    call(5, BUY, FAILED);
    clock.advance(PAUSE);
    call(BUY, trouble(cause));
    clock.advance(Duration.ofHours(1));

    call(2, KEEP, FINE);
    call(KEEP, FAILED);

    assertEquals(Breaker.CAUTION, kept(KEEP));
  }

  @Test
  void whoever_was_asked_too_often_is_asked_nothing() {
    call(KEEP, new Sign.Trouble(Cause.PACE, "429", Optional.of(Duration.ofSeconds(10))));

    assertEquals(Duration.ofSeconds(10), kept(BUY));
    assertEquals(Duration.ofSeconds(10), kept(KEEP));
  }

  @Test
  void a_vendor_cannot_ask_for_so_much_silence_that_codes_are_missed() {
    call(KEEP, new Sign.Trouble(Cause.PACE, "429", Optional.of(Duration.ofHours(1))));

    assertEquals(Duration.ofMinutes(5), kept(KEEP));
  }

  @Test
  void one_purchase_finds_out_whether_it_is_well_again() {
    call(5, BUY, FAILED);
    clock.advance(PAUSE);
    assertEquals(Circuit.HALF_OPEN, circuit());
    assertTrue(breaker.health().sells());

    var probe = enter(BUY);
    assertFalse(breaker.health().sells());
    kept(BUY);
    breaker.leave(probe, FINE);

    assertEquals(Circuit.CLOSED, circuit());
    call(100, BUY, FINE);
  }

  @Test
  void a_probe_that_ends_by_our_own_doing_makes_room_for_the_next() {
    call(5, BUY, FAILED);
    clock.advance(PAUSE);
    call(BUY, new Sign.Nothing());

    call(BUY, FINE);

    assertEquals(Circuit.CLOSED, circuit());
  }

  @Test
  void each_failed_attempt_doubles_the_pause_up_to_forty_times() {
    call(5, BUY, FAILED);
    var began = clock.instant();
    for (int times : new int[] {2, 4, 8, 16, 32, 40, 40}) {
      clock.advance(Duration.ofMinutes(10));
      call(BUY, FAILED);
      assertEquals(PAUSE.multipliedBy(times), kept(BUY));
    }
    assertEquals(began, breaker.health().since());
  }

  @Test
  void a_long_time_without_trouble_makes_the_next_one_the_first_again() {
    call(5, BUY, FAILED);
    clock.advance(PAUSE);
    call(BUY, FINE);
    call(5, BUY, FAILED);
    assertEquals(PAUSE.multipliedBy(2), kept(BUY));
    clock.advance(PAUSE.multipliedBy(2));
    call(BUY, FINE);

    clock.advance(Duration.ofMinutes(11));
    call(5, BUY, FAILED);

    assertEquals(PAUSE, kept(BUY));
  }

  @Test
  void trouble_with_the_account_is_given_four_times_the_pause_or_what_the_vendor_says() {
    call(BUY, trouble(Cause.ACCOUNT));
    assertEquals(PAUSE.multipliedBy(4), kept(BUY));

    clock.advance(PAUSE.multipliedBy(4));
    call(BUY, new Sign.Trouble(Cause.ACCOUNT, "BANNED", Optional.of(Duration.ofMinutes(30))));

    assertEquals(Duration.ofMinutes(30), kept(BUY));
  }

  @Test
  void who_cannot_be_asked_about_leases_is_not_bought_from_until_that_works_again() {
    call(5, KEEP, FAILED);
    clock.advance(Duration.ofMinutes(10));
    assertFalse(breaker.health().sells());
    kept(BUY);

    call(KEEP, FINE);

    assertEquals(Circuit.CLOSED, circuit());
    assertTrue(breaker.health().sells());
  }

  @Test
  void no_purchase_is_risked_while_even_polls_get_no_answer() {
    call(5, BUY, FAILED);
    clock.advance(Breaker.CAUTION);
    call(KEEP, FAILED);
    clock.advance(PAUSE);
    assertFalse(breaker.health().sells());

    call(KEEP, FINE);

    assertTrue(breaker.health().sells());
    call(BUY, FINE);
    assertEquals(Circuit.CLOSED, circuit());
  }

  @Test
  void answers_that_were_on_the_way_when_it_opened_change_nothing() {
    var early = enter(BUY);
    var earlier = enter(BUY);
    call(5, BUY, FAILED);
    var until = breaker.health().retryAt();

    breaker.leave(early, FAILED);
    breaker.leave(earlier, FINE);

    assertEquals(Circuit.OPEN, circuit());
    assertEquals(until, breaker.health().retryAt());
  }

  @Test
  void news_of_another_trouble_takes_the_place_of_the_first() {
    call(BUY, trouble(Cause.BALANCE));

    call(KEEP, trouble(Cause.ACCOUNT));

    assertEquals(Optional.of(Cause.ACCOUNT), breaker.health().cause());
  }

  @Test
  void what_is_shown_is_of_the_last_ten_minutes() {
    call(3, KEEP, FINE);
    call(1, KEEP, FAILED);
    assertEquals(4, breaker.health().calls());
    assertEquals(1, breaker.health().failures());

    clock.advance(Duration.ofMinutes(12));

    assertEquals(0, breaker.health().calls());
    assertEquals(0, breaker.health().failures());
  }
}
