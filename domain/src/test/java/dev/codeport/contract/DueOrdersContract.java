package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Attention;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders.Due;
import dev.codeport.domain.order.Pursuit;
import dev.codeport.domain.storage.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Work is handed to one worker at a time. */
public interface DueOrdersContract extends StorageStage {
  @Test
  default void orders_are_due_when_their_time_is_over_soonest_first() {
    var later = Given.activeOrder().lasting(Duration.ofMinutes(12)).in(storage());
    var sooner = Given.awaitingOrder().lasting(Duration.ofMinutes(11)).in(storage());
    var much = Given.activeOrder().lasting(Duration.ofMinutes(60)).in(storage());
    Given.expiredOrder().in(storage());
    Given.unsettledOrder().in(storage());

    assertEquals(List.of(), storage().orders().claimDue(Due.EXPIRE, minute(10), 10, minute(11)));
    assertEquals(
        List.of(sooner, later),
        storage().orders().claimDue(Due.EXPIRE, minute(20), 10, minute(90)));
    assertEquals(
        List.of(much), storage().orders().claimDue(Due.EXPIRE, minute(60), 10, minute(65)));
  }

  @Test
  default void a_missing_answer_is_due_for_settling() {
    var placed = Given.placedOrder().in(storage());
    var unsettled = Given.unsettledOrder().placedAt(minute(1)).in(storage());
    var canceling = Given.cancelingOrder().placedAt(minute(2)).in(storage());
    Given.activeOrder().in(storage());
    Given.receivedOrder().in(storage());

    assertEquals(
        List.of(placed, unsettled, canceling),
        storage().orders().claimDue(Due.SETTLE, minute(10), 10, minute(11)));
  }

  @Test
  default void a_queued_cancel_is_due_for_settling_at_its_time() {
    var queued = Given.queuedOrder().in(storage());
    var at = Given.NOW.plusSeconds(150);

    assertEquals(
        List.of(), storage().orders().claimDue(Due.SETTLE, at.minusNanos(1_000), 10, minute(11)));
    assertEquals(List.of(queued), storage().orders().claimDue(Due.SETTLE, at, 10, minute(11)));
  }

  @Test
  default void a_pursued_order_is_due_for_moving_and_then_for_its_end() {
    var pursuit = new Pursuit(minute(4), Duration.ofSeconds(150));
    var waiting = Given.activeOrder().pursuing(pursuit).in(storage());
    var leaving = Given.leavingOrder().placedAt(minute(1)).pursuing(pursuit).in(storage());
    var orders = storage().orders();

    assertEquals(List.of(), orders.claimDue(Due.MOVE, minute(2), 10, minute(3)));
    assertEquals(List.of(waiting, leaving), orders.claimDue(Due.MOVE, minute(4), 10, minute(5)));
    var staying = waiting.stay();
    Given.committed(storage(), Change.of(staying));

    assertEquals(List.of(), orders.claimDue(Due.EXPIRE, minute(3), 10, minute(6)));
    assertEquals(List.of(staying.order()), orders.claimDue(Due.EXPIRE, minute(5), 10, minute(6)));
  }

  @Test
  default void a_moving_order_is_due_for_settling_some_time_after_it_moved() {
    var moving = Given.movingOrder().in(storage());
    var at = Given.NOW.plusSeconds(121).plus(Attention.PATIENCE);

    assertEquals(
        List.of(), storage().orders().claimDue(Due.SETTLE, at.minusNanos(1_000), 10, minute(11)));
    assertEquals(List.of(moving), storage().orders().claimDue(Due.SETTLE, at, 10, minute(11)));
  }

  @Test
  default void an_order_that_looks_for_a_number_is_due_for_moving_when_it_looks_again() {
    var pursuit = new Pursuit(minute(9), Duration.ofSeconds(30));
    var moving = Given.movingOrder().pursuing(pursuit).in(storage());
    var looking = moving.lookAgain(minute(3), minute(2));
    Given.committed(storage(), Change.of(looking));
    var orders = storage().orders();

    assertEquals(Optional.of(looking.order()), orders.find(moving.id()));
    assertEquals(List.of(), orders.claimDue(Due.SETTLE, minute(8), 10, minute(9)));
    assertEquals(List.of(), orders.claimDue(Due.MOVE, minute(2), 10, minute(3)));
    assertEquals(List.of(looking.order()), orders.claimDue(Due.MOVE, minute(3), 10, minute(4)));
  }

  @Test
  default void what_was_handed_out_is_not_handed_out_again_until_then() {
    var order = Given.activeOrder().in(storage());

    assertEquals(
        List.of(order), storage().orders().claimDue(Due.EXPIRE, minute(30), 10, minute(32)));
    assertEquals(List.of(), storage().orders().claimDue(Due.EXPIRE, minute(31), 10, minute(33)));
    assertEquals(
        List.of(order), storage().orders().claimDue(Due.EXPIRE, minute(32), 10, minute(34)));
  }

  @Test
  default void moving_an_order_does_not_take_it_from_its_worker() {
    var order = Given.activeOrder().in(storage());
    storage().orders().claimDue(Due.EXPIRE, minute(30), 10, minute(32));
    var asked = order.askCancel(minute(30));
    Given.committed(storage(), Change.of(asked));
    Given.committed(storage(), Change.of(asked.order().keep()));

    assertEquals(List.of(), storage().orders().claimDue(Due.EXPIRE, minute(31), 10, minute(33)));
    assertEquals(1, storage().orders().claimDue(Due.EXPIRE, minute(32), 10, minute(34)).size());
  }

  @Test
  default void four_workers_never_get_the_same_order() {
    var account = Given.account().with(10_000_000).in(storage());
    var orders = new ArrayList<OrderId>();
    for (int i = 0; i < 40; i++) {
      orders.add(Given.activeOrder().of(account).in(storage()).id());
    }

    var handed = Race.of(4, i -> claimAll());

    assertEquals(orders, handed.stream().flatMap(List::stream).map(Order::id).sorted().toList());
  }

  @Test
  default void a_limit_leaves_the_rest_for_the_next() {
    var first = Given.activeOrder().lasting(Duration.ofMinutes(1)).in(storage());
    var second = Given.activeOrder().lasting(Duration.ofMinutes(2)).in(storage());

    assertEquals(List.of(first), storage().orders().claimDue(Due.EXPIRE, minute(9), 1, minute(10)));
    assertEquals(
        List.of(second), storage().orders().claimDue(Due.EXPIRE, minute(9), 1, minute(10)));
    assertEquals(List.of(), storage().orders().claimDue(Due.EXPIRE, minute(9), 1, minute(10)));
  }

  /** Seven at a time until there is nothing more. */
  private List<Order> claimAll() {
    var all = new ArrayList<Order>();
    var some = storage().orders().claimDue(Due.EXPIRE, minute(30), 7, minute(40));
    while (!some.isEmpty()) {
      all.addAll(some);
      some = storage().orders().claimDue(Due.EXPIRE, minute(30), 7, minute(40));
    }
    return all;
  }
}
