package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;

/**
 * Gives a number back at the first moment at which that is allowed: now, if it is now, otherwise
 * the wish is kept and carried out by itself. An SMS that comes before wins over it.
 */
public interface QueueCancel {
  Result queueCancel(AccountId account, OrderId id);

  static QueueCancel over(OrderParts parts) {
    return new CancelOrderService(parts);
  }

  sealed interface Result {}

  /**
   * The order goes on until then. To queue it again changes nothing. The account's daily number of
   * cancels counts it when it happens; if it is used up by then, the order goes on.
   */
  record Queued(ShownOrder order, Instant at) implements Result {}

  /** There was nothing to wait for: it was done or refused at once. */
  record AtOnce(CancelOrder.Result result) implements Result {}
}
