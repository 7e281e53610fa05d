package dev.codeport.application.order;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.RoutingPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private final World world = new World();

  @Test
  void takes_the_cheapest_and_holds_its_price() {
    var order = assertInstanceOf(Order.Active.class, world.placed("k"));

    assertEquals("cheap", order.lease().ref().provider().value());
    assertEquals(Money.of(1600, IDR), order.charge().price());
    assertEquals(World.FUNDS - 1600, world.available());
    assertEquals(1600, world.held());
  }

  @Test
  void holds_the_price_before_asking_anybody() {
    var poor = new World();
    poor.codeport.adjust(poor.account, Money.of(-(World.FUNDS - 1599), IDR), "");

    var result = poor.place("k");

    assertEquals(new PlaceOrder.TooPoor(Money.of(1600, IDR), Money.of(1599, IDR)), result);
    assertEquals(List.of(), poor.cheap.books());
    assertEquals(1599, poor.available());
  }

  @Test
  void goes_to_the_next_vendor_after_a_definite_no_and_the_hold_follows() {
    world.cheap.failingWith(Fault.NO_NUMBERS);

    var order = world.placed("k");

    assertEquals("dear", world.lease(order).provider().value());
    assertEquals(3200, world.held());
    assertEquals(
        List.of(AttemptState.REFUSED, AttemptState.LEASED),
        world.storage.orders().attempts(order.id()).stream().map(a -> a.state()).toList());
  }

  @Test
  void never_asks_another_vendor_while_one_answer_is_missing() {
    world.cheap.failingWith(Fault.LEASE_LOST);

    var order = assertInstanceOf(Order.Placed.class, world.placed("k"));

    assertTrue(order.unsettled());
    assertEquals(List.of(), world.dear.books());
    assertEquals(1600, world.held());
  }

  @Test
  void keeps_within_the_price_bounds_when_it_goes_on() {
    world.cheap.failingWith(Fault.REFUSED);
    var bounds =
        new RoutingPolicy.Bounds(
            Optional.of(Money.of(3199, IDR)), Optional.empty(), Optional.empty());

    var result = world.place("k", routed(bounds), 1);

    assertInstanceOf(PlaceOrder.ProviderFailed.class, result);
    assertEquals(List.of(), world.dear.books());
    assertEquals(World.FUNDS, world.available());
  }

  @Test
  void says_when_nothing_fits() {
    var low =
        new RoutingPolicy.Bounds(
            Optional.of(Money.of(1599, IDR)), Optional.empty(), Optional.empty());

    assertEquals(new PlaceOrder.NoOffer(), world.place("a", routed(low), 1));
    assertEquals(new PlaceOrder.NoOffer(), world.place("b", new Wish.Exact(new TierId(999)), 1));
  }

  @Test
  void a_vendor_that_lied_about_its_stock_is_not_asked_again_until_it_is_heard_of() {
    world.cheap.failingWith(Fault.NO_NUMBERS);
    world.placed("a");
    world.cheap.heal();

    assertEquals("dear", world.lease(world.placed("b")).provider().value());
    world.advance(Duration.ofMinutes(2));
    assertEquals("cheap", world.lease(world.placed("c")).provider().value());
  }

  @Test
  void refuses_to_sell_by_a_rate_that_is_too_old() {
    world.clock.advance(Duration.ofDays(7).plusSeconds(1));

    assertEquals(new PlaceOrder.NoRate(), world.place("k"));
    world.codeport.setExchangeRate(USD, IDR, new BigDecimal("17000"));
    assertEquals(Money.of(1700, IDR), world.placed("k").charge().price());
  }

  @Test
  void a_repeated_request_gets_the_same_order() {
    var first = world.placed("k");

    var again = assertInstanceOf(PlaceOrder.Replayed.class, world.place("k"));

    assertEquals(first.id(), again.orders().getFirst().order().id());
    assertEquals(1, world.cheap.books().size());
    assertEquals(1600, world.held());
  }

  @Test
  void a_repeated_request_is_recognised_although_it_would_be_refused_now() {
    var first = world.placed("k");
    world.cheap.failingWith(Fault.NO_NUMBERS);
    world.dear.failingWith(Fault.NO_NUMBERS);
    world.place("other");

    var again = assertInstanceOf(PlaceOrder.Replayed.class, world.place("k"));

    assertEquals(first.id(), again.orders().getFirst().order().id());
  }

  @Test
  void a_key_used_for_something_else_is_refused() {
    world.placed("k");

    assertEquals(new PlaceOrder.KeyReused(), world.place("k", World.WHATSAPP_INDONESIA, 2));
  }

  @Test
  void who_repeats_a_request_while_the_vendor_is_asked_is_told_so() {
    var repeated = new ArrayList<PlaceOrder.Result>();
    world.cheap.meanwhile(() -> repeated.add(world.place("k")));

    world.placed("k");

    assertEquals(List.of(new PlaceOrder.InProgress(Repetition.RETRY_AFTER)), repeated);
    assertEquals(1, world.cheap.books().size());
  }

  @Test
  void a_request_of_which_nothing_came_leaves_its_key_free() {
    world.cheap.failingWith(Fault.REFUSED);
    world.dear.failingWith(Fault.UNAVAILABLE);
    assertInstanceOf(PlaceOrder.ProviderFailed.class, world.place("k"));
    world.cheap.heal();

    assertInstanceOf(PlaceOrder.Accepted.class, world.place("k"));
    assertEquals(1, world.cheap.books().size());
  }

  @Test
  void of_many_numbers_those_that_fail_are_counted_and_not_paid() {
    world.cheap.failing(20);
    world.dear.failingWith(Fault.NO_NUMBERS);

    var result =
        assertInstanceOf(PlaceOrder.Accepted.class, world.place("k", World.WHATSAPP_INDONESIA, 40));

    assertEquals(40, result.orders().size() + result.failed());
    assertTrue(result.failed() > 0, "all went well");
    assertEquals(1600L * result.orders().size(), world.held());
    var replayed =
        assertInstanceOf(PlaceOrder.Replayed.class, world.place("k", World.WHATSAPP_INDONESIA, 40));
    assertEquals(result.failed(), replayed.failed());
    assertEquals(
        Set.copyOf(result.orders().stream().map(o -> o.order().id()).toList()),
        Set.copyOf(replayed.orders().stream().map(o -> o.order().id()).toList()));
  }

  @Test
  void fifty_at_once_with_one_key_make_one_order() throws Exception {
    var calls = new ArrayList<Callable<PlaceOrder.Result>>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> world.place("k"));
    }

    var ids = new HashSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var running : threads.invokeAll(calls)) {
        var result = running.get();
        if (!(result instanceof PlaceOrder.InProgress)) {
          ids.add(World.orders(result).getFirst().id());
        }
      }
    }

    assertEquals(1, ids.size());
    assertEquals(1, world.cheap.books().size());
    assertEquals(1600, world.held());
  }

  @Test
  void a_hundred_at_once_never_overspend() throws Exception {
    world.codeport.adjust(world.account, Money.of(-(World.FUNDS - 16_000), IDR), "");
    var calls = new ArrayList<Callable<PlaceOrder.Result>>();
    for (int i = 0; i < 100; i++) {
      var key = "k" + i;
      calls.add(() -> world.place(key));
    }

    var accepted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var running : threads.invokeAll(calls)) {
        accepted += running.get() instanceof PlaceOrder.Accepted ? 1 : 0;
      }
    }

    assertEquals(10, accepted);
    assertEquals(0, world.available());
    assertEquals(16_000, world.held());
  }

  @Test
  void nobody_sees_or_touches_anothers_order() {
    var order = world.placed("k");
    var stranger = world.newAccount(1000);

    assertEquals(Optional.empty(), world.codeport.order(stranger, order.id()));
    assertEquals(new CancelOrder.NotFound(), world.codeport.cancelOrder(stranger, order.id()));
    assertEquals(new FinishOrder.NotFound(), world.codeport.finishOrder(stranger, order.id()));
    assertEquals(
        new RequestAnotherCode.NotFound(), world.codeport.requestAnotherCode(stranger, order.id()));
    assertEquals(
        new ReactivateOrder.NotFound(), world.codeport.quoteReactivation(stranger, order.id()));
    assertEquals(List.of(), world.codeport.messages(stranger, order.id()));
    assertEquals(List.of(), world.codeport.orders(stranger, Orders.Shown.ALL, 10, 0));
    assertInstanceOf(Order.Active.class, world.now(order));
  }

  @Test
  void who_lets_four_of_five_orders_go_is_banned_for_a_while() {
    world.codeport.exempt(world.account, Set.<Account.Exemption>of());
    for (int i = 0; i < 20; i++) {
      world.placed("k" + i);
    }
    world.clock.advance(Duration.ofMinutes(2));
    for (var shown : world.codeport.orders(world.account, Orders.Shown.ALL, 100, 0)) {
      world.codeport.cancelOrder(world.account, shown.order().id());
    }

    var banned = assertInstanceOf(PlaceOrder.Banned.class, world.place("next"));

    assertEquals(1, banned.ban().tier());
    assertEquals(Duration.ofMinutes(30), banned.retryAfter());
    assertInstanceOf(PlaceOrder.Replayed.class, world.place("k0"));
    world.advance(Duration.ofMinutes(30));
    assertInstanceOf(PlaceOrder.Accepted.class, world.place("next"));
  }

  private static Wish routed(RoutingPolicy.Bounds bounds) {
    return new Wish.Routed(
        new CatalogProductId(88), RoutingPolicy.CHEAPEST, bounds, Optional.empty());
  }
}
