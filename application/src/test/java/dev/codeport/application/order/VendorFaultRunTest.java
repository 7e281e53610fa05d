package dev.codeport.application.order;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.MovableClock;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import dev.codeport.provider.handlerapi.HandlerApiFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders over real HTTP from vendors that keep their own books, while everything goes wrong. */
class VendorFaultRunTest {
  private static final long SEED = 20310102;
  private static final int ORDERS = 160;
  private static final Set<Fault.Kind> PLANNED =
      EnumSet.of(
          Fault.Kind.REFUSE,
          Fault.Kind.GARBAGE,
          Fault.Kind.BROKEN,
          Fault.Kind.UNHEARD,
          Fault.Kind.LOST_ANSWER,
          Fault.Kind.CUT_BODY,
          Fault.Kind.GARBLED,
          Fault.Kind.BROKEN_AFTER,
          Fault.Kind.LYING_STOCK,
          Fault.Kind.NO_SMS,
          Fault.Kind.DUPLICATE_SMS,
          Fault.Kind.LATE_SMS);

  private final MovableClock clock = new MovableClock();
  private final Random random = new Random(SEED);
  private final SandboxVendor cheap =
      SandboxVendor.start(SandboxSettings.cheap(), clock, new Random(1));
  private final SandboxVendor swift =
      SandboxVendor.start(SandboxSettings.swift(), clock, new Random(2));
  private final MemoryStorage storage = new MemoryStorage(Ledger.rupiah());
  private final Codeport codeport =
      CodeportBuilder.over(storage)
          .providers(List.of(provider(cheap), provider(swift)))
          .stockCache(new MemoryStockCache())
          .rateLimiter(new MemoryRateLimiter(clock))
          .keyring(
              new Keyring(
                  Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), random))
          .clock(clock)
          .random(random)
          .build();
  private final AccountId account = account();

  @AfterEach
  void close() {
    cheap.close();
    swift.close();
  }

  @Test
  void the_vendors_books_and_ours_agree_after_every_fault() {
    for (var kind : PLANNED) {
      cheap.plan(Fault.of(kind));
      cheap.planAtRate(Fault.of(kind), 0.03);
      swift.planAtRate(Fault.of(kind), 0.03);
    }

    for (int i = 0; i < ORDERS; i++) {
      place("k" + random.nextInt(ORDERS));
      if (i % 3 == 0) {
        touchOne();
      }
      if (i % 20 == 0) {
        clock.advance(Duration.ofSeconds(30));
        codeport.workers().runDue();
      }
    }
    cheap.heal();
    swift.heal();
    for (int i = 0; i < 15; i++) {
      clock.advance(Duration.ofMinutes(3));
      codeport.workers().runDue();
    }

    everythingEnded();
    booksAgree(cheap);
    booksAgree(swift);
    assertTrue(storage.wallets().audit().balances());
    assertEquals(Money.zero(IDR), codeport.wallet(account).held());
    var seen = EnumSet.noneOf(Fault.Kind.class);
    seen.addAll(cheap.seen().keySet());
    seen.addAll(swift.seen().keySet());
    assertTrue(seen.containsAll(PLANNED), () -> "never happened: " + EnumSet.complementOf(seen));
  }

  private void place(String key) {
    codeport.placeOrder(
        new PlaceOrder.Command(
            account,
            Optional.of(World.repeatable(key, World.WHATSAPP_INDONESIA, 1)),
            World.WHATSAPP_INDONESIA,
            1));
  }

  private void touchOne() {
    var open = codeport.orders(account, Orders.Shown.OPEN, 1000, 0);
    if (open.isEmpty()) {
      return;
    }
    var id = open.get(random.nextInt(open.size())).order().id();
    switch (random.nextInt(3)) {
      case 0 -> codeport.cancelOrder(account, id);
      case 1 -> codeport.finishOrder(account, id);
      default -> codeport.requestAnotherCode(account, id);
    }
  }

  private void everythingEnded() {
    for (var order : all()) {
      assertTrue(order instanceof Order.Closed, () -> "left in between: " + order);
      assertFalse(
          storage.orders().attempts(order.id()).stream().anyMatch(a -> a.state().isOpen()),
          () -> "an attempt is open: " + order);
    }
  }

  private void booksAgree(SandboxVendor vendor) {
    assertTrue(vendor.books().balanced());
    Map<String, Attempt> byLease = new HashMap<>();
    Map<String, Attempt> byReference = new HashMap<>();
    for (var order : all()) {
      for (var attempt : storage.orders().attempts(order.id())) {
        byReference.put(attempt.reference(), attempt);
        attempt.lease().filter(l -> isAt(l, vendor)).ifPresent(l -> byLease.put(l.id(), attempt));
      }
    }
    for (var entry : vendor.books().activations()) {
      var attempt = byLease.getOrDefault(entry.id(), byReference.get(entry.reference().orElse("")));
      assertTrue(
          attempt != null || entry.refunded(), () -> "an orphan at " + vendor + ": " + entry);
      if (attempt != null && !entry.refunded()) {
        assertTrue(
            isDelivered(attempt) || attempt.state() == AttemptState.LEAKED,
            () -> "billed for nothing: " + entry + " " + attempt + " " + order(attempt));
      }
      if (attempt != null && entry.smsSent() == 0) {
        assertFalse(isDelivered(attempt), () -> "sold what never brought an SMS: " + entry);
      }
    }
  }

  private static boolean isAt(LeaseRef lease, SandboxVendor vendor) {
    return lease.provider().value().equals(vendor.settings().name());
  }

  private boolean isDelivered(Attempt attempt) {
    return order(attempt) instanceof Order.Closed closed && closed.ending().isPaid();
  }

  private Order order(Attempt attempt) {
    return storage.orders().find(attempt.order()).orElseThrow();
  }

  private List<Order> all() {
    return storage
        .orders()
        .all(Stream.iterate(1L, i -> i + 1).limit(2L * ORDERS).map(OrderId::new).toList());
  }

  private AccountId account() {
    codeport.setExchangeRate(USD, IDR, new BigDecimal("16000"));
    var opened = codeport.openAccount("customer").id();
    codeport.exempt(opened, Set.of(Account.Exemption.ABUSE_GUARD));
    codeport.topUp(opened, Money.of(100_000_000, IDR), "test");
    return opened;
  }

  private NumberProvider provider(SandboxVendor vendor) {
    var name = vendor.settings().name();
    var section =
        new Section(
            "provider." + name,
            Map.of("url", vendor.baseUri().toString(), "api-key", vendor.apiKey().reveal()));
    return new HandlerApiFactory()
        .open(
            new ProviderId(name),
            section,
            new Surroundings(Atlas.standard(), clock, Upstream.client(64)));
  }
}
