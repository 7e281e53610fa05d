package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

final class CancelOrderService implements CancelOrder {
  private final OrderParts parts;
  private final Closing closing;
  private final SmsReceiver receiver;

  CancelOrderService(OrderParts parts) {
    this.parts = parts;
    this.closing = new Closing(parts);
    this.receiver = new SmsReceiver(parts);
  }

  @Override
  public Result cancelOrder(AccountId account, OrderId id) {
    var now = parts.clock().instant();
    var found = parts.storage().orders().find(account, id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    var refusal = parts.rules().cancel(found.get(), now);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (!(found.get() instanceof Order.Active active)) {
      return new NotAllowed("the order has no number");
    }
    if (active.cancelAskedAt().isPresent()) {
      return new NotAllowed("the order is being canceled");
    }
    return capReached(account, now).orElseGet(() -> ask(active, now));
  }

  private static Result refused(OrderRules.Refusal refusal) {
    return refusal
        .availableAt()
        .<Result>map(TooEarly::new)
        .orElseGet(() -> new NotAllowed(refusal.reason()));
  }

  private Optional<Result> capReached(AccountId account, Instant now) {
    var today = now.truncatedTo(ChronoUnit.DAYS);
    if (parts.storage().orders().canceledSince(account, today) < parts.dailyCancels()) {
      return Optional.empty();
    }
    return Optional.of(new CapReached(Duration.between(now, today.plus(1, ChronoUnit.DAYS))));
  }

  private Result ask(Order.Active active, Instant now) {
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
      case CancelResult.Canceled canceled -> close(order);
      case CancelResult.TooEarly early ->
          keep(order, new TooEarly(now.plus(early.remaining().orElse(Duration.ofSeconds(30)))));
      case CancelResult.HasSms has -> keepAndPoll(order);
      case CancelResult.Refused refused -> keep(order, new ProviderRefused(refused.detail()));
      case CancelResult.Unavailable away -> keep(order, new ProviderRefused(away.detail()));
      case CancelResult.Unknown unknown -> new Unsettled(unknown.detail());
    };
  }

  private Result close(Order.Active order) {
    return closing
        .canceled(order)
        .<Result>map(
            closed ->
                new Canceled(
                    parts.show(closed.order()),
                    order.charge().price(),
                    closed.wallet().available()))
        .orElseGet(() -> new NotAllowed("an SMS has arrived"));
  }

  private Result keep(Order.Active order, Result result) {
    return parts.storage().commit(Change.of(order.keep()).build()) instanceof CommitResult.Committed
        ? result
        : new NotAllowed("the order has just changed");
  }

  private Result keepAndPoll(Order.Active order) {
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
