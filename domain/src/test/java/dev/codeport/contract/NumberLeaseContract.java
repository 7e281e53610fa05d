package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.LeaseResult.Refused;
import dev.codeport.domain.pool.LeaseResult.Unavailable;
import dev.codeport.domain.pool.LeaseResult.Unknown;
import dev.codeport.domain.pool.Power;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a number provider takes numbers. */
public interface NumberLeaseContract extends NumberProviderStage {
  private LeaseResult lease() {
    return provider().lease(request("ref"));
  }

  private void assertNothingTaken(Money before) {
    assertEquals(List.of(), farLeases());
    assertEquals(before, farBalance());
  }

  @Test
  default void a_number_is_leased_for_what_it_was_offered_at() {
    var offers = Expect.given(provider().offers(country().id(), platform().id()));
    var before = farBalance();

    var lease = leased("a");

    assertEquals(offers.getFirst().cost(), lease.cost());
    assertEquals(before.minus(lease.cost()), farBalance());
    assertEquals(provider().profile().id(), lease.ref().provider());
    assertTrue(far(lease).open());
  }

  @Test
  default void a_lease_says_until_when_it_runs_and_from_when_it_can_be_given_back() {
    var lease = leased("a");

    assertTrue(lease.expiresAt().isAfter(now()));
    assertEquals(now().plus(provider().profile().minimumCancelAge()), lease.cancelableFrom());
    assertEquals(can(Power.REACTIVATE), lease.canReactivate());
    assertTrue(can(Power.ANOTHER_CODE) || !lease.canAnother());
  }

  @Test
  default void fifty_at_once_get_fifty_numbers() {
    stock(1000);

    var leases = Race.of(50, i -> leased("ref-" + i));

    assertEquals(50, leases.stream().map(Lease::ref).distinct().count());
    assertEquals(50, leases.stream().map(Lease::phone).distinct().count());
    assertEquals(
        leases.stream().map(lease -> lease.ref().id()).collect(Collectors.toSet()),
        farLeases().stream().map(FarLease::id).collect(Collectors.toSet()));
  }

  @Test
  default void the_last_number_goes_to_one() {
    stock(1);

    var results = Race.of(16, i -> provider().lease(request("ref-" + i)));

    assertEquals(1, results.stream().filter(LeaseResult.Leased.class::isInstance).count());
    assertEquals(15, results.stream().filter(LeaseResult.NoNumbers.class::isInstance).count());
    assertEquals(1, farLeases().size());
  }

  @Test
  default void none_in_stock_is_a_definite_no() {
    stock(0);

    assertEquals(new LeaseResult.NoNumbers(), lease());
  }

  @Test
  default void a_price_above_what_is_allowed_is_refused() {
    var before = farBalance();
    var penny = new Money(1, before.currency());

    var result =
        provider().lease(new LeaseRequest("a", country(), platform(), Optional.empty(), penny));

    assertTrue(
        result instanceof LeaseResult.NoNumbers
            || (result instanceof Refused refused && refused.reason() == Reason.PRICE),
        result.toString());
    assertNothingTaken(before);
  }

  @Test
  default void every_reason_to_refuse_is_told_apart() {
    var before = farBalance();
    for (var reason : List.of(Reason.PRICE, Reason.BALANCE, Reason.ACCOUNT, Reason.UNSUPPORTED)) {
      refuseNext(reason);

      assertEquals(reason, assertInstanceOf(Refused.class, lease()).reason());
      advance(Duration.ofHours(2)); // some of them keep us from asking for a while
    }
    assertNothingTaken(before);
  }

  @Test
  default void a_request_that_was_turned_away_may_be_made_again() {
    var before = farBalance();
    turnAwayNext();

    assertInstanceOf(Unavailable.class, lease());
    assertNothingTaken(before);
    advance(Duration.ofHours(2));
    assertInstanceOf(LeaseResult.Leased.class, lease());
  }

  @Test
  default void a_lost_answer_is_unknown_and_the_request_not_sent_twice() {
    loseNextAnswer();

    assertInstanceOf(Unknown.class, lease());
    assertEquals(1, farLeases().size());
  }

  @Test
  default void an_answer_that_makes_no_sense_is_unknown() {
    garbleNextAnswer();

    assertInstanceOf(Unknown.class, lease());
    assertEquals(1, farLeases().size());
  }

  @Test
  default void a_vendor_that_is_not_there_gave_nothing() {
    fallSilent();

    assertInstanceOf(Unavailable.class, lease());
  }

  @Test
  default void a_platform_without_a_name_there_is_unsupported() {
    var before = farBalance();
    var request = new LeaseRequest("a", country(), unsold(), Optional.empty(), plenty());

    var refused = assertInstanceOf(Refused.class, provider().lease(request));

    assertEquals(Reason.UNSUPPORTED, refused.reason());
    assertNothingTaken(before);
  }

  @Test
  default void an_operator_is_chosen_where_that_is_possible_and_refused_elsewhere() {
    var operator = operator().or(() -> Optional.of("nobody"));
    var request = new LeaseRequest("a", country(), platform(), operator, plenty());

    var result = provider().lease(request);

    if (can(Power.OPERATORS)) {
      assertEquals(operator(), leased(result).operator());
    } else {
      assertEquals(Reason.UNSUPPORTED, assertInstanceOf(Refused.class, result).reason());
      assertEquals(List.of(), farLeases());
    }
  }

  @Test
  default void details_of_a_failure_show_no_number() {
    loseNextAnswer();
    var lost = assertInstanceOf(Unknown.class, lease());

    assertFalse(lost.detail().matches(".*\\d{7,}.*"), lost.detail());
  }
}
