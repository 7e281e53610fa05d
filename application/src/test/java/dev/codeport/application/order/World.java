package dev.codeport.application.order;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.MovableClock;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Power;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A whole Codeport in memory with vendors that can be told to fail, and time that can be moved. */
final class World {
  static final Wish WHATSAPP_INDONESIA = Wish.Routed.cheapest(new CatalogProductId(88));
  static final long FUNDS = 1_000_000;

  final MovableClock clock = new MovableClock();
  final FakeVendor cheap;
  final FakeVendor dear;
  final Storage storage;
  final Codeport codeport;
  final AccountId account;

  World() {
    this(1);
  }

  World(long seed) {
    this(seed, new MemoryStorage(Ledger.rupiah()));
  }

  World(long seed, Storage storage) {
    this.storage = storage;
    cheap = new FakeVendor("cheap", "0.10", seed, clock);
    // A vendor without a list of what it holds: what gets lost there can only be written off.
    dear = new FakeVendor("dear", "0.20", seed + 1, clock, Set.of(Power.ANOTHER_CODE));
    codeport =
        CodeportBuilder.over(storage)
            .providers(List.of(cheap, dear))
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(clock))
            .keyring(
                new Keyring(
                    Secret.of("h".repeat(32)),
                    Map.of("k1", Secret.of("s".repeat(32))),
                    new Random(seed)))
            .clock(clock)
            .random(new Random(seed))
            .build();
    codeport.setExchangeRate(USD, IDR, new BigDecimal("16000"));
    account = newAccount(FUNDS);
  }

  AccountId newAccount(long funds) {
    var opened = codeport.openAccount("customer").id();
    codeport.exempt(opened, Set.of(Account.Exemption.ABUSE_GUARD));
    codeport.topUp(opened, Money.of(funds, IDR), "test");
    return opened;
  }

  PlaceOrder.Result place(String key) {
    return place(key, WHATSAPP_INDONESIA, 1);
  }

  PlaceOrder.Result place(String key, Wish wish, int quantity) {
    return codeport.placeOrder(command(key, wish, quantity));
  }

  PlaceOrder.Command command(String key, Wish wish, int quantity) {
    return new PlaceOrder.Command(
        account, Optional.of(repeatable(key, wish, quantity)), wish, quantity);
  }

  /** For at most so much; the cheap vendor takes 1600, the dear one 3200. */
  static Wish upTo(long rupiah) {
    return upTo(rupiah, Optional.empty());
  }

  static Wish upTo(long rupiah, Optional<ProviderId> preferred) {
    var bounds =
        new RoutingPolicy.Bounds(Optional.of(Money.of(rupiah, IDR)), Optional.empty(), preferred);
    return new Wish.Routed(
        new CatalogProductId(88), RoutingPolicy.CHEAPEST, bounds, Optional.empty());
  }

  PlaceOrder.Result urgent(String key, Wish wish, Duration codeWithin) {
    return codeport.placeOrder(
        new PlaceOrder.Command(
            account,
            Optional.of(repeatable(key, wish, 1)),
            wish,
            1,
            Optional.of(PlaceOrder.Urgency.within(codeWithin))));
  }

  static Repeatable repeatable(String key, Wish wish, int quantity) {
    return new Repeatable(
        new IdempotencyKey(key), Fingerprint.of("place", wish.toString(), "" + quantity));
  }

  Order placed(String key) {
    return orders(place(key)).getFirst();
  }

  static List<Order> orders(PlaceOrder.Result result) {
    return switch (result) {
      case PlaceOrder.Accepted accepted ->
          accepted.orders().stream().map(ShownOrder::order).toList();
      case PlaceOrder.Replayed replayed ->
          replayed.orders().stream().map(ShownOrder::order).toList();
      default -> throw new AssertionError("no orders: " + result);
    };
  }

  Order now(Order order) {
    return storage.orders().find(order.id()).orElseThrow();
  }

  LeaseRef lease(Order order) {
    return now(order).leased().orElseThrow().ref();
  }

  void deliver(Order order, String text) {
    var lease = lease(order);
    var vendor = lease.provider().value().equals("cheap") ? cheap : dear;
    if (!vendor.deliver(lease, text)) {
      throw new AssertionError("the number is not kept any more");
    }
    run();
  }

  void advance(Duration by) {
    clock.advance(by);
    run();
  }

  void run() {
    codeport.workers().runDue();
  }

  long available() {
    return codeport.wallet(account).available().units();
  }

  long held() {
    return codeport.wallet(account).held().units();
  }
}
