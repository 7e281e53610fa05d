package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.storage.Storage;
import java.util.Optional;

/**
 * Cancels an order and, once that is done, places another with the same wish. Repeated with the
 * same {@link Repeatable}, it places one.
 */
public interface ReplaceOrder {
  Result replaceOrder(AccountId account, OrderId id, Optional<Repeatable> repeatable);

  static ReplaceOrder over(Storage storage, CancelOrder cancelOrder, PlaceOrder placeOrder) {
    return new ReplaceOrderService(storage, cancelOrder, placeOrder);
  }

  sealed interface Result {}

  /** The old order is canceled; the outcome of ordering anew is inside. */
  record Replaced(PlaceOrder.Result placed) implements Result {}

  /** The old order goes on; any outcome of canceling but success. */
  record NotReplaced(CancelOrder.Result why) implements Result {}
}
