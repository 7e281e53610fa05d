package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueCancelTest {
  private final World world = new World();

  @Test
  void a_cancel_that_comes_too_early_waits_and_happens_in_the_first_second() {
    var order = world.placed("k");
    var allowed = world.clock.instant().plus(FakeVendor.CANCEL_AGE);

    var queued = queue(order);
    world.advance(FakeVendor.CANCEL_AGE.minusSeconds(1));
    var before = world.now(order);
    world.advance(Duration.ofSeconds(1));

    assertEquals(allowed, queued.at());
    assertEquals(Optional.of(allowed), queued.order().can().cancelQueuedFor());
    assertFalse(queued.order().can().canCancel());
    assertEquals(queued.order().order(), before);
    assertEquals(Ending.CANCELED, closed(order).ending());
    assertTrue(world.cheap.books().getFirst().canceled);
    assertEquals(World.FUNDS, world.available());
    assertEquals(List.of(Event.Type.ORDER_ACTIVATED, Event.Type.ORDER_CANCELED), events());
  }

  @Test
  void queuing_twice_is_the_same_and_canceling_at_once_stays_too_early() {
    var order = world.placed("k");
    var first = queue(order);
    world.advance(Duration.ofSeconds(10));

    var second = queue(order);

    assertEquals(first.at(), second.at());
    assertEquals(first.order().order(), second.order().order());
    assertEquals(
        new CancelOrder.TooEarly(first.at()),
        world.codeport.cancelOrder(world.account, order.id()));
  }

  @Test
  void what_may_be_canceled_already_is_canceled_at_once() {
    var order = world.placed("k");
    world.clock.advance(FakeVendor.CANCEL_AGE);

    var result = world.codeport.queueCancel(world.account, order.id());

    var done = assertInstanceOf(QueueCancel.AtOnce.class, result).result();
    assertInstanceOf(CancelOrder.Canceled.class, done);
    assertEquals(
        new QueueCancel.AtOnce(new CancelOrder.NotAllowed("the order has ended")),
        world.codeport.queueCancel(world.account, order.id()));
    assertEquals(
        new QueueCancel.AtOnce(new CancelOrder.NotFound()),
        world.codeport.queueCancel(world.newAccount(0), order.id()));
  }

  @Test
  void an_sms_before_then_wins_and_is_paid_for_as_always() {
    var order = world.placed("k");
    queue(order);

    world.deliver(order, "Your code is 480215");
    world.advance(FakeVendor.CANCEL_AGE);

    var received = assertInstanceOf(Order.Received.class, world.now(order));
    assertEquals("480215", received.inbox().code().orElseThrow().value());
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void an_sms_that_only_the_vendor_has_seen_wins_too() {
    var order = world.placed("k");
    queue(order);
    world.clock.advance(FakeVendor.CANCEL_AGE);
    world.cheap.deliver(world.lease(order), "Your code is 480215");

    settle();

    assertInstanceOf(Order.Received.class, world.now(order));
    assertEquals(World.FUNDS - 1600, world.available());
  }

  @Test
  void when_the_vendor_still_says_too_early_it_is_queued_anew() {
    var order = world.placed("k");
    queue(order);
    world.cheap.agingCancels(Duration.ofSeconds(45));

    world.advance(FakeVendor.CANCEL_AGE);

    var again = world.clock.instant().plusSeconds(45);
    assertEquals(new Plan.CancelAt(again), active(order).plan());
    world.advance(Duration.ofSeconds(45));
    assertEquals(Ending.CANCELED, closed(order).ending());
  }

  @Test
  void a_vendor_that_refuses_keeps_the_order_going() {
    var order = world.placed("k");
    queue(order);
    world.cheap.failingWith(Fault.CANCEL_REFUSED);

    world.advance(FakeVendor.CANCEL_AGE);

    assertEquals(Plan.WAIT, active(order).plan());
    assertEquals(1600, world.held());
  }

  @Test
  void an_answer_that_gets_lost_is_asked_for_again_until_it_is_settled() {
    var order = world.placed("k");
    queue(order);
    world.cheap.failingWith(Fault.CANCEL_LOST, Fault.POLL_FAILS);
    world.advance(FakeVendor.CANCEL_AGE);
    assertInstanceOf(Plan.Canceling.class, active(order).plan());
    assertEquals(1600, world.held());

    world.cheap.failingWith(Fault.POLL_FAILS);
    world.advance(Duration.ofMinutes(1));

    assertEquals(Ending.CANCELED, closed(order).ending());
    assertEquals(World.FUNDS, world.available());
  }

  @Test
  void a_queued_cancel_counts_when_it_happens_and_the_days_number_holds_for_it() {
    for (int i = 0; i < 200; i++) {
      queue(world.placed("k" + i));
    }
    world.advance(Duration.ofSeconds(10));
    var last = world.placed("last");
    queue(last);

    world.advance(FakeVendor.CANCEL_AGE.minusSeconds(10));
    world.advance(Duration.ofSeconds(10));

    assertEquals(200, world.storage.orders().canceledSince(world.account, Instant.EPOCH));
    assertEquals(Plan.WAIT, active(last).plan());
    var next = world.placed("next");
    var refused = world.codeport.queueCancel(world.account, next.id());
    assertInstanceOf(
        CancelOrder.CapReached.class, assertInstanceOf(QueueCancel.AtOnce.class, refused).result());
  }

  @Test
  void the_abuse_guard_counts_queued_cancels_like_others() {
    world.codeport.exempt(world.account, Set.of());
    for (int i = 0; i < 19; i++) {
      queue(world.placed("k" + i));
    }
    world.advance(Duration.ofSeconds(10));
    queue(world.placed("last"));

    world.advance(FakeVendor.CANCEL_AGE.minusSeconds(10));
    world.advance(Duration.ofSeconds(10));

    assertInstanceOf(PlaceOrder.Banned.class, world.place("next"));
  }

  private QueueCancel.Queued queue(Order order) {
    return queue(order.id());
  }

  private QueueCancel.Queued queue(OrderId id) {
    return assertInstanceOf(
        QueueCancel.Queued.class, world.codeport.queueCancel(world.account, id));
  }

  private void settle() {
    new SettleOrders(Parts.of(world)).runOnce(world.clock.instant());
  }

  private Order.Active active(Order order) {
    return assertInstanceOf(Order.Active.class, world.now(order));
  }

  private Order.Closed closed(Order order) {
    return assertInstanceOf(Order.Closed.class, world.now(order));
  }

  private List<Event.Type> events() {
    return world.storage.outbox().events(world.account, 0, 10).stream()
        .map(Outbox.Numbered::event)
        .map(Event::type)
        .toList();
  }
}
