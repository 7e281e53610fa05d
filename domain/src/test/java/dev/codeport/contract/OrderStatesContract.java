package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.order.Pursuit;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.domain.pool.Tally;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders come back as they went in, and only to whom they belong. */
public interface OrderStatesContract extends StorageStage {
  @Test
  default void every_state_reads_back_as_it_was_written() {
    var orders =
        Stream.of(
                Given.placedOrder(),
                Given.unsettledOrder(),
                Given.activeOrder(),
                Given.cancelingOrder(),
                Given.queuedOrder(),
                Given.leavingOrder(),
                Given.movingOrder(),
                Given.movingUnsettledOrder(),
                Given.movedOrder(),
                Given.activeOrder().pursuing(pursuit(10)),
                Given.activeOrder().pursuing(pursuit(1)),
                Given.movingOrder().pursuing(pursuit(10)),
                Given.completedOrder().pursuing(pursuit(10)),
                Given.receivedOrder(),
                Given.awaitingOrder(),
                Given.completedOrder(),
                Given.canceledOrder(),
                Given.withdrawnOrder(),
                Given.expiredOrder(),
                Given.refusedOrder(),
                Given.failedOrder())
            .<Order>map(fixture -> fixture.in(storage()))
            .toList();

    for (var order : orders) {
      assertEquals(Optional.of(order), storage().orders().find(order.id()));
      assertEquals(Optional.of(order), storage().orders().find(order.account(), order.id()));
    }
  }

  private static Pursuit pursuit(long minutes) {
    return new Pursuit(minute(minutes), Duration.ofMillis(61_500));
  }

  @Test
  default void every_number_that_an_order_had_leads_to_it() {
    var moved = Given.movedOrder().in(storage());
    var leases =
        storage().orders().attempts(moved.id()).stream()
            .flatMap(attempt -> attempt.lease().stream())
            .toList();

    assertEquals(2, leases.size());
    for (var lease : leases) {
      assertEquals(Optional.of(moved), storage().orders().byLease(lease));
    }
    assertEquals(moved.lease().ref(), leases.getLast());
  }

  @Test
  default void a_wish_and_an_operator_read_back_as_they_were_written() {
    var tier =
        new TierKey(Given.SOUTH, new CountryId(7), new PlatformId(33), Optional.of("telkomsel"));
    var bounds =
        new RoutingPolicy.Bounds(
            Optional.of(Given.rupiah(9_000)),
            Optional.of(Given.rupiah(10)),
            Optional.of(Given.SOUTH),
            new TreeSet<>(Set.of(Given.NORTH, new ProviderId("zero"))));
    var wish =
        new Wish.Routed(
            new CatalogProductId(88),
            RoutingPolicy.BALANCED,
            bounds,
            Optional.of(new OperatorId(3)));

    var routed = Given.receivedOrder().on(tier).wishing(wish).in(storage());
    var plain = Given.activeOrder().wishing(Wish.Routed.cheapest(tier.product())).in(storage());

    assertEquals(Optional.of(routed), storage().orders().find(routed.id()));
    assertEquals(Optional.of(plain), storage().orders().find(plain.id()));
  }

  @Test
  default void an_order_remembers_whose_number_it_has_again() {
    var parent = Given.completedOrder().in(storage());
    var terms =
        new OrderTerms(
            storage().ids().nextOrder(),
            parent.account(),
            parent.terms().wish(),
            Optional.of(parent.id()),
            minute(30));
    var route =
        new Route(
            parent.charge().tier(),
            Given.dollars("0.2"),
            Given.rupiah(4_000),
            Optional.empty(),
            1,
            Tally.NONE);
    var step = Order.Placed.place(terms, route);

    assertFalse(storage().orders().isReactivating(parent.id()));
    Given.committed(storage(), Change.of(step));

    assertEquals(Optional.of(step.order()), storage().orders().find(terms.id()));
    assertTrue(storage().orders().isReactivating(parent.id()));
    Given.committed(storage(), Change.of(step.order().refuse("gone", minute(31))));
    assertFalse(storage().orders().isReactivating(parent.id()));
  }

  @Test
  default void an_order_moved_on_to_another_route_keeps_the_new_one() {
    var placed = Given.placedOrder().in(storage());
    var tier = storage().tiers().identify(List.of(Given.tier(Given.SOUTH)));
    var dearer =
        new Route(
            tier.values().iterator().next(),
            Given.dollars("0.6"),
            Given.rupiah(9_900),
            Optional.empty(),
            5,
            Tally.NONE);
    var step = placed.reroute(dearer, minute(1));

    var wallet = Given.committed(storage(), Change.of(step));

    assertEquals(Optional.of(step.order()), storage().orders().find(placed.id()));
    assertEquals(Given.rupiah(9_900), wallet.held());
  }

  @Test
  default void another_accounts_order_is_not_found() {
    var order = Given.receivedOrder().in(storage());
    var stranger = Given.account().in(storage());

    assertEquals(Optional.empty(), storage().orders().find(stranger.id(), order.id()));
    assertEquals(Optional.empty(), storage().orders().find(new OrderId(2_000_000_000)));
  }

  @Test
  default void several_orders_are_read_at_once_by_id() {
    var first = Given.activeOrder().in(storage());
    var second = Given.completedOrder().in(storage());
    var absent = new OrderId(2_000_000_000);

    var read = storage().orders().all(List.of(second.id(), absent, first.id()));

    assertEquals(List.of(first, second), read);
    assertEquals(List.of(), storage().orders().all(List.of()));
  }

  @Test
  default void an_order_is_placed_only_once() {
    var placed = Given.placedOrder().in(storage());
    var route =
        new Route(
            placed.charge().tier(),
            Given.dollars("0.2"),
            placed.charge().price(),
            Optional.empty(),
            1,
            Tally.NONE);

    var again = storage().commit(Change.of(Order.Placed.place(placed.terms(), route)).build());

    assertInstanceOf(CommitResult.Stale.class, again);
  }

  @Test
  default void a_state_is_taken_only_on_top_of_the_one_before() {
    var active = Given.activeOrder().in(storage());
    var asked = active.askCancel(minute(3));
    var kept = asked.order().keep();

    assertInstanceOf(CommitResult.Stale.class, storage().commit(Change.of(kept).build()));
    Given.committed(storage(), Change.of(asked));
    Given.committed(storage(), Change.of(kept));
    assertInstanceOf(CommitResult.Stale.class, storage().commit(Change.of(asked).build()));
    assertEquals(Optional.of(kept.order()), storage().orders().find(active.id()));
  }

  @Test
  default void one_change_may_move_an_order_twice() {
    var active = Given.activeOrder().in(storage());
    var asked = active.askCancel(minute(3));
    var canceled = asked.order().cancel(minute(4));

    Given.committed(storage(), Change.of(asked).step(canceled));

    assertEquals(Optional.of(canceled.order()), storage().orders().find(active.id()));
  }
}
