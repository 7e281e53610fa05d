package dev.codeport.bootstrap.kill;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of many orders; then another process finds everything right. */
class KillTest {
  private static final int KILLS = 2;
  private static final int ORDERS_BEFORE_A_KILL = 30;
  private static final long SEED = 20310102;

  private final Ahead clock = new Ahead();
  private final Random random = new Random(SEED);
  private final List<String> sent = new ArrayList<>();
  private final Map<String, OrderId> got = new HashMap<>();

  @Test
  void money_and_the_vendors_books_are_right_after_every_kill(@TempDir Path folder)
      throws Exception {
    try (var postgres =
            EmbeddedPostgres.open(
                Path.of("target/postgres").toAbsolutePath(), folder.resolve("data"), 0, "pw");
        var vendor = SandboxVendor.start(busy(), clock, new Random(SEED));
        var node =
            Node.open(
                url(postgres), vendor.baseUri().toString(), vendor.apiKey().reveal(), clock)) {
      vendor.planAtRate(Fault.of(Fault.Kind.LOST_ANSWER), 0.05);
      vendor.planAtRate(Fault.of(Fault.Kind.NO_SMS), 0.3);
      var account = account(node);

      for (int i = 0; i < KILLS; i++) {
        killInTheMiddle(postgres, vendor, account, "run" + i);
      }
      vendor.heal();
      repeatEverything(node, account);
      for (int i = 0; i < 8; i++) {
        clock.advance(Duration.ofMinutes(5));
        node.codeport().workers().runDue();
      }

      check(node, vendor, account);
    }
  }

  private void killInTheMiddle(
      EmbeddedPostgres postgres, SandboxVendor vendor, AccountId account, String prefix)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                url(postgres),
                vendor.baseUri().toString(),
                vendor.apiKey().reveal(),
                account.toString(),
                prefix)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = process.inputReader()) {
      var enough = got.size() + ORDERS_BEFORE_A_KILL + random.nextInt(20);
      while (got.size() < enough) {
        read(lines);
        assertTrue(sent.size() < got.size() + 200, "next to nothing that is ordered is got");
      }
      // By its handle: the process's own method would close what it has said and we have not read.
      process.toHandle().destroyForcibly();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
      }
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  private void read(BufferedReader lines) throws IOException {
    var line = lines.readLine();
    assertTrue(line != null, "the process ended by itself after " + got.size() + " orders");
    note(line);
  }

  private void note(String line) {
    var words = line.split(" ", -1);
    switch (words[0]) {
      case "sending" -> sent.add(words[1]);
      case "got" -> got.put(words[1], new OrderId(Long.parseLong(words[2])));
      default -> {}
    }
  }

  /** What a client does that heard nothing: the same request once more. */
  private void repeatEverything(Node node, AccountId account) {
    for (var key : sent) {
      var again = node.codeport().placeOrder(Victim.order(account, key));
      if (got.containsKey(key)) {
        var replayed = (PlaceOrder.Replayed) again;
        assertEquals(got.get(key), replayed.orders().getFirst().order().id(), key);
      }
    }
  }

  private void check(Node node, SandboxVendor vendor, AccountId account) {
    var orders = new ArrayList<Order>();
    for (long id = 1; id <= 20_000; id += 1000) {
      orders.addAll(node.storage().orders().all(ids(id)));
    }
    assertTrue(got.size() >= KILLS * ORDERS_BEFORE_A_KILL);
    assertTrue(orders.size() >= got.size(), orders.size() + " orders of " + got.size());
    var paid = 0L;
    // A lost number may be taken for another lost request like it: whose lease it is counts first.
    Map<String, Attempt> byLease = new HashMap<>();
    Map<String, Attempt> byReference = new HashMap<>();
    for (var order : orders) {
      assertTrue(order instanceof Order.Closed, () -> "left in between: " + order);
      paid += isPaid(order) ? order.charge().price().units() : 0;
      for (var attempt : node.storage().orders().attempts(order.id())) {
        attempt.lease().ifPresent(lease -> byLease.put(lease.id(), attempt));
        byReference.put(attempt.reference(), attempt);
      }
    }
    var wallet = node.codeport().wallet(account);
    assertEquals(Money.zero(IDR), wallet.held());
    assertEquals(1_000_000_000 - paid, wallet.available().units());
    assertTrue(node.storage().wallets().audit().balances());
    assertTrue(vendor.books().balanced());
    for (var entry : vendor.books().activations()) {
      var attempt =
          Optional.ofNullable(byLease.get(entry.id()))
              .or(() -> Optional.ofNullable(byReference.get(entry.reference().orElseThrow())));
      agree(node, entry, attempt);
    }
  }

  private static void agree(Node node, Books.Entry entry, Optional<Attempt> attempt) {
    assertTrue(attempt.isPresent(), () -> "an orphan at the vendor: " + entry);
    var order = node.storage().orders().find(attempt.get().order()).orElseThrow();
    if (!entry.refunded()) {
      assertTrue(
          isPaid(order) || attempt.get().state() == AttemptState.LEAKED,
          () -> "billed for nothing: " + entry + " " + attempt);
    }
    if (entry.smsSent() == 0) {
      assertTrue(!isPaid(order), () -> "sold what never brought an SMS: " + entry);
    }
  }

  private static boolean isPaid(Order order) {
    return order instanceof Order.Closed closed && closed.ending().isPaid();
  }

  private static List<OrderId> ids(long from) {
    var ids = new ArrayList<OrderId>();
    for (long id = from; id < from + 1000; id++) {
      ids.add(new OrderId(id));
    }
    return ids;
  }

  private static AccountId account(Node node) {
    node.codeport().setExchangeRate(USD, IDR, new BigDecimal("16000"));
    var account = node.codeport().openAccount("customer").id();
    node.codeport().exempt(account, Set.of(Account.Exemption.ABUSE_GUARD));
    node.codeport().topUp(account, Money.of(1_000_000_000, IDR), "test");
    return account;
  }

  private static SandboxSettings busy() {
    return SandboxSettings.cheap().instant();
  }

  private static String url(EmbeddedPostgres postgres) {
    var sign = postgres.url().contains("?") ? "&" : "?";
    return postgres.url() + sign + "user=" + postgres.user() + "&password=" + postgres.password();
  }

  /** The real time, and how far it was moved on. */
  private static final class Ahead implements InstantSource {
    private volatile Duration by = Duration.ZERO;

    void advance(Duration more) {
      by = by.plus(more);
    }

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(by).truncatedTo(ChronoUnit.MICROS);
    }
  }
}
