package dev.codeport.application.order;

import dev.codeport.application.worker.Parallel;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Plan;
import dev.codeport.domain.order.Step;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Leads orders that want a code by a time from a number that brought none to another. The next
 * route is found first; then the vendor is asked to take the number back, by an intent that was
 * committed; its yes and the next vendor's attempt are one commit; then that vendor is asked as for
 * a new order. When that and all others refuse, they are asked again a little later, until there is
 * no time for another number. An SMS wins over all of it, and who refuses to take a number back
 * keeps the order.
 */
public final class PursueOrders implements Worker {
  private static final int AT_ONCE = 200;
  private static final Duration CLAIM = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(30);

  private final OrderParts parts;
  private final NextRoutes next;
  private final Procurement procurement;
  private final Closing closing;
  private final SmsReceiver receiver;
  private final LeasePoll poll;

  public PursueOrders(OrderParts parts) {
    this.parts = parts;
    this.next = new NextRoutes(parts);
    this.procurement = new Procurement(parts);
    this.closing = new Closing(parts);
    this.receiver = new SmsReceiver(parts);
    this.poll = new LeasePoll(parts);
  }

  @Override
  public String name() {
    return "pursue-orders";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public int runOnce(Instant now) {
    var due = parts.storage().orders().claimDue(Orders.Due.MOVE, now, AT_ONCE, now.plus(CLAIM));
    return Parallel.count(due, this::pursue);
  }

  private boolean pursue(Order order) {
    return switch (order) {
      case Order.Placed placed -> look(placed);
      case Order.Active active -> pursue(active);
      case Order.Received received -> false;
      case Order.Closed closed -> false;
    };
  }

  /** There was no other number when the last one was given back; perhaps there is one now. */
  private boolean look(Order.Placed order) {
    var now = parts.clock().instant();
    if (order.lookAt().isEmpty()) {
      return false;
    }
    if (order.mayLookAgain(now)) {
      var routes = next.of(order, now);
      for (int i = 0; i < routes.size(); i++) {
        var route = routes.get(i);
        var step = order.reroute(route, now);
        var asking = procurement.attempt(order.id(), newest(order).ordinal() + 1, route);
        switch (parts.storage().commit(Change.of(step).attempt(asking).build())) {
          case CommitResult.Committed committed -> {
            var more = routes.subList(i + 1, routes.size());
            procure(new Procurement.Task(step.order(), asking, route, more));
            return true;
          }
          case CommitResult.Stale stale -> {
            return false;
          }
          case CommitResult.TooPoor poor -> {}
          case CommitResult.KeyTaken taken ->
              throw new IllegalStateException("no key is taken here");
        }
      }
    }
    var later = now.plus(Procurement.LOOK_AGAIN);
    return order.mayLookAgain(later)
        ? commit(order.lookAgain(later, now))
        : closing.failed(order, "there was no other number in time");
  }

  private boolean pursue(Order.Active order) {
    var now = parts.clock().instant();
    if (order.plan() instanceof Plan.Leaving) {
      return leave(order, next.of(order, now));
    }
    if (!order.mayMove(now)) {
      return commit(order.stay());
    }
    var routes = next.of(order, now);
    if (routes.isEmpty()) {
      return nowhere(order, now);
    }
    var leaving = order.leave(now);
    return commit(leaving) && leave(leaving.order(), routes);
  }

  /** The number is kept as long as there is no other; perhaps there will be one a little later. */
  private boolean nowhere(Order.Active order, Instant now) {
    var news = poll.news(order);
    var polled = news.map(n -> receiver.receive(order, n.messages())).orElse(order);
    if (!polled.equals(order)) {
      return true;
    }
    if (news.filter(n -> n.state() == LeaseNews.State.CANCELED).isPresent()) {
      return closing.lost(order);
    }
    var later = now.plus(LATER);
    return commit(order.mayMove(later) ? order.moveAt(later) : order.stay());
  }

  private boolean leave(Order.Active order, List<Route> routes) {
    var ref = order.lease().ref();
    var provider = parts.pool().find(ref.provider());
    if (provider.isEmpty()) {
      return commit(order.stay());
    }
    return switch (provider.get().cancel(ref)) {
      case CancelResult.Canceled canceled -> move(order, routes);
      case CancelResult.HasSms has -> stayAndReceive(order);
      case CancelResult.Refused refused -> commit(order.stay());
      case CancelResult.TooEarly early -> askLater(order, early.remaining());
      case CancelResult.Unavailable away -> askLater(order, away.retryAfter());
      case CancelResult.Unknown unknown -> isOver(order) && commit(order.stay());
    };
  }

  /** From then on {@link ExpireOrders} looks after it. */
  private boolean isOver(Order.Active order) {
    return !parts.clock().instant().isBefore(order.endsAt());
  }

  private boolean askLater(Order.Active order, Optional<Duration> in) {
    var later = parts.clock().instant().plus(in.orElse(LATER));
    return commit(order.mayMove(later) ? order.moveAt(later) : order.stay());
  }

  private boolean stayAndReceive(Order.Active order) {
    var step = order.stay();
    if (!commit(step)) {
      return false;
    }
    poll.news(step.order()).ifPresent(news -> receiver.receive(step.order(), news.messages()));
    return true;
  }

  private boolean move(Order.Active order, List<Route> routes) {
    var now = parts.clock().instant();
    if (!order.mayMove(now)) {
      return closing.expired(order);
    }
    var given = newest(order).canceled("", now);
    for (int i = 0; i < routes.size(); i++) {
      var route = routes.get(i);
      var step = order.move(route, now);
      var asking = procurement.attempt(order.id(), given.ordinal() + 1, route);
      var change = Change.of(step).attempt(given).attempt(asking).build();
      switch (parts.storage().commit(change)) {
        case CommitResult.Committed committed -> {
          var more = routes.subList(i + 1, routes.size());
          procure(new Procurement.Task(step.order(), asking, route, more));
          return true;
        }
        case CommitResult.Stale stale -> {
          return false;
        }
        case CommitResult.TooPoor poor -> {}
        case CommitResult.KeyTaken taken -> throw new IllegalStateException("no key is taken here");
      }
    }
    return closing.failed(order, "there was no other number");
  }

  private void procure(Procurement.Task task) {
    var deadline = System.nanoTime() + parts.placeDeadline().toNanos();
    var outcome = procurement.get(task, NumberProvider::lease, deadline);
    if (outcome instanceof Procurement.Nobody) {
      parts.observer().orderEnded(Ending.FAILED);
    }
  }

  private Attempt newest(Order order) {
    return parts.storage().orders().attempts(order.id()).getLast();
  }

  private boolean commit(Step<?> step) {
    return parts.storage().commit(Change.of(step).build()) instanceof CommitResult.Committed;
  }
}
