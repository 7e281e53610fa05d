package dev.codeport.application.order;

import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Gets one placed order its number: asks the vendor of the attempt that is already committed, and
 * on a definite no the next one, each attempt committed before its vendor is asked. A lost answer
 * ends it: then only {@link SettleOrders} goes on.
 */
final class Procurement {
  /** How long one vendor may take at most; none is asked that could outlast the deadline. */
  private static final Duration ONE_CALL = Duration.ofSeconds(10);

  private final OrderParts parts;

  Procurement(OrderParts parts) {
    this.parts = parts;
  }

  /** How a vendor is asked: for a new number, or for one we had before. */
  interface Ask extends BiFunction<NumberProvider, LeaseRequest, LeaseResult> {}

  sealed interface Outcome {}

  /** It has a number, or a vendor's answer got lost: the customer sees the order. */
  record Got(Order order) implements Outcome {}

  /** Nobody gave a number; the price is released. */
  record Nobody(boolean onlyStock, String reason) implements Outcome {}

  /** What is to be asked first, as it was committed, and where to go on. */
  record Task(Order.Placed order, Attempt attempt, Route route, List<Route> more) {}

  Attempt attempt(OrderId order, int ordinal, Route route) {
    return Attempt.asking(order, ordinal, reference(), route, parts.clock().instant());
  }

  Outcome get(Task task, Ask ask, long deadlineNanos) {
    var current = task;
    var onlyStock = true;
    while (true) {
      var result = ask(current, ask);
      switch (result) {
        case LeaseResult.Leased leased -> {
          return activate(current, leased.lease());
        }
        case LeaseResult.Unknown unknown -> {
          return unsettle(current, unknown.detail());
        }
        case LeaseResult.NoNumbers none ->
            parts.stock().soldOut(key(current), parts.clock().instant());
        case LeaseResult.Refused refused -> {
          if (refused.reason() == LeaseResult.Reason.PRICE) {
            parts.stock().soldOut(key(current), parts.clock().instant());
          }
          onlyStock = false;
        }
        case LeaseResult.Unavailable unavailable -> onlyStock = false;
      }
      var next = goOn(current, detail(result), deadlineNanos);
      if (next.isEmpty()) {
        return new Nobody(onlyStock, detail(result));
      }
      current = next.get();
    }
  }

  private LeaseResult ask(Task task, Ask ask) {
    var id = task.attempt().provider();
    var provider = parts.pool().find(id);
    var request = request(task);
    if (provider.isEmpty() || request.isEmpty()) {
      return new LeaseResult.Refused(LeaseResult.Reason.UNSUPPORTED, "no longer configured");
    }
    var began = System.nanoTime();
    var result = ask.apply(provider.get(), request.get());
    parts
        .observer()
        .leaseAnswered(id, outcome(result), Duration.ofNanos(System.nanoTime() - began));
    return result;
  }

  private Optional<LeaseRequest> request(Task task) {
    var key = key(task);
    var atlas = parts.atlas();
    return atlas
        .country(key.country())
        .flatMap(
            country ->
                atlas
                    .platform(key.platform())
                    .map(
                        platform ->
                            new LeaseRequest(
                                task.attempt().reference(),
                                country,
                                platform,
                                key.operator(),
                                task.route().cost())));
  }

  private Outcome activate(Task task, Lease lease) {
    var now = parts.clock().instant();
    var step = task.order().activate(lease, now);
    var change = Change.of(step).attempt(task.attempt().leased(lease, now)).build();
    return switch (parts.storage().commit(change)) {
      case CommitResult.Committed committed -> new Got(step.order());
      case CommitResult.Stale stale -> tooLate(task, lease);
      case CommitResult.TooPoor poor -> throw new IllegalStateException("activating costs nothing");
      case CommitResult.KeyTaken taken ->
          throw new IllegalStateException("activating needs no key");
    };
  }

  /** Somebody settled the order meanwhile; if it did not take this very lease, it goes back. */
  private Outcome tooLate(Task task, Lease lease) {
    var order = parts.storage().orders().find(task.order().id()).orElseThrow();
    if (order.leased().map(Lease::ref).filter(lease.ref()::equals).isPresent()) {
      return new Got(order);
    }
    giveBack(order, task.attempt(), lease);
    return order instanceof Order.Closed
        ? new Nobody(false, "it took too long")
        : new Got(parts.storage().orders().find(order.id()).orElse(order));
  }

  private void giveBack(Order order, Attempt attempt, Lease lease) {
    var now = parts.clock().instant();
    var canceled =
        parts
            .pool()
            .find(lease.ref().provider())
            .map(provider -> provider.cancel(lease.ref()) instanceof CancelResult.Canceled)
            .orElse(false);
    var change = Change.of(order.account());
    if (canceled) {
      change.attempt(attempt.canceled(lease, now));
    } else {
      change.attempt(attempt.leased(lease, now).leaked("came too late, not taken back", now));
      change.entry(Entry.leak(order.account(), order.id(), lease.cost(), lease.ref().id(), now));
    }
    parts.storage().commit(change.build());
  }

  private Outcome unsettle(Task task, String detail) {
    var now = parts.clock().instant();
    var step = task.order().unsettle();
    var change = Change.of(step).attempt(task.attempt().unknown(detail, now)).build();
    return switch (parts.storage().commit(change)) {
      case CommitResult.Committed committed -> new Got(step.order());
      case CommitResult.Stale stale ->
          new Got(parts.storage().orders().find(task.order().id()).orElseThrow());
      case CommitResult.TooPoor poor -> throw new IllegalStateException("waiting costs nothing");
      case CommitResult.KeyTaken taken -> throw new IllegalStateException("waiting needs no key");
    };
  }

  /**
   * Commits the no, together with the next attempt if there is one that can be paid for in time.
   */
  private Optional<Task> goOn(Task task, String detail, long deadlineNanos) {
    var inTime = System.nanoTime() + ONE_CALL.toNanos() <= deadlineNanos;
    var routes = inTime ? task.more() : List.<Route>of();
    var now = parts.clock().instant();
    var refused = task.attempt().refused(detail, now);
    for (int i = 0; i < routes.size(); i++) {
      var route = routes.get(i);
      var step = task.order().reroute(route, now);
      var next = attempt(task.order().id(), task.attempt().ordinal() + 1, route);
      var change = Change.of(step).attempt(refused).attempt(next).build();
      switch (parts.storage().commit(change)) {
        case CommitResult.Committed committed -> {
          return Optional.of(
              new Task(step.order(), next, route, routes.subList(i + 1, routes.size())));
        }
        case CommitResult.TooPoor poor -> {}
        case CommitResult.Stale stale -> {
          return Optional.empty();
        }
        case CommitResult.KeyTaken taken -> throw new IllegalStateException("no key is taken here");
      }
    }
    parts.storage().commit(Change.of(task.order().refuse(detail, now)).attempt(refused).build());
    return Optional.empty();
  }

  private static TierKey key(Task task) {
    return task.route().tier().key();
  }

  private String reference() {
    var bytes = new byte[10];
    parts.random().nextBytes(bytes);
    return "cp" + HexFormat.of().formatHex(bytes);
  }

  private static String outcome(LeaseResult result) {
    return switch (result) {
      case LeaseResult.Leased leased -> "leased";
      case LeaseResult.NoNumbers none -> "no-numbers";
      case LeaseResult.Refused refused -> "refused";
      case LeaseResult.Unavailable unavailable -> "unavailable";
      case LeaseResult.Unknown unknown -> "unknown";
    };
  }

  private static String detail(LeaseResult result) {
    return switch (result) {
      case LeaseResult.Leased leased -> "";
      case LeaseResult.NoNumbers none -> "no numbers in stock";
      case LeaseResult.Refused refused -> refused.detail();
      case LeaseResult.Unavailable unavailable -> unavailable.detail();
      case LeaseResult.Unknown unknown -> unknown.detail();
    };
  }
}
