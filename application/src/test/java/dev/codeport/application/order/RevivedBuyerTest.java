package dev.codeport.application.order;

import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.contract.Freezing;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Book;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A node stands still at any moment while it gets a number, others settle the order, and then it
 * goes on: the number that it gets for nothing is given back or booked, once.
 */
class RevivedBuyerTest {
  private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

  @Test
  void a_number_that_came_after_its_order_was_given_up_is_given_back() {
    atEveryMoment(
        world -> {
          world.urgent("k", World.upTo(5000), SIX_MINUTES);
          world.clock.advance(FakeVendor.CANCEL_AGE);
        },
        RevivedBuyerTest::pursue);
  }

  @Test
  void what_is_not_taken_back_any_more_is_booked_as_a_leak_once() {
    atEveryMoment(
        world -> {
          world.urgent("k", World.upTo(5000), SIX_MINUTES);
          world.clock.advance(FakeVendor.CANCEL_AGE);
          world.dear.agingCancels(Duration.ofMinutes(10));
        },
        RevivedBuyerTest::pursue);
  }

  @Test
  void a_number_that_another_order_was_given_meanwhile_stays_there() {
    atEveryMoment(
        world -> {
          world.cheap.failingWith(Fault.REQUEST_LOST);
          world.placed("lost");
          world.cheap.heal();
        },
        (world, storage) ->
            PlaceOrder.over(parts(world, storage))
                .placeOrder(world.command("k", World.WHATSAPP_INDONESIA, 1)));
  }

  @Test
  void a_no_that_came_after_its_order_was_given_up_shows_that_nothing_was_lost() {
    atEveryMoment(
        world -> {
          world.urgent("k", World.upTo(5000), SIX_MINUTES);
          world.dear.failingWith(Fault.REFUSED);
          world.clock.advance(FakeVendor.CANCEL_AGE);
        },
        RevivedBuyerTest::pursue);
  }

  private static void pursue(World world, Storage storage) {
    new PursueOrders(parts(world, storage)).runOnce(world.clock.instant());
  }

  private static OrderParts parts(World world, Storage storage) {
    return Parts.of(world, storage, "frozen", List.of(world.cheap, world.dear));
  }

  /** At every moment, each in a world of its own, our books must agree with the vendors'. */
  private static void atEveryMoment(Consumer<World> begin, BiConsumer<World, Storage> work) {
    Freezing freezing;
    var moment = 1;
    do {
      var world = new World();
      begin.accept(world);
      freezing = new Freezing(moment, () -> anotherWorks(world));

      work.accept(world, freezing.over(world.storage));

      anotherWorks(world);
      var where = "frozen at moment " + moment++;
      assertTrue(world.storage.wallets().audit().balances(), where);
      assertEquals(
          unsold(world.cheap, "0.10", world).plus(unsold(world.dear, "0.20", world)),
          leaked(world),
          where);
      for (var open : world.codeport.orders(world.account, Orders.Shown.OPEN, 9, 0)) {
        if (open.order() instanceof Order.Placed looking) {
          assertTrue(looking.lookAt().isPresent(), where);
        } else {
          var active = assertInstanceOf(Order.Active.class, open.order(), where);
          assertTrue(isOpen(world, active.lease().ref()), where);
        }
      }
    } while (freezing.froze());
  }

  private static void anotherWorks(World world) {
    for (int i = 0; i < 8; i++) {
      world.advance(Duration.ofSeconds(15));
    }
  }

  /** What a vendor takes for numbers that no order has. */
  private static Money unsold(FakeVendor vendor, String cost, World world) {
    var sum = Money.zero(USD);
    for (var one : vendor.books()) {
      var lease = new LeaseRef(vendor.profile().id(), one.id);
      var sold = world.storage.orders().byLease(lease).flatMap(Order::leased).map(Lease::ref);
      if (one.isBilled(world.clock.instant()) && !sold.equals(Optional.of(lease))) {
        sum = sum.plus(Money.of(cost, USD));
      }
    }
    return sum;
  }

  private static Money leaked(World world) {
    return world
        .storage
        .wallets()
        .audit()
        .books()
        .getOrDefault(Book.LEAK, Map.of())
        .getOrDefault(USD, Money.zero(USD));
  }

  private static boolean isOpen(World world, LeaseRef lease) {
    return Stream.of(world.cheap, world.dear)
        .flatMap(vendor -> vendor.books().stream())
        .anyMatch(one -> one.id.equals(lease.id()) && one.isOpen(world.clock.instant()));
  }
}
