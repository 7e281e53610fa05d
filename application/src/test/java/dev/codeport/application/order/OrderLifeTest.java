package dev.codeport.application.order;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.domain.wallet.Book;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
  private final World world = new World();

  @Test
  void the_first_sms_is_paid_for_and_shows_its_code() {
    var order = world.placed("k");

    world.deliver(order, "Your WhatsApp code is 480-215");

    var received = assertInstanceOf(Order.Received.class, world.now(order));
    assertEquals("480215", received.inbox().code().orElseThrow().value());
    assertEquals(0, world.held());
    assertEquals(World.FUNDS - 1600, world.available());
    assertEquals(
        List.of(Event.Type.ORDER_ACTIVATED, Event.Type.SMS_RECEIVED),
        world.storage.outbox().events(world.account, 0, 10).stream()
            .map(Outbox.Numbered::event)
            .map(Event::type)
            .toList());
  }

  @Test
  void a_message_shown_twice_is_stored_once() {
    var order = world.placed("k");
    world.deliver(order, "Your code is 480215");

    world.run();
    world.run();

    assertEquals(1, world.now(order).received().orElseThrow().revision());
    assertEquals(1, world.codeport.messages(world.account, order.id()).size());
  }

  @Test
  void another_code_waits_and_the_second_one_is_free() {
    var order = world.placed("k");
    world.deliver(order, "Your code is 480215");

    var asked = world.codeport.requestAnotherCode(world.account, order.id());
    var waiting = assertInstanceOf(RequestAnotherCode.Requested.class, asked).order();
    world.deliver(order, "Your code is 519304");

    var before = assertInstanceOf(Order.Received.class, waiting.order());
    assertTrue(before.awaiting());
    assertEquals("480215", before.inbox().code().orElseThrow().value());
    assertEquals("Your code is 480215", before.inbox().text());
    var received = assertInstanceOf(Order.Received.class, world.now(order));
    assertFalse(received.awaiting());
    assertEquals("519304", received.inbox().code().orElseThrow().value());
    assertEquals(2, received.inbox().revision());
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void a_cancel_is_too_early_before_the_vendor_takes_it_back() {
    var order = world.placed("k");

    var result = world.codeport.cancelOrder(world.account, order.id());

    var expected = new CancelOrder.TooEarly(world.clock.instant().plus(FakeVendor.CANCEL_AGE));
    assertEquals(expected, result);
    assertInstanceOf(Order.Active.class, world.now(order));
  }

  @Test
  void a_cancel_gives_everything_back_once() {
    var order = world.placed("k");
    world.advance(FakeVendor.CANCEL_AGE);

    var result = world.codeport.cancelOrder(world.account, order.id());

    var canceled = assertInstanceOf(CancelOrder.Canceled.class, result);
    assertEquals(Money.of(1600, IDR), canceled.refunded());
    assertEquals(Money.of(World.FUNDS, IDR), canceled.balance());
    assertTrue(world.cheap.books().getFirst().canceled);
    assertInstanceOf(
        CancelOrder.NotAllowed.class, world.codeport.cancelOrder(world.account, order.id()));
    assertEquals(World.FUNDS, world.available());
  }

  @Test
  void a_vendor_that_refuses_a_cancel_keeps_the_order_going() {
    var order = world.placed("k");
    world.advance(FakeVendor.CANCEL_AGE);
    world.cheap.failingWith(Fault.CANCEL_REFUSED);

    var result = world.codeport.cancelOrder(world.account, order.id());

    assertEquals(new CancelOrder.ProviderRefused("not today"), result);
    var active = assertInstanceOf(Order.Active.class, world.now(order));
    assertEquals(Optional.empty(), active.cancelAskedAt());
    assertEquals(1600, world.held());
  }

  @Test
  void a_cancel_whose_answer_is_lost_is_asked_again_until_it_is_settled() {
    var order = world.placed("k");
    world.clock.advance(FakeVendor.CANCEL_AGE);
    world.cheap.failingWith(Fault.CANCEL_LOST, Fault.POLL_FAILS);
    assertInstanceOf(
        CancelOrder.Unsettled.class, world.codeport.cancelOrder(world.account, order.id()));
    assertEquals(1600, world.held());

    world.cheap.failingWith(Fault.POLL_FAILS);
    world.advance(Duration.ofMinutes(1));

    var closed = assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(Ending.CANCELED, closed.ending());
    assertEquals(World.FUNDS, world.available());
  }

  @Test
  void an_sms_wins_over_a_cancel_that_is_under_way() {
    var order = world.placed("k");
    world.clock.advance(FakeVendor.CANCEL_AGE);
    assertTrue(world.cheap.deliver(world.lease(order), "Your code is 480215"));

    var result = world.codeport.cancelOrder(world.account, order.id());

    assertEquals(new CancelOrder.NotAllowed("an SMS has arrived"), result);
    assertInstanceOf(Order.Received.class, world.now(order));
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void only_so_many_cancels_a_day() {
    for (int i = 0; i < 201; i++) {
      world.placed("k" + i);
    }
    world.clock.advance(FakeVendor.CANCEL_AGE);
    CancelOrder.Result last = new CancelOrder.NotFound();
    for (long id = 1; id <= 201; id++) {
      last = world.codeport.cancelOrder(world.account, new OrderId(id));
    }

    var capped = assertInstanceOf(CancelOrder.CapReached.class, last);
    assertEquals(Duration.ofHours(12).minusMinutes(2), capped.retryAfter());
  }

  @Test
  void what_brings_no_sms_is_taken_back_and_refunded() {
    var order = world.placed("k");

    world.advance(FakeVendor.LIFETIME);

    var closed = assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(Ending.EXPIRED, closed.ending());
    assertEquals(World.FUNDS, world.available());
  }

  @Test
  void an_sms_of_the_last_second_is_found_when_the_time_is_over() {
    var order = world.placed("k");
    world.clock.advance(FakeVendor.LIFETIME.minusSeconds(1));
    world.cheap.deliver(world.lease(order), "Your code is 480215");

    world.advance(Duration.ofSeconds(1));

    var closed = assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(Ending.COMPLETED, closed.ending());
    assertEquals("480215", closed.received().orElseThrow().code().orElseThrow().value());
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void a_vendor_that_never_consents_loses_to_the_customer_and_is_booked_as_a_leak() {
    var order = world.placed("k");
    world.cheap.failingWith(Fault.CANCEL_REFUSED, Fault.POLL_FAILS);
    world.advance(FakeVendor.LIFETIME);
    assertInstanceOf(Order.Active.class, world.now(order));

    world.advance(Duration.ofMinutes(15));

    assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(World.FUNDS, world.available());
    assertEquals(
        AttemptState.LEAKED, world.storage.orders().attempts(order.id()).getFirst().state());
    assertTrue(world.storage.wallets().audit().books().containsKey(Book.LEAK));
    assertTrue(world.storage.wallets().audit().balances());
  }

  @Test
  void a_late_sms_is_stored_and_told_and_neither_charges_nor_reopens() {
    var order = world.placed("k");
    world.advance(FakeVendor.LIFETIME);
    var closed = world.now(order);
    var late = new UpstreamSms("late", "Your code is 480215", Optional.empty(), Optional.empty());

    new SmsReceiver(parts()).receive(closed, List.of(late));

    assertEquals(closed, world.now(order));
    assertEquals(
        List.of(true),
        world.codeport.messages(world.account, order.id()).stream().map(Sms::late).toList());
    assertEquals(World.FUNDS, world.available());
    var told = world.storage.outbox().events(world.account, 0, 10).getLast().event();
    assertEquals(Event.Type.LATE_SMS_RECEIVED, told.type());
    assertEquals(1, told.smsRevision().orElse(0));
  }

  @Test
  void a_number_whose_answer_was_lost_is_found_in_the_vendors_list() {
    world.cheap.failingWith(Fault.LEASE_LOST);
    var order = world.placed("k");
    world.cheap.heal();

    world.advance(Duration.ofMinutes(1));

    assertInstanceOf(Order.Active.class, world.now(order));
    assertEquals(
        AttemptState.ADOPTED, world.storage.orders().attempts(order.id()).getFirst().state());
    world.deliver(order, "Your code is 480215");
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void one_list_that_lacks_the_number_does_not_prove_that_none_was_given() {
    world.cheap.failingWith(Fault.LEASE_LOST);
    var order = world.placed("k");
    world.cheap.heal();
    world.cheap.hidingOnce();

    world.advance(Duration.ofMinutes(2));
    assertInstanceOf(Order.Placed.class, world.now(order));
    world.advance(Duration.ofMinutes(1));

    assertInstanceOf(Order.Active.class, world.now(order));
  }

  /** The history of {@code handler_api} has neither country nor platform. */
  @Test
  void a_lost_number_that_ended_before_it_was_found_is_a_leak_and_no_silent_loss() {
    world.cheap.forgetting();
    world.cheap.failingWith(Fault.LEASE_LOST);
    var order = world.placed("k");
    world.cheap.heal();
    var lost = new LeaseRef(new ProviderId("cheap"), world.cheap.books().getFirst().id);
    world.cheap.deliver(lost, "Your code is 480215");

    world.advance(FakeVendor.LIFETIME.plusMinutes(1));
    world.advance(Duration.ofMinutes(1));

    assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(World.FUNDS, world.available());
    var attempt = world.storage.orders().attempts(order.id()).getFirst();
    assertEquals(AttemptState.LEAKED, attempt.state());
    assertEquals(Optional.of(lost), attempt.lease());
    assertEquals(Map.of(USD, Money.of("0.10", USD)), leaks());
  }

  @Test
  void a_list_of_what_runs_does_not_prove_that_nothing_was_given_long_ago() {
    world.cheap.withoutHistory();
    world.cheap.failingWith(Fault.LEASE_LOST);
    var order = world.placed("k");
    world.cheap.heal();

    world.advance(FakeVendor.LIFETIME.plusMinutes(1));
    world.advance(Duration.ofMinutes(1));

    assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(World.FUNDS, world.available());
    assertEquals(
        AttemptState.LEAKED, world.storage.orders().attempts(order.id()).getFirst().state());
    assertEquals(Map.of(USD, Money.of("0.10", USD)), leaks());
  }

  private Map<Currency, Money> leaks() {
    return world.storage.wallets().audit().books().getOrDefault(Book.LEAK, Map.of());
  }

  @Test
  void a_request_that_never_arrived_is_refunded_once_the_vendors_list_can_be_trusted() {
    world.cheap.failingWith(Fault.REQUEST_LOST);
    var order = world.placed("k");
    world.cheap.heal();

    world.advance(Duration.ofSeconds(60));
    assertInstanceOf(Order.Placed.class, world.now(order));
    world.advance(Duration.ofSeconds(60));

    var closed = assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(Ending.FAILED, closed.ending());
    assertEquals(World.FUNDS, world.available());
    assertEquals(List.of(), world.cheap.books());
  }

  @Test
  void a_completed_number_can_be_had_again_as_an_order_of_its_own() {
    var order = world.placed("k");
    world.deliver(order, "Your code is 480215");
    world.codeport.finishOrder(world.account, order.id());
    var command =
        new ReactivateOrder.Command(
            world.account, Optional.empty(), order.id(), Optional.of(Money.of(1600, IDR)));

    var quote = world.codeport.quoteReactivation(world.account, order.id());
    var child = world.codeport.reactivateOrder(command);

    assertEquals(new ReactivateOrder.Quoted(Money.of(1600, IDR)), quote);
    var again = assertInstanceOf(ReactivateOrder.Reactivated.class, child).order().order();
    assertEquals(Optional.of(order.id()), again.terms().parent());
    assertEquals(1600, world.held());
  }

  @Test
  void a_reactivation_dearer_than_allowed_takes_nothing() {
    var order = world.placed("k");
    world.deliver(order, "Your code is 480215");
    world.codeport.finishOrder(world.account, order.id());
    var command =
        new ReactivateOrder.Command(
            world.account, Optional.empty(), order.id(), Optional.of(Money.of(1599, IDR)));

    assertEquals(
        new ReactivateOrder.TooDear(Money.of(1600, IDR)), world.codeport.reactivateOrder(command));
    assertEquals(0, world.held());
  }

  @Test
  void while_one_reactivation_is_being_settled_there_is_no_second() {
    var order = world.placed("k");
    world.deliver(order, "Your code is 480215");
    world.codeport.finishOrder(world.account, order.id());
    world.cheap.failingWith(Fault.LEASE_LOST);
    var command =
        new ReactivateOrder.Command(world.account, Optional.empty(), order.id(), Optional.empty());
    assertInstanceOf(ReactivateOrder.Reactivated.class, world.codeport.reactivateOrder(command));

    assertInstanceOf(ReactivateOrder.NotAllowed.class, world.codeport.reactivateOrder(command));
    assertEquals(2, world.cheap.books().size());
  }

  @Test
  void a_replacement_cancels_and_orders_anew_once() {
    var order = world.placed("k");
    world.advance(FakeVendor.CANCEL_AGE);
    var request = Optional.of(World.repeatable("r", World.WHATSAPP_INDONESIA, 1));

    var first = world.codeport.replaceOrder(world.account, order.id(), request);
    var second = world.codeport.replaceOrder(world.account, order.id(), request);

    var placed = assertInstanceOf(ReplaceOrder.Replaced.class, first).placed();
    var repeated = assertInstanceOf(ReplaceOrder.Replaced.class, second).placed();
    assertEquals(World.orders(placed).getFirst().id(), World.orders(repeated).getFirst().id());
    assertEquals(1600, world.held());
    assertEquals(2, world.cheap.books().size());
  }

  private OrderParts parts() {
    return Parts.of(world);
  }
}
