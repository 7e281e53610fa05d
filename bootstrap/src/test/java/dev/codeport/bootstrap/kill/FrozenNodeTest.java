package dev.codeport.bootstrap.kill;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.contract.Freezing;
import dev.codeport.contract.Snapshot;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes over one Postgres. One freezes at any moment of its work, the other does the work, and
 * then the first goes on.
 */
class FrozenNodeTest {
  private volatile Duration ahead = Duration.ZERO;
  private final InstantSource clock =
      () -> InstantSource.system().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);

  @Test
  void what_a_revived_node_still_wants_to_commit_is_refused(@TempDir Path folder) throws Exception {
    try (var postgres =
            EmbeddedPostgres.open(
                Path.of("target/postgres").toAbsolutePath(), folder.resolve("data"), 0, "pw");
        var vendor =
            SandboxVendor.start(
                SandboxSettings.cheap().instant().withSilent(Set.of("whatsapp")),
                clock,
                new Random(7));
        var node = Node.open(url(postgres), url(vendor), key(vendor), clock)) {
      var account = account(node);

      // Told of by the vendor, and then, with the number's time over, to be completed.
      for (var work : List.of("poll-leases", "expire-orders")) {
        var moment = 1;
        while (frozen(work, moment, vendor, node, account)) {
          moment++;
        }
        assertTrue(moment > 4, work + " has hardly any moments");
      }
    }
  }

  /** Answers whether it came to that moment. */
  private boolean frozen(
      String work, int moment, SandboxVendor vendor, Node other, AccountId account) {
    var order = order(other, account, work + moment);
    assertTrue(vendor.deliver(order.lease().phone(), "Your code is 480215"));
    if (work.equals("expire-orders")) {
      ahead = ahead.plus(Duration.ofMinutes(25));
    }
    var seen = new AtomicReference<Seen>();
    var freezing = new Freezing(moment, () -> seen.set(works(other, vendor, account)));
    var provider = Node.vendor(url(vendor), key(vendor), clock);

    Node.over(freezing.over(other.storage()), provider, clock).workers().all().stream()
        .filter(worker -> worker.name().equals(work))
        .forEach(worker -> worker.runOnce(clock.instant()));

    if (freezing.froze()) {
      assertEquals(seen.get(), Seen.of(other, vendor, account), work + " at moment " + moment);
      for (var answer : freezing.answers()) {
        assertInstanceOf(CommitResult.Stale.class, answer, work + " at moment " + moment);
      }
    }
    works(other, vendor, account);
    other.codeport().finishOrder(account, order.id());
    return freezing.froze();
  }

  private Seen works(Node other, SandboxVendor vendor, AccountId account) {
    ahead = ahead.plus(Duration.ofMinutes(1));
    other.codeport().workers().runDue();
    return Seen.of(other, vendor, account);
  }

  private static Order.Active order(Node node, AccountId account, String key) {
    var placed =
        assertInstanceOf(
            PlaceOrder.Accepted.class, node.codeport().placeOrder(Victim.order(account, key)));
    return assertInstanceOf(Order.Active.class, placed.orders().getFirst().order());
  }

  private static String url(EmbeddedPostgres postgres) {
    return postgres.url() + "?user=" + postgres.user() + "&password=" + postgres.password();
  }

  private static String url(SandboxVendor vendor) {
    return vendor.baseUri().toString();
  }

  private static String key(SandboxVendor vendor) {
    return vendor.apiKey().reveal();
  }

  private static AccountId account(Node node) {
    node.codeport().setExchangeRate(USD, IDR, new BigDecimal("16000"));
    var account = node.codeport().openAccount("customer").id();
    node.codeport().topUp(account, Money.of(1_000_000, IDR), "test");
    return account;
  }

  private record Seen(Snapshot ours, Wallets.Audit books, List<Books.Entry> theirs) {
    static Seen of(Node node, SandboxVendor vendor, AccountId account) {
      return new Seen(
          Snapshot.of(node.storage(), account),
          node.storage().wallets().audit(),
          vendor.books().activations());
    }
  }
}
