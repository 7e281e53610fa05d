package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.util.Optional;

final class RequestAnotherCodeService implements RequestAnotherCode {
  private final OrderParts parts;

  RequestAnotherCodeService(OrderParts parts) {
    this.parts = parts;
  }

  @Override
  public Result requestAnotherCode(AccountId account, OrderId id) {
    var found = parts.storage().orders().find(account, id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    var refusal = parts.rules().another(found.get(), parts.clock().instant());
    if (refusal.isPresent()) {
      return new NotAllowed(refusal.get().reason(), refusal.get().availableAt());
    }
    if (!(found.get() instanceof Order.Received received)) {
      return new NotAllowed("no SMS has arrived yet", Optional.empty());
    }
    return ask(received);
  }

  private Result ask(Order.Received order) {
    var ref = order.lease().ref();
    var provider = parts.pool().find(ref.provider());
    if (provider.isEmpty()) {
      return new ProviderRefused("the vendor is no longer configured");
    }
    return switch (provider.get().another(ref)) {
      case StepResult.Done done -> requested(order);
      case StepResult.Refused refused -> new ProviderRefused(refused.detail());
      case StepResult.Unavailable away -> new ProviderRefused(away.detail());
    };
  }

  private Result requested(Order.Received order) {
    var step = order.another(parts.clock().instant());
    return parts.storage().commit(Change.of(step).build()) instanceof CommitResult.Committed
        ? new Requested(parts.show(step.order()))
        : new NotAllowed("the order has just changed", Optional.empty());
  }
}
