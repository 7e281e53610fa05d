package dev.codeport.application.order;

import dev.codeport.application.worker.Parallel;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Plan;
import dev.codeport.domain.order.Step;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds out what became of requests whose answer got lost, after a crash too: a number is looked
 * for in the vendor's own list, a cancel is asked again. Nobody else goes on with such an order.
 * Cancels that were queued are asked here too when their time has come.
 */
public final class SettleOrders implements Worker {
  private static final int AT_ONCE = 200;
  private static final Duration CLAIM = Duration.ofSeconds(15);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final OrderParts parts;
  private final Closing closing;
  private final SmsReceiver receiver;
  private final LeasePoll poll;
  private final LostAnswers lost;
  private final CancelCap cap;

  public SettleOrders(OrderParts parts) {
    this.parts = parts;
    this.closing = new Closing(parts);
    this.receiver = new SmsReceiver(parts);
    this.poll = new LeasePoll(parts);
    this.lost = new LostAnswers(parts);
    this.cap = new CancelCap(parts);
  }

  @Override
  public String name() {
    return "settle-orders";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public int runOnce(Instant now) {
    var due = parts.storage().orders().claimDue(Orders.Due.SETTLE, now, AT_ONCE, now.plus(CLAIM));
    var cancels = new ArrayList<Order.Active>();
    Map<ProviderId, List<LostAnswers.Lost>> answers = new TreeMap<>();
    for (var order : due) {
      switch (order) {
        case Order.Active active -> cancels.add(active);
        case Order.Placed placed ->
            openAttempt(placed)
                .ifPresent(
                    attempt ->
                        answers
                            .computeIfAbsent(attempt.provider(), id -> new ArrayList<>())
                            .add(new LostAnswers.Lost(placed, attempt)));
        case Order.Received received -> {}
        case Order.Closed closed -> {}
      }
    }
    var settled = answers.entrySet().stream().mapToInt(e -> lost.settle(e.getKey(), e.getValue()));
    return settled.sum() + Parallel.count(cancels, this::cancel);
  }

  private Optional<Attempt> openAttempt(Order.Placed order) {
    return parts.storage().orders().attempts(order.id()).stream()
        .filter(attempt -> attempt.state().isOpen())
        .findFirst();
  }

  private boolean cancel(Order.Active order) {
    return order.plan() instanceof Plan.CancelAt ? cancelQueued(order) : askAgain(order);
  }

  /** The intent is committed as for any cancel, so that it is settled if its answer gets lost. */
  private boolean cancelQueued(Order.Active order) {
    var now = parts.clock().instant();
    if (cap.reached(order.account(), now).isPresent()) {
      return keep(order);
    }
    var provider = parts.pool().find(order.lease().ref().provider());
    var asking = order.askCancel(now);
    if (provider.isEmpty() || !commit(asking)) {
      return provider.isEmpty() && keep(order);
    }
    var asked = asking.order();
    return switch (provider.get().cancel(asked.lease().ref())) {
      case CancelResult.Canceled canceled -> closing.canceled(asked).isPresent();
      case CancelResult.HasSms has -> keepAndReceive(asked);
      case CancelResult.Refused refused -> keep(asked);
      case CancelResult.TooEarly early -> queueAgain(asked, early.remaining());
      case CancelResult.Unavailable away -> queueAgain(asked, away.retryAfter());
      case CancelResult.Unknown unknown -> false;
    };
  }

  private boolean queueAgain(Order.Active order, Optional<Duration> in) {
    var at = parts.clock().instant().plus(in.orElse(SOON));
    return commit(order.queueCancel(at));
  }

  private boolean askAgain(Order.Active order) {
    var ref = order.lease().ref();
    var provider = parts.pool().find(ref.provider());
    if (provider.isEmpty()) {
      return keep(order);
    }
    return switch (provider.get().cancel(ref)) {
      case CancelResult.Canceled canceled -> closing.canceled(order).isPresent();
      case CancelResult.HasSms has -> keepAndReceive(order);
      case CancelResult.Refused refused -> keep(order);
      case CancelResult.TooEarly early -> keep(order);
      case CancelResult.Unavailable away -> overdue(order) && keep(order);
      case CancelResult.Unknown unknown -> overdue(order) && keep(order);
    };
  }

  /** From then on {@link ExpireOrders} looks after it. */
  private boolean overdue(Order.Active order) {
    return !parts.clock().instant().isBefore(order.lease().expiresAt());
  }

  private boolean keepAndReceive(Order.Active order) {
    var step = order.keep();
    if (!commit(step)) {
      return false;
    }
    poll.news(step.order()).ifPresent(news -> receiver.receive(step.order(), news.messages()));
    return true;
  }

  private boolean keep(Order.Active order) {
    return commit(order.keep());
  }

  private boolean commit(Step<?> step) {
    return parts.storage().commit(Change.of(step).build()) instanceof CommitResult.Committed;
  }
}
