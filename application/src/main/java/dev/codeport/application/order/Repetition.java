package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a request that carries a key already taken comes to: its orders say how far it is. */
final class Repetition {
  static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Storage storage;

  Repetition(Storage storage) {
    this.storage = storage;
  }

  sealed interface Meaning {}

  /** The key stands for another request. */
  record Reused() implements Meaning {}

  /** A vendor is being asked right now. */
  record Running() implements Meaning {}

  /** Nothing came of it, and the key is free again. */
  record Freed() implements Meaning {}

  record Done(List<Order> orders, int failed) implements Meaning {}

  /** Looks the key up; empty when it was never taken or nothing came of it. */
  Optional<Meaning> find(AccountId account, Optional<Repeatable> request) {
    return request
        .flatMap(
            r -> storage.idempotencyKeys().find(account, r.key()).map(c -> read(account, c, r)))
        .filter(meaning -> !(meaning instanceof Freed));
  }

  Meaning read(AccountId account, Claim claim, Repeatable request) {
    if (!claim.fingerprint().equals(request.fingerprint())) {
      return new Reused();
    }
    var orders = storage.orders().all(claim.orders());
    if (orders.stream().anyMatch(Repetition::isBeingAsked)) {
      return new Running();
    }
    var shown = orders.stream().filter(order -> !isRefused(order)).toList();
    if (shown.isEmpty()) {
      storage.commit(Change.of(account).release(claim).build());
      return new Freed();
    }
    return new Done(shown, orders.size() - shown.size());
  }

  private static boolean isBeingAsked(Order order) {
    return order instanceof Order.Placed placed && placed.isHidden();
  }

  private static boolean isRefused(Order order) {
    return order instanceof Order.Closed closed && closed.ending() == Ending.REFUSED;
  }
}
