package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.CancelResult.Canceled;
import dev.codeport.domain.pool.CancelResult.HasSms;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a number provider gives numbers back. */
public interface NumberCancelContract extends NumberProviderStage {
  @Test
  default void a_number_given_back_is_refunded() {
    var before = farBalance();
    var lease = leased("a");
    waitUntilCancelable();

    assertEquals(new Canceled(), provider().cancel(lease.ref()));

    assertEquals(before, farBalance());
    assertTrue(far(lease).refunded());
  }

  @Test
  default void giving_back_twice_refunds_once() {
    var before = farBalance();
    var lease = leased("a");
    waitUntilCancelable();
    provider().cancel(lease.ref());

    assertEquals(new Canceled(), provider().cancel(lease.ref()));
    assertEquals(before, farBalance());
  }

  @Test
  default void giving_back_at_once_from_many_sides_refunds_once() {
    var before = farBalance();
    var lease = leased("a");
    waitUntilCancelable();

    var results = Race.of(8, i -> provider().cancel(lease.ref()));

    assertEquals(Set.of(new Canceled()), Set.copyOf(results));
    assertEquals(before, farBalance());
  }

  @Test
  default void an_sms_and_a_cancel_at_once_have_one_winner() {
    for (int round = 0; round < 10; round++) {
      var lease = leased("a" + round);
      waitUntilCancelable();

      var results =
          Race.<Object>of(
              2,
              i -> i == 0 ? provider().cancel(lease.ref()) : deliver(lease.phone(), "code 123456"));

      boolean delivered = results.getLast().equals(true);
      assertEquals(delivered ? new HasSms() : new Canceled(), results.getFirst());
      assertEquals(!delivered, far(lease).refunded());
    }
  }

  @Test
  default void what_is_too_early_is_said_to_be() {
    if (provider().profile().minimumCancelAge().isPositive()) {
      var lease = leased("a");

      assertInstanceOf(CancelResult.TooEarly.class, provider().cancel(lease.ref()));

      assertTrue(far(lease).open());
      assertFalse(far(lease).refunded());
    }
  }

  @Test
  default void a_number_with_an_sms_is_not_taken_back() {
    var lease = received("a", "code 123456");
    waitUntilCancelable();

    assertEquals(new HasSms(), provider().cancel(lease.ref()));
    assertFalse(far(lease).refunded());
  }

  @Test
  default void a_finished_number_is_not_taken_back() {
    var lease = received("a", "code 123456");
    provider().finish(lease.ref());
    waitUntilCancelable();

    assertEquals(new HasSms(), provider().cancel(lease.ref()));
    assertFalse(far(lease).refunded());
  }

  @Test
  default void what_ran_out_without_an_sms_counts_as_given_back() {
    var before = farBalance();
    var lease = leased("a");
    advance(Duration.between(now(), lease.expiresAt()).plusSeconds(1));

    assertEquals(new Canceled(), provider().cancel(lease.ref()));
    assertEquals(before, farBalance());
  }

  @Test
  default void a_lost_answer_is_unknown_and_asking_again_settles_it() {
    var before = farBalance();
    var lease = leased("a");
    waitUntilCancelable();
    loseNextAnswer();

    assertInstanceOf(CancelResult.Unknown.class, provider().cancel(lease.ref()));
    assertEquals(new Canceled(), provider().cancel(lease.ref()));
    assertEquals(before, farBalance());
  }

  @Test
  default void an_answer_that_makes_no_sense_is_unknown_too() {
    var lease = leased("a");
    waitUntilCancelable();
    garbleNextAnswer();

    assertInstanceOf(CancelResult.Unknown.class, provider().cancel(lease.ref()));
    assertEquals(new Canceled(), provider().cancel(lease.ref()));
  }

  @Test
  default void a_cancel_that_was_turned_away_surely_did_not_happen() {
    var lease = leased("a");
    waitUntilCancelable();
    turnAwayNext();

    assertInstanceOf(CancelResult.Unavailable.class, provider().cancel(lease.ref()));
    assertTrue(far(lease).open());
  }

  @Test
  default void a_cancel_at_a_vendor_that_is_not_there_is_no_cancel() {
    var lease = leased("a");
    waitUntilCancelable();
    fallSilent();

    var result = provider().cancel(lease.ref());

    // Whether it arrived cannot be known when it left on a connection that was there before.
    assertTrue(
        result instanceof CancelResult.Unavailable || result instanceof CancelResult.Unknown,
        result.toString());
  }

  @Test
  default void a_lease_it_never_gave_cannot_be_given_back() {
    assertInstanceOf(CancelResult.Refused.class, provider().cancel(stranger()));
    assertEquals(List.of(), farLeases());
  }
}
