package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Plan;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PursueOrdersTest {
  private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
  private static final Optional<ProviderId> DEAR_FIRST = Optional.of(new ProviderId("dear"));

  private final World world = new World();

  @Test
  void a_number_without_a_code_is_given_back_for_one_at_the_next_vendor() {
    var order = urgent(5000);

    world.advance(FakeVendor.CANCEL_AGE);

    assertAt("dear", order);
    assertEquals(3200, world.held());
    assertTrue(world.cheap.books().getFirst().canceled);
    assertEquals(List.of(AttemptState.CANCELED, AttemptState.LEASED), attempts(order));
    assertEquals(
        List.of(Event.Type.ORDER_ACTIVATED, Event.Type.ORDER_MOVED, Event.Type.ORDER_ACTIVATED),
        events());
  }

  @Test
  void only_the_number_that_brings_the_code_is_paid_for() {
    var order = urgent(5000);
    world.advance(FakeVendor.CANCEL_AGE);

    world.deliver(order, "Your code is 480215");

    var received = assertInstanceOf(Order.Received.class, world.now(order));
    assertEquals("480215", received.inbox().code().orElseThrow().value());
    assertEquals(World.FUNDS - 3200, world.available());
    assertEquals(0, world.held());
  }

  @Test
  void a_number_is_waited_for_as_long_as_was_said() {
    var order = urgent(5000, new PlaceOrder.Urgency(SIX_MINUTES, Duration.ofSeconds(150)));

    world.advance(Duration.ofSeconds(149));
    assertAt("cheap", order);
    world.advance(Duration.ofSeconds(1));

    assertAt("dear", order);
  }

  @Test
  void the_hold_goes_down_with_the_price() {
    var order = urgent(World.upTo(5000, DEAR_FIRST), SIX_MINUTES);
    assertEquals(3200, world.held());

    world.advance(FakeVendor.CANCEL_AGE);

    assertAt("cheap", order);
    assertEquals(1600, world.held());
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void an_sms_in_time_wins_over_the_move() {
    var order = urgent(5000);
    world.clock.advance(FakeVendor.CANCEL_AGE);
    world.cheap.deliver(world.lease(order), "Your code is 480215");

    pursue();

    assertInstanceOf(Order.Received.class, world.now(order));
    assertEquals(List.of(), world.dear.books());
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void the_last_number_is_kept_until_the_deadline_and_then_everything_is_given_back() {
    var order = urgent(5000);
    world.advance(FakeVendor.CANCEL_AGE);

    for (int i = 0; i < 7; i++) {
      world.advance(Duration.ofSeconds(30));
    }
    world.advance(Duration.ofSeconds(29));
    assertAt("dear", order);
    world.advance(Duration.ofSeconds(1));

    assertEquals(Ending.EXPIRED, closed(order).ending());
    assertTrue(world.dear.books().getFirst().canceled);
    assertEquals(List.of(AttemptState.CANCELED, AttemptState.CANCELED), attempts(order));
    assertEquals(World.FUNDS, world.available());
  }

  @Test
  void a_deadline_before_the_vendor_takes_the_number_back_lasts_until_then() {
    var order = urgent(World.upTo(5000), Duration.ofMinutes(1));

    world.advance(FakeVendor.CANCEL_AGE.minusSeconds(1));
    assertAt("cheap", order);
    world.advance(Duration.ofSeconds(1));

    assertEquals(Ending.EXPIRED, closed(order).ending());
    assertEquals(List.of(), world.dear.books());
  }

  @Test
  void it_never_goes_beyond_its_budget() {
    var order = urgent(3199);

    world.advance(FakeVendor.CANCEL_AGE);
    world.advance(Duration.ofSeconds(30));

    assertAt("cheap", order);
    assertFalse(world.cheap.books().getFirst().canceled);
    assertEquals(1600, world.held());
  }

  @Test
  void it_never_gives_a_number_back_for_one_that_the_account_cannot_pay() {
    world.codeport.adjust(world.account, Money.of(3199 - World.FUNDS, Currency.IDR), "");
    var order = urgent(5000);

    world.advance(FakeVendor.CANCEL_AGE);

    assertAt("cheap", order);
    assertEquals(List.of(), world.dear.books());
  }

  @Test
  void what_is_in_stock_only_later_is_gone_on_to_then() {
    world.dear.emptying(true);
    var order = urgent(5000);
    world.advance(FakeVendor.CANCEL_AGE);
    assertAt("cheap", order);

    world.dear.emptying(false);
    world.advance(Duration.ofMinutes(3));

    assertAt("dear", order);
  }

  @Test
  void a_vendor_that_refuses_to_take_it_back_keeps_the_order() {
    var order = urgent(5000);
    world.cheap.failingWith(Fault.CANCEL_REFUSED);

    world.advance(FakeVendor.CANCEL_AGE);

    assertAt("cheap", order);
    assertEquals(Plan.WAIT, active(order).plan());
    assertEquals(List.of(), world.dear.books());
  }

  @Test
  void a_vendor_that_says_too_early_is_asked_again_when_it_said() {
    var order = urgent(5000);
    world.cheap.agingCancels(Duration.ofSeconds(20));

    world.advance(FakeVendor.CANCEL_AGE);
    assertAt("cheap", order);
    world.advance(Duration.ofSeconds(20));

    assertAt("dear", order);
  }

  @Test
  void when_the_answer_gets_lost_the_vendor_is_asked_again_before_anybody_else() {
    var order = urgent(5000);
    world.cheap.failingWith(Fault.CANCEL_LOST);
    world.advance(FakeVendor.CANCEL_AGE);
    assertInstanceOf(Plan.Leaving.class, active(order).plan());
    assertEquals(List.of(), world.dear.books());

    world.cheap.heal();
    world.advance(Duration.ofSeconds(45));

    assertAt("dear", order);
  }

  @Test
  void an_order_whose_next_vendor_says_no_goes_on_looking_while_there_is_time() {
    world.dear.failingWith(Fault.REFUSED);
    var order = urgent(5000);

    world.advance(FakeVendor.CANCEL_AGE);

    var looking = assertInstanceOf(Order.Placed.class, world.now(order));
    assertEquals(world.clock.instant().plusSeconds(10), looking.lookAt().orElseThrow());
    assertEquals(3200, world.held());
    assertEquals(1, world.codeport.orders(world.account, Orders.Shown.OPEN, 9, 0).size());
    world.dear.heal();
    world.advance(Duration.ofSeconds(50));
    assertInstanceOf(Order.Placed.class, world.now(order), "just refused, it is left alone");
    world.advance(Duration.ofSeconds(10));

    assertAt("dear", order);
    world.deliver(order, "Your code is 480215");
    assertEquals(World.FUNDS - 3200, world.available());
    assertEquals(
        List.of(AttemptState.CANCELED, AttemptState.REFUSED, AttemptState.LEASED), attempts(order));
  }

  @Test
  void an_order_that_finds_no_other_number_in_time_is_refunded_and_stays_to_be_seen() {
    world.dear.failingWith(Fault.NO_NUMBERS);
    var order = urgent(5000);

    for (int i = 0; i < 20; i++) {
      world.advance(Duration.ofSeconds(10).plus(i == 0 ? FakeVendor.CANCEL_AGE : Duration.ZERO));
    }
    assertInstanceOf(Order.Placed.class, world.now(order));
    world.advance(Duration.ofSeconds(10));

    assertEquals(Ending.FAILED, closed(order).ending());
    assertEquals(World.FUNDS, world.available());
    assertEquals(0, world.held());
    assertEquals(1, world.codeport.orders(world.account, Orders.Shown.CANCELED, 9, 0).size());
    assertEquals(Event.Type.ORDER_CANCELED, events().getLast());
  }

  @Test
  void what_it_may_cost_binds_an_order_that_looks_for_a_number_too() {
    world.dear.failingWith(Fault.REFUSED);
    var order = urgent(5000);
    world.advance(FakeVendor.CANCEL_AGE);
    world.dear.heal();
    world.codeport.setExchangeRate(Currency.USD, Currency.IDR, new BigDecimal("26000"));

    world.advance(Duration.ofSeconds(70));

    assertInstanceOf(Order.Placed.class, world.now(order));
    assertEquals(List.of(), world.dear.books());
  }

  @Test
  void an_order_that_looks_for_a_number_may_be_canceled_at_once() {
    world.dear.failingWith(Fault.REFUSED);
    var order = urgent(5000);
    world.advance(FakeVendor.CANCEL_AGE);
    assertTrue(world.codeport.order(world.account, order.id()).orElseThrow().can().canCancel());

    var canceled = world.codeport.cancelOrder(world.account, order.id());

    assertInstanceOf(CancelOrder.Canceled.class, canceled);
    assertEquals(Ending.CANCELED, closed(order).ending());
    assertEquals(World.FUNDS, world.available());
    world.advance(Duration.ofMinutes(2));
    assertEquals(Ending.CANCELED, closed(order).ending());
  }

  @Test
  void a_next_number_whose_answer_got_lost_is_found_in_the_vendors_list() {
    var order = urgent(World.upTo(5000, DEAR_FIRST), SIX_MINUTES);
    world.cheap.failingWith(Fault.LEASE_LOST);
    world.clock.advance(FakeVendor.CANCEL_AGE);
    pursue();
    assertTrue(assertInstanceOf(Order.Placed.class, world.now(order)).unsettled());
    assertEquals(1, world.codeport.orders(world.account, Orders.Shown.OPEN, 9, 0).size());

    world.cheap.heal();
    world.advance(Duration.ofSeconds(10));

    assertAt("cheap", order);
    assertEquals(List.of(AttemptState.CANCELED, AttemptState.ADOPTED), attempts(order));
  }

  @Test
  void an_order_left_between_two_numbers_is_seen_and_then_settled() {
    var order = urgent(World.upTo(5000, DEAR_FIRST), SIX_MINUTES);
    world.clock.advance(FakeVendor.CANCEL_AGE);
    leftBetweenTwoNumbers(order);

    var shown = world.codeport.orders(world.account, Orders.Shown.OPEN, 9, 0).getFirst();
    assertEquals(order.id(), shown.order().id());
    assertFalse(shown.can().canCancel());
    assertInstanceOf(
        PlaceOrder.Replayed.class, world.urgent("k", World.upTo(5000, DEAR_FIRST), SIX_MINUTES));
    world.advance(Duration.ofSeconds(44));
    assertInstanceOf(Order.Placed.class, world.now(order));
    world.advance(Duration.ofSeconds(90));
    world.advance(Duration.ofSeconds(30));
    world.advance(Duration.ofSeconds(30));

    assertAt("cheap", order);
    assertEquals(1600, world.held());
  }

  @Test
  void a_late_sms_on_a_former_number_is_stored_and_never_charged() {
    var order = urgent(5000);
    var former = world.lease(order);
    world.advance(FakeVendor.CANCEL_AGE);
    var late = new UpstreamSms("x", "Your code is 111222", Optional.empty(), Optional.empty());

    var after = new SmsReceiver(Parts.of(world)).receive(world.now(order), former, List.of(late));

    assertEquals(world.now(order), after);
    assertEquals(3200, world.held());
    assertEquals(World.FUNDS - 3200, world.available());
    world.deliver(order, "Your code is 480215");
    assertEquals("480215", world.now(order).received().orElseThrow().code().orElseThrow().value());
    var messages = world.codeport.messages(world.account, order.id());
    assertEquals(List.of(true, false), messages.stream().map(Sms::late).toList());
    assertEquals(
        messages.getLast().revision(),
        world
            .storage
            .outbox()
            .events(world.account, 0, 10)
            .getLast()
            .event()
            .smsRevision()
            .orElse(0));
  }

  @Test
  void a_number_that_the_vendor_gives_up_is_replaced_at_once() {
    var order = urgent(5000);
    world.cheap.books().getFirst().canceled = true;

    world.advance(Duration.ofSeconds(1));
    world.advance(Duration.ofSeconds(1));

    assertAt("dear", order);
    assertEquals(List.of(AttemptState.CANCELED, AttemptState.LEASED), attempts(order));
  }

  @Test
  void a_number_that_the_vendor_gives_up_and_that_nobody_replaces_ends_the_order() {
    var order = urgent(2000);
    world.cheap.books().getFirst().canceled = true;

    world.advance(Duration.ofSeconds(1));
    world.advance(Duration.ofSeconds(1));

    assertEquals(Ending.CANCELED, closed(order).ending());
    assertEquals(World.FUNDS, world.available());
  }

  @Test
  void what_a_vendor_says_of_a_former_number_does_not_concern_the_present_one() {
    var order = urgent(5000);
    world.clock.advance(FakeVendor.CANCEL_AGE);
    world.cheap.books().getFirst().canceled = true;
    world.cheap.whileAnswering(this::pursue);

    new PollLeases(Parts.of(world), Duration.ofSeconds(3)).runOnce(world.clock.instant());

    assertAt("dear", order);
    var next = world.clock.instant().plus(FakeVendor.CANCEL_AGE);
    assertEquals(new Plan.MoveAt(next), active(order).plan());
  }

  @Test
  void a_queued_cancel_wins_over_the_move() {
    var order = urgent(5000);
    world.codeport.queueCancel(world.account, order.id());

    world.advance(FakeVendor.CANCEL_AGE);

    assertEquals(Ending.CANCELED, closed(order).ending());
    assertEquals(List.of(), world.dear.books());
  }

  @Test
  void after_a_cancel_that_came_to_nothing_it_goes_on_as_planned() {
    var order = urgent(5000, new PlaceOrder.Urgency(SIX_MINUTES, Duration.ofMinutes(3)));
    world.clock.advance(FakeVendor.CANCEL_AGE);
    world.cheap.failingWith(Fault.CANCEL_REFUSED);
    assertInstanceOf(
        CancelOrder.ProviderRefused.class, world.codeport.cancelOrder(world.account, order.id()));
    world.cheap.heal();

    world.advance(Duration.ofMinutes(1));

    assertAt("dear", order);
  }

  @Test
  void a_replacement_is_as_urgent_as_what_it_replaces() {
    var order = urgent(5000, new PlaceOrder.Urgency(SIX_MINUTES, Duration.ofMinutes(3)));
    world.clock.advance(FakeVendor.CANCEL_AGE);

    var result = world.codeport.replaceOrder(world.account, order.id(), Optional.empty());

    var placed = assertInstanceOf(ReplaceOrder.Replaced.class, result).placed();
    var pursuit = World.orders(placed).getFirst().terms().pursuit().orElseThrow();
    assertEquals(world.clock.instant().plus(SIX_MINUTES), pursuit.codeBy());
    assertEquals(Duration.ofMinutes(3), pursuit.moveAfter());
  }

  @Test
  void urgency_has_bounds_and_needs_a_budget() {
    var minute = Duration.ofMinutes(1);

    assertThrows(
        IllegalArgumentException.class, () -> PlaceOrder.Urgency.within(minute.minusMillis(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> PlaceOrder.Urgency.within(minute.multipliedBy(20).plusMillis(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PlaceOrder.Urgency(minute, Duration.ofMillis(9_999)));
    assertThrows(
        IllegalArgumentException.class,
        () -> world.urgent("k", World.WHATSAPP_INDONESIA, SIX_MINUTES));
  }

  private Order urgent(long budget) {
    return urgent(World.upTo(budget), SIX_MINUTES);
  }

  private Order urgent(Wish wish, Duration codeWithin) {
    return World.orders(world.urgent("k", wish, codeWithin)).getFirst();
  }

  private Order urgent(long budget, PlaceOrder.Urgency urgency) {
    var command =
        new PlaceOrder.Command(
            world.account, Optional.empty(), World.upTo(budget), 1, Optional.of(urgency));
    return World.orders(world.codeport.placeOrder(command)).getFirst();
  }

  private void pursue() {
    new PursueOrders(Parts.of(world)).runOnce(world.clock.instant());
  }

  /** As after a process that died before it asked the next vendor. */
  private void leftBetweenTwoNumbers(Order order) {
    var parts = Parts.of(world);
    var now = world.clock.instant();
    var left = active(order).leave(now);
    var route = new NextRoutes(parts).of(order, now).getFirst();
    var given = world.storage.orders().attempts(order.id()).getFirst().canceled("", now);
    world.dear.cancel(left.order().lease().ref());
    assertInstanceOf(
        CommitResult.Committed.class,
        world.storage.commit(
            Change.of(left)
                .step(left.order().move(route, now))
                .attempt(given)
                .attempt(new Procurement(parts).attempt(order.id(), 2, route))
                .build()));
  }

  private void assertAt(String vendor, Order order) {
    assertEquals(vendor, active(order).lease().ref().provider().value());
  }

  private Order.Active active(Order order) {
    return assertInstanceOf(Order.Active.class, world.now(order));
  }

  private Order.Closed closed(Order order) {
    return assertInstanceOf(Order.Closed.class, world.now(order));
  }

  private List<AttemptState> attempts(Order order) {
    return world.storage.orders().attempts(order.id()).stream().map(Attempt::state).toList();
  }

  private List<Event.Type> events() {
    return world.storage.outbox().events(world.account, 0, 10).stream()
        .map(Outbox.Numbered::event)
        .map(Event::type)
        .toList();
  }
}
