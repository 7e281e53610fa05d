package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.application.vendor.ReconcileVendor.Difference;
import dev.codeport.application.vendor.ReconcileVendor.Kind;
import dev.codeport.application.vendor.ReconcileVendor.Moved;
import dev.codeport.application.vendor.ReconcileVendor.Reconciled;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconcileVendorTest {
  private static final ProviderId CHEAP = new ProviderId("cheap");
  private static final Money COST = Money.of("0.10", Currency.USD);

  private final World world = new World();

  private Reconciled reconciled() {
    return assertInstanceOf(Reconciled.class, world.codeport.reconcileVendor(CHEAP));
  }

  private Order completed(String key) {
    var order = world.placed(key);
    world.deliver(order, "Your code is 482913");
    world.codeport.finishOrder(world.account, order.id());
    return order;
  }

  private Order canceled(String key) {
    var order = world.placed(key);
    world.clock.advance(Duration.ofMinutes(3));
    world.codeport.cancelOrder(world.account, order.id());
    return order;
  }

  private void later() {
    world.clock.advance(ReconcileVendor.YOUNG.plusMinutes(1));
    world.run();
  }

  private FakeVendor.Activation book(int number) {
    return world.cheap.books().get(number);
  }

  @Test
  void books_that_agree_do_not_differ() {
    completed("a");
    canceled("b");
    world.placed("c");
    later();

    var reconciled = reconciled();

    assertEquals(List.of(), reconciled.differences());
    assertEquals(3, reconciled.attempts());
    assertEquals(3, reconciled.holdings());
    assertEquals(COST, reconciled.booked());
    assertEquals(COST, reconciled.billed());
  }

  @Test
  void what_the_vendor_gave_and_nobody_asked_for_is_an_orphan() {
    var taken =
        (LeaseResult.Leased)
            world.cheap.lease(
                new LeaseRequest(
                    "not-ours",
                    Atlas.standard().countryByIso("id").orElseThrow(),
                    Atlas.standard().platformBySlug("whatsapp").orElseThrow(),
                    Optional.empty(),
                    COST));
    assertTrue(world.cheap.deliver(taken.lease().ref(), "Your code is 482913"));
    later();

    assertEquals(
        List.of(
            new Difference(
                Kind.ORPHAN,
                Optional.of(taken.lease().ref()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(COST))),
        reconciled().differences());
  }

  @Test
  void what_we_gave_back_and_the_vendor_bills_is_told_with_its_order() {
    var order = canceled("a");
    book(0).canceled = false;
    book(0).texts.add("late");
    later();

    var difference = reconciled().differences().getFirst();

    assertEquals(Kind.NOT_REFUNDED, difference.kind());
    assertEquals(Optional.of(order.id()), difference.order());
    assertEquals(Optional.of(COST), difference.ours());
  }

  @Test
  void what_was_paid_for_and_the_vendor_gave_back_is_told_too() {
    completed("a");
    book(0).canceled = true;
    later();

    var reconciled = reconciled();

    assertEquals(
        List.of(Kind.NOT_BILLED), reconciled.differences().stream().map(Difference::kind).toList());
    assertEquals(Money.zero(Currency.USD), reconciled.billed());
  }

  @Test
  void a_number_that_the_vendor_does_not_list_is_told() {
    completed("a");
    world.cheap.forget();
    later();

    assertEquals(
        List.of(Kind.NOT_LISTED),
        reconciled().differences().stream().map(Difference::kind).toList());
  }

  @Test
  void another_price_than_was_agreed_is_told_with_both() {
    completed("a");
    world.cheap.costing("0.12");
    later();

    var difference = reconciled().differences().getFirst();

    assertEquals(Kind.OTHER_COST, difference.kind());
    assertEquals(Optional.of(COST), difference.ours());
    assertEquals(Optional.of(Money.of("0.12", Currency.USD)), difference.theirs());
  }

  private void leak() {
    var order = world.placed("a");
    world.cheap.failingWith(FakeVendor.Fault.CANCEL_REFUSED, FakeVendor.Fault.POLL_FAILS);
    world.advance(FakeVendor.LIFETIME.plus(ExpireOrders.PATIENCE));
    assertEquals(
        AttemptState.LEAKED, world.storage.orders().attempts(order.id()).getFirst().state());
  }

  @Test
  void what_was_booked_as_lost_is_told_as_long_as_the_vendor_keeps_it() {
    leak();
    book(0).texts.add("Your code is 482913");
    later();

    var reconciled = reconciled();

    assertEquals(
        List.of(Kind.LEAKED), reconciled.differences().stream().map(Difference::kind).toList());
    assertEquals(COST, reconciled.booked());
  }

  @Test
  void what_was_booked_as_lost_and_came_back_is_not_lost() {
    leak();
    later();

    assertEquals(
        List.of(Kind.NOT_BILLED),
        reconciled().differences().stream().map(Difference::kind).toList());
  }

  /** An hour before and after, in which the balance is told. */
  private Moved moved(Runnable meanwhile) {
    world.advance(Duration.ofHours(1));
    meanwhile.run();
    world.advance(Duration.ofHours(1));
    later();
    return reconciled().balance().orElseThrow();
  }

  @Test
  void a_balance_that_moves_by_what_we_bought_leaves_nothing_unexplained() {
    world.run();

    var moved =
        moved(
            () -> {
              completed("a");
              canceled("b");
            });

    assertEquals(Money.of("0.10", Currency.USD), moved.spent());
    assertEquals(Money.of("99.90", Currency.USD), moved.last().amount());
    assertEquals(Money.zero(Currency.USD), moved.unexplained());
  }

  @Test
  void a_top_up_is_told_apart_from_what_we_bought() {
    world.run();

    var moved =
        moved(
            () -> {
              completed("a");
              world.cheap.depositing("25");
            });

    assertEquals(Money.of("0.10", Currency.USD), moved.spent());
    assertEquals(Money.of("25", Currency.USD), moved.unexplained());
  }

  @Test
  void money_that_goes_for_no_number_of_ours_is_less_than_nothing() {
    world.run();

    var moved = moved(() -> world.cheap.depositing("-3"));

    assertEquals(Money.zero(Currency.USD), moved.spent());
    assertEquals(Money.of("-3", Currency.USD), moved.unexplained());
  }

  @Test
  void a_balance_that_was_told_once_tells_nothing() {
    completed("a");
    later();

    assertEquals(Optional.empty(), reconciled().balance());
  }

  @Test
  void what_is_younger_than_two_hours_or_older_than_a_day_is_let_be() {
    completed("a");
    world.cheap.forget();

    assertEquals(List.of(), reconciled().differences());
    world.clock.advance(ReconcileVendor.WINDOW);
    assertEquals(List.of(), reconciled().differences());
  }

  @Test
  void a_vendor_without_a_history_cannot_be_compared() {
    assertInstanceOf(
        ReconcileVendor.NoHistory.class, world.codeport.reconcileVendor(new ProviderId("dear")));
    assertInstanceOf(
        ReconcileVendor.NoSuchVendor.class, world.codeport.reconcileVendor(new ProviderId("none")));
  }
}
