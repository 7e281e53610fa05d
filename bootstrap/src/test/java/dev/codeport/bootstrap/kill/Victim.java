package dev.codeport.bootstrap.kill;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Wish;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * A process that orders, finishes and cancels as fast as it can until it is killed. Says {@code
 * sending KEY} before each order and {@code got KEY ID} after it.
 */
final class Victim {
  private static final int CUSTOMERS = 8;

  private Victim() {}

  /** The database's address, the vendor's address and key, the account, a prefix for keys. */
  public static void main(String[] args) {
    InstantSource clock = () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    var node = Node.open(args[0], args[1], args[2], clock);
    var account = new AccountId(Integer.parseInt(args[3]));
    node.codeport().workers().start();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CUSTOMERS; i++) {
        var prefix = args[4] + "-" + i + "-";
        threads.execute(() -> live(node, account, prefix, System.out));
      }
    }
  }

  static PlaceOrder.Command order(AccountId account, String key) {
    var wish = Wish.Routed.cheapest(new CatalogProductId(88));
    var request = new Repeatable(new IdempotencyKey(key), Fingerprint.of("place", wish.toString()));
    return new PlaceOrder.Command(account, Optional.of(request), wish, 1);
  }

  private static void live(Node node, AccountId account, String prefix, PrintStream out) {
    for (int i = 0; ; i++) {
      var key = prefix + i;
      say(out, "sending " + key);
      if (node.codeport().placeOrder(order(account, key)) instanceof PlaceOrder.Accepted accepted) {
        say(out, "got " + key + " " + accepted.orders().getFirst().order().id());
      }
      for (var shown : node.codeport().orders(account, Orders.Shown.RECEIVED, 5, 0)) {
        node.codeport().finishOrder(account, shown.order().id());
      }
    }
  }

  private static void say(PrintStream out, String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
