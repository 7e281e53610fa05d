package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;

final class FinishOrderService implements FinishOrder {
  private final OrderParts parts;
  private final Completion completion;

  FinishOrderService(OrderParts parts) {
    this.parts = parts;
    this.completion = new Completion(parts);
  }

  @Override
  public Result finishOrder(AccountId account, OrderId id) {
    var found = parts.storage().orders().find(account, id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    var refusal = parts.rules().finish(found.get(), parts.clock().instant());
    if (refusal.isPresent()) {
      return new NotAllowed(refusal.get().reason());
    }
    if (!(found.get() instanceof Order.Received received)) {
      return new NotAllowed("no SMS has arrived yet");
    }
    return completion
        .complete(received)
        .<Result>map(closed -> new Finished(parts.show(closed)))
        .orElseGet(() -> finishOrder(account, id));
  }
}
