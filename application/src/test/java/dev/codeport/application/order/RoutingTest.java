package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.application.routing.Routing;
import dev.codeport.application.routing.RoutingSettings;
import dev.codeport.application.vendor.WatchVendors;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Balance;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.Reason;
import dev.codeport.domain.pool.RoutingPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Wish BALANCED = wish(RoutingPolicy.BALANCED, Set.of());

  private final World world = new World();
  private int orders;

  @Test
  void why_a_vendor_was_asked_is_kept_with_its_attempt() {
    world.cheap.failingWith(Fault.NO_NUMBERS);

    var reasons = reasons(order(preferring("cheap")));

    assertEquals(
        List.of(Reason.Ground.PREFERRED, Reason.Ground.RANKED),
        reasons.stream().map(Reason::ground).toList());
    assertEquals(List.of(1, 2), reasons.stream().map(Reason::place).toList());
    for (var reason : reasons) {
      assertEquals(RoutingPolicy.BALANCED, reason.policy());
      assertEquals(2, reason.among());
      assertTrue(reason.drawn().isPresent());
    }
  }

  @Test
  void a_tier_that_was_asked_for_itself_needs_no_reason() {
    var tier = order(BALANCED).charge().tier().id();

    var exact = order(new Wish.Exact(tier));

    assertEquals(List.of(), reasons(exact));
  }

  @Test
  void what_became_of_numbers_shows_in_the_reasons_of_later_orders() {
    var first = order(World.WHATSAPP_INDONESIA);
    world.advance(Duration.ofSeconds(30));
    world.deliver(first, "Your code is 480215");
    var second = order(World.WHATSAPP_INDONESIA);
    world.advance(FakeVendor.CANCEL_AGE);
    world.codeport.cancelOrder(world.account, second.id());

    world.advance(Duration.ofSeconds(5));
    var reason = reasons(order(World.WHATSAPP_INDONESIA)).getFirst();

    assertEquals(2, reason.sample(), 0.02);
    assertEquals(0.5, reason.rate().orElseThrow(), 0.01);
  }

  @Test
  void balanced_goes_over_to_the_vendor_whose_codes_arrive() {
    var vendors = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      var order = order(BALANCED);
      var vendor = vendor(order);
      vendors.add(vendor);
      if (vendor.equals("dear")) {
        world.deliver(order, "Your code is 480215");
      } else {
        world.advance(FakeVendor.CANCEL_AGE);
        world.codeport.cancelOrder(world.account, order.id());
      }
      world.advance(Duration.ofSeconds(30));
    }

    var late = vendors.subList(40, 60).stream().filter("dear"::equals).count();
    assertTrue(late >= 16, () -> late + " of the last 20, " + vendors);
  }

  @Test
  void the_orders_of_one_balanced_request_are_chosen_one_by_one() {
    var result = world.place("k", BALANCED, 40);

    var dear = World.orders(result).stream().filter(order -> vendor(order).equals("dear")).count();

    assertTrue(dear >= 8 && dear <= 32, () -> dear + " of 40");
  }

  @Test
  void a_vendor_that_is_not_wanted_is_not_asked() {
    var order = order(wish(RoutingPolicy.CHEAPEST, Set.of(new ProviderId("cheap"))));

    assertEquals("dear", vendor(order));
    assertEquals(List.of(), world.cheap.books());
  }

  @Test
  void a_vendor_that_its_adapter_would_not_buy_from_is_left_out() {
    var well = ProviderHealth.fine(world.clock.instant());
    world.cheap.faring(
        new ProviderHealth(
            ProviderHealth.Circuit.OPEN,
            well.since(),
            Optional.of(ProviderHealth.Cause.BALANCE),
            "no money",
            Optional.empty(),
            false,
            1,
            1));

    assertEquals("dear", vendor(order(World.WHATSAPP_INDONESIA)));

    world.cheap.faring(well);
    assertEquals("cheap", vendor(order(World.WHATSAPP_INDONESIA)));
  }

  @Test
  void that_it_has_no_numbers_is_an_answer() {
    world.cheap.failingWith(Fault.NO_NUMBERS);
    for (int i = 0; i < 8; i++) {
      order(World.WHATSAPP_INDONESIA);
      world.advance(Duration.ofMinutes(1));
    }
    world.cheap.heal();
    world.advance(Duration.ofMinutes(1));

    assertEquals("cheap", vendor(order(World.WHATSAPP_INDONESIA)));
  }

  @Test
  void a_price_that_cannot_be_bought_is_corrected_at_once_and_counts_against_its_vendor() {
    order(World.WHATSAPP_INDONESIA);
    world.cheap.costing("0.15");

    assertEquals("dear", vendor(order(World.WHATSAPP_INDONESIA)));
    var next = order(World.WHATSAPP_INDONESIA);

    assertEquals("cheap", vendor(next));
    assertEquals(Money.of(2400, Currency.IDR), next.charge().price());
    world.clock.advance(Duration.ofSeconds(5));
    var reason = reasons(order(World.WHATSAPP_INDONESIA)).getFirst();
    assertEquals(0.25, reason.sample(), 0.01);
    assertEquals(Optional.of(0.0), reason.rate());
  }

  @Test
  void what_lies_at_a_vendor_is_read_where_only_so_much_is_to() {
    var pool = new Pool(List.of(world.cheap, world.dear));
    var most = Map.of(world.cheap.profile().id(), new BigDecimal("99.99"));
    var settings = new RoutingSettings(Balance.STANDARD, Duration.ofHours(6), most);
    var routing = new Routing(pool, world.storage.orders(), settings, new Random(1));
    var watch = new WatchVendors(pool, routing, Observer.NONE);
    var now = world.clock.instant();
    var minute = Duration.ofMinutes(1);

    watch.runOnce(now);
    watch.runOnce(now.plus(minute).minusSeconds(1));
    assertEquals(List.of(now, now), toldAt(routing, world.cheap, world.dear));
    watch.runOnce(now.plus(minute));
    assertEquals(List.of(now.plus(minute), now), toldAt(routing, world.cheap, world.dear));

    var standings = routing.around().vendors();
    assertTrue(
        Optional.ofNullable(standings.get(world.cheap.profile().id())).orElseThrow().isOverLimit());
    assertFalse(
        Optional.ofNullable(standings.get(world.dear.profile().id())).orElseThrow().isOverLimit());
  }

  private static List<Instant> toldAt(Routing routing, FakeVendor... vendors) {
    return Stream.of(vendors)
        .map(vendor -> routing.balances().of(vendor.profile().id()).orElseThrow().asOf())
        .toList();
  }

  private Order order(Wish wish) {
    return World.orders(world.place("order-" + ++orders, wish, 1)).getFirst();
  }

  private List<Reason> reasons(Order order) {
    return world.storage.orders().attempts(order.id()).stream()
        .map(Attempt::reason)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String vendor(Order order) {
    return order.charge().tier().key().provider().value();
  }

  private static Wish preferring(String vendor) {
    var bounds =
        new RoutingPolicy.Bounds(
            Optional.empty(), Optional.empty(), Optional.of(new ProviderId(vendor)));
    return new Wish.Routed(
        new CatalogProductId(88), RoutingPolicy.BALANCED, bounds, Optional.empty());
  }

  private static Wish wish(RoutingPolicy policy, Set<ProviderId> excluded) {
    var bounds =
        new RoutingPolicy.Bounds(
            Optional.empty(), Optional.empty(), Optional.empty(), new TreeSet<>(excluded));
    return new Wish.Routed(new CatalogProductId(88), policy, bounds, Optional.empty());
  }
}
