package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.order.Plan;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class CancelOrderService implements CancelOrder, QueueCancel {
  private final OrderParts parts;
  private final Closing closing;
  private final SmsReceiver receiver;
  private final CancelCap cap;

  CancelOrderService(OrderParts parts) {
    this.parts = parts;
    this.closing = new Closing(parts);
    this.receiver = new SmsReceiver(parts);
    this.cap = new CancelCap(parts);
  }

  @Override
  public QueueCancel.Result queueCancel(AccountId account, OrderId id) {
    var result = cancelOrder(account, id);
    return result instanceof TooEarly early
        ? queue(account, id, early.availableAt())
        : new AtOnce(result);
  }

  private QueueCancel.Result queue(AccountId account, OrderId id, Instant at) {
    var found = parts.storage().orders().find(account, id);
    if (!(found.orElse(null) instanceof Order.Active active)) {
      return new AtOnce(new NotAllowed("the order has just changed"));
    }
    if (active.plan() instanceof Plan.CancelAt queued) {
      return new Queued(parts.show(active), queued.at());
    }
    var capReached = cap.reached(account, parts.clock().instant());
    if (capReached.isPresent()) {
      return new AtOnce(new CapReached(capReached.get()));
    }
    var step = active.queueCancel(at);
    return parts.storage().commit(Change.of(step).build()) instanceof CommitResult.Committed
        ? new Queued(parts.show(step.order()), at)
        : queueCancel(account, id);
  }

  @Override
  public CancelOrder.Result cancelOrder(AccountId account, OrderId id) {
    var now = parts.clock().instant();
    var found = parts.storage().orders().find(account, id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    var refusal = parts.rules().cancel(found.get(), now);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (found.get() instanceof Order.Placed looking) {
      return cap.reached(account, now)
          .<CancelOrder.Result>map(CapReached::new)
          .orElseGet(() -> canceled(looking.charge().price(), closing.canceled(looking)));
    }
    if (!(found.get() instanceof Order.Active active)) {
      return new NotAllowed("the order has no number");
    }
    if (active.cancelAskedAt().isPresent()) {
      return new NotAllowed("the order is being canceled");
    }
    return cap.reached(account, now)
        .<CancelOrder.Result>map(CapReached::new)
        .orElseGet(() -> ask(active, now));
  }

  private static CancelOrder.Result refused(OrderRules.Refusal refusal) {
    return refusal
        .availableAt()
        .<CancelOrder.Result>map(TooEarly::new)
        .orElseGet(() -> new NotAllowed(refusal.reason()));
  }

  private CancelOrder.Result ask(Order.Active active, Instant now) {
    var asking = active.askCancel(now);
    if (!(parts.storage().commit(Change.of(asking).build()) instanceof CommitResult.Committed)) {
      return new NotAllowed("the order has just changed");
    }
    var order = asking.order();
    var provider = parts.pool().find(order.lease().ref().provider());
    if (provider.isEmpty()) {
      return keep(order, new ProviderRefused("the vendor is no longer configured"));
    }
    return switch (provider.get().cancel(order.lease().ref())) {
      case CancelResult.Canceled canceled ->
          canceled(order.charge().price(), closing.canceled(order));
      case CancelResult.TooEarly early ->
          keep(order, new TooEarly(now.plus(early.remaining().orElse(Duration.ofSeconds(30)))));
      case CancelResult.HasSms has -> keepAndPoll(order);
      case CancelResult.Refused refused -> keep(order, new ProviderRefused(refused.detail()));
      case CancelResult.Unavailable away -> keep(order, new ProviderRefused(away.detail()));
      case CancelResult.Unknown unknown -> new Unsettled(unknown.detail());
    };
  }

  private CancelOrder.Result canceled(Money price, Optional<Closing.Closed> closed) {
    return closed
        .<CancelOrder.Result>map(
            each -> new Canceled(parts.show(each.order()), price, each.wallet().available()))
        .orElseGet(() -> new NotAllowed("the order has just changed"));
  }

  private CancelOrder.Result keep(Order.Active order, CancelOrder.Result result) {
    return parts.storage().commit(Change.of(order.keep()).build()) instanceof CommitResult.Committed
        ? result
        : new NotAllowed("the order has just changed");
  }

  private CancelOrder.Result keepAndPoll(Order.Active order) {
    var result = keep(order, new NotAllowed("an SMS has arrived"));
    new LeasePoll(parts)
        .news(order)
        .ifPresent(
            news ->
                receiver.receive(
                    parts.storage().orders().find(order.id()).orElseThrow(), news.messages()));
    return result;
  }
}
