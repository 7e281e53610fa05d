package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;

/** Ends an order that had an SMS. */
public interface FinishOrder {
  Result finishOrder(AccountId account, OrderId id);

  static FinishOrder over(OrderParts parts) {
    return new FinishOrderService(parts);
  }

  sealed interface Result {}

  record Finished(ShownOrder order) implements Result {}

  record NotFound() implements Result {}

  record NotAllowed(String reason) implements Result {}
}
