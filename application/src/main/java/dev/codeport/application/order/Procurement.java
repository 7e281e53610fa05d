package dev.codeport.application.order;

import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Attention;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.time.Instant;
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

  /** When vendors are asked again for an order that had a number and finds no other. */
  static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final OrderParts parts;
  private final LateAnswer late;

  Procurement(OrderParts parts) {
    this.parts = parts;
    this.late = new LateAnswer(parts);
  }

  /** How a vendor is asked: for a new number, or for one we had before. */
  interface Ask extends BiFunction<NumberProvider, LeaseRequest, LeaseResult> {}

  /** The next vendor, or the end. */
  private sealed interface Next permits Task, Outcome {}

  sealed interface Outcome extends Next {}

  /**
   * It has a number, or a vendor's answer got lost, or it had one and looks for another: the
   * customer sees the order.
   */
  record Got(Order order) implements Outcome {}

  /** Nobody gave a number; the price is released. */
  record Nobody(boolean onlyStock, String reason) implements Outcome {}

  /** What is to be asked first, as it was committed, and where to go on. */
  record Task(Order.Placed order, Attempt attempt, Route route, List<Route> more) implements Next {}

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
            parts.stock().priceMoved(key(current), parts.clock().instant());
          }
          onlyStock = false;
        }
        case LeaseResult.Unavailable unavailable -> onlyStock = false;
      }
      switch (goOn(current, new Nobody(onlyStock, detail(result)), deadlineNanos)) {
        case Task next -> current = next;
        case Outcome over -> {
          return over;
        }
      }
    }
  }

  private LeaseResult ask(Task task, Ask ask) {
    var id = task.attempt().provider();
    var provider = parts.pool().find(id);
    var request = request(task);
    if (provider.isEmpty() || request.isEmpty()) {
      return new LeaseResult.Refused(LeaseResult.Reason.UNSUPPORTED, "no longer configured");
    }
    if (isOthers(task.attempt())) {
      return new LeaseResult.Unavailable(Optional.empty(), "not asked in time");
    }
    var began = System.nanoTime();
    var result = ask.apply(provider.get(), request.get());
    parts
        .observer()
        .leaseAnswered(id, outcome(result), Duration.ofNanos(System.nanoTime() - began));
    return result;
  }

  /** Whether this node stood still for so long that others look after the order by now. */
  private boolean isOthers(Attempt attempt) {
    return !parts.clock().instant().isBefore(attempt.askedAt().plus(Attention.PATIENCE));
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
      case CommitResult.Stale stale -> late.leased(task, lease);
      case CommitResult.TooPoor poor -> throw new IllegalStateException("activating costs nothing");
      case CommitResult.KeyTaken taken ->
          throw new IllegalStateException("activating needs no key");
    };
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
  private Next goOn(Task task, Nobody otherwise, long deadlineNanos) {
    var inTime = System.nanoTime() + ONE_CALL.toNanos() <= deadlineNanos;
    var routes = inTime ? task.more() : List.<Route>of();
    var now = parts.clock().instant();
    var refused = task.attempt().refused(otherwise.reason(), now);
    for (int i = 0; i < routes.size(); i++) {
      var route = routes.get(i);
      var step = task.order().reroute(route, now);
      var next = attempt(task.order().id(), task.attempt().ordinal() + 1, route);
      var change = Change.of(step).attempt(refused).attempt(next).build();
      switch (parts.storage().commit(change)) {
        case CommitResult.Committed committed -> {
          return new Task(step.order(), next, route, routes.subList(i + 1, routes.size()));
        }
        case CommitResult.TooPoor poor -> {}
        case CommitResult.Stale stale -> {
          return late.refused(task, refused);
        }
        case CommitResult.KeyTaken taken -> throw new IllegalStateException("no key is taken here");
      }
    }
    return end(task, refused, otherwise, now);
  }

  /** Nobody gave a number. One that had a number before asks again later, while there is time. */
  private Outcome end(Task task, Attempt refused, Nobody otherwise, Instant now) {
    var later = now.plus(LOOK_AGAIN);
    var order = task.order();
    var step =
        order.mayLookAgain(later)
            ? order.lookAgain(later, now)
            : order.refuse(otherwise.reason(), now);
    var end = Change.of(step).attempt(refused).build();
    if (parts.storage().commit(end) instanceof CommitResult.Stale) {
      return late.refused(task, refused);
    }
    return step.order() instanceof Order.Placed looking ? new Got(looking) : otherwise;
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
