package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.BrowseCatalog.Sort;
import dev.codeport.application.catalog.Pool;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.routing.Balances;
import dev.codeport.application.routing.Routing;
import dev.codeport.application.routing.RoutingSettings;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.application.vendor.WatchVendors;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.domain.pool.ProviderHealth.Circuit;
import dev.codeport.domain.pool.Success;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of orders and offers when a vendor is in trouble, and who hears of it. */
class VendorHealthTest {
  private final World world = new World();

  private ProviderHealth trouble(Cause cause) {
    var now = world.clock.instant();
    return new ProviderHealth(
        Circuit.OPEN,
        now,
        Optional.of(cause),
        "BAD_KEY",
        Optional.of(now.plusSeconds(60)),
        false,
        7,
        5);
  }

  @Test
  void a_vendor_that_is_left_alone_is_not_asked_and_orders_go_to_the_next() {
    world.run();
    world.cheap.faring(trouble(Cause.FAILURES));

    var order = world.placed("a");

    assertEquals("dear", world.lease(order).provider().value());
    assertEquals(1, world.storage.orders().attempts(order.id()).size());
    world.cheap.heal();
    assertEquals("cheap", world.lease(world.placed("b")).provider().value());
  }

  @Test
  void nothing_is_sold_and_nothing_held_when_all_are_left_alone() {
    world.run();
    world.cheap.faring(trouble(Cause.BALANCE));
    world.dear.faring(trouble(Cause.ACCOUNT));

    var failed = assertInstanceOf(PlaceOrder.ProviderFailed.class, world.place("a"));

    assertEquals("the vendors do not answer at present", failed.reason());
    assertEquals(0, world.held());
  }

  @Test
  void the_offers_of_a_vendor_that_is_left_alone_are_not_shown() {
    world.run();
    assertEquals(2, shown());

    world.cheap.faring(trouble(Cause.PACE));

    assertEquals(1, shown());
  }

  private int shown() {
    var all =
        new BrowseCatalog.Query(
            world.account,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Sort.PRICE_ASC,
            1,
            100);
    return world.codeport.products(all).size();
  }

  @Test
  void numbers_taken_before_go_on_to_get_their_sms() {
    var order = world.placed("a");
    world.cheap.faring(trouble(Cause.FAILURES));

    world.deliver(order, "Your code is 482913");

    assertInstanceOf(Order.Received.class, world.now(order));
  }

  @Test
  void what_is_read_of_a_vendor_tells_state_money_success_and_stock() {
    var order = world.placed("a");
    world.deliver(order, "Your code is 482913");
    world.codeport.finishOrder(world.account, order.id());
    world.cheap.faring(trouble(Cause.ACCOUNT));

    var vendors = world.codeport.vendors();

    assertEquals(
        List.of("cheap", "dear"), vendors.stream().map(v -> v.profile().id().value()).toList());
    var cheap = vendors.getFirst();
    assertEquals(Optional.of(Cause.ACCOUNT), cheap.health().cause());
    assertEquals(
        Optional.of(new Balances.Balance(Money.of("99.9", Currency.USD), world.clock.instant())),
        cheap.balance());
    assertEquals(new Success(1, 1), cheap.success());
    assertEquals(1, cheap.stock().offers());
    assertEquals(100, cheap.stock().numbers());
    assertTrue(cheap.stock().asOf().isPresent());
    assertEquals(Success.NONE, vendors.getLast().success());
  }

  @Test
  void orders_that_ended_a_day_ago_are_no_success_of_today() {
    var order = world.placed("a");
    world.deliver(order, "Your code is 482913");
    world.codeport.finishOrder(world.account, order.id());

    world.clock.advance(ReadVendors.WINDOW.plusSeconds(1));

    assertEquals(Success.NONE, world.codeport.vendors().getFirst().success());
  }

  @Test
  void the_watch_tells_of_every_change_once() {
    var told = new ArrayList<String>();
    var pool = new Pool(List.of(world.cheap));
    var routing =
        new Routing(pool, world.storage.orders(), RoutingSettings.STANDARD, new Random(1));
    var worker = new WatchVendors(pool, routing, telling(told));
    var now = world.clock.instant();

    assertEquals(0, worker.runOnce(now));
    world.cheap.faring(trouble(Cause.FAILURES));
    assertEquals(1, worker.runOnce(now));
    assertEquals(0, worker.runOnce(now));
    world.cheap.faring(trouble(Cause.BALANCE));
    assertEquals(1, worker.runOnce(now));
    world.cheap.heal();
    assertEquals(1, worker.runOnce(now));

    assertEquals(
        List.of("cheap has 100 USD", "cheap OPEN FAILURES", "cheap OPEN BALANCE", "cheap CLOSED "),
        told);
  }

  @Test
  void the_balance_is_asked_for_every_five_minutes() {
    world.run();
    var first = toldAt();
    world.advance(Duration.ofMinutes(4));
    assertEquals(first, toldAt());

    world.advance(Duration.ofMinutes(1));

    assertEquals(first.plus(Duration.ofMinutes(5)), toldAt());
  }

  private Instant toldAt() {
    return world.codeport.vendors().getFirst().balance().orElseThrow().asOf();
  }

  /** An observer of which only what it hears of vendors is of interest. */
  private static Observer telling(List<String> told) {
    return (Observer)
        Proxy.newProxyInstance(
            Observer.class.getClassLoader(),
            new Class<?>[] {Observer.class},
            (self, method, arguments) -> {
              var id = (ProviderId) arguments[0];
              told.add(
                  arguments[1] instanceof ProviderHealth health
                      ? id
                          + " "
                          + health.circuit()
                          + " "
                          + health.cause().map(Enum::name).orElse("")
                      : id + " has " + arguments[1]);
              return null;
            });
  }
}
