package dev.codeport.application.live;

import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import java.time.Duration;
import java.util.Optional;

/** Waits for something to happen to an order. */
public interface AwaitOrder {
  /**
   * The order as soon as it {@link #hasNews has news}, or as it is when patience is over; empty
   * when the account has no such order. Blocks: call it on a virtual thread.
   *
   * @param known the revision that the caller has seen; none for the one at the time of the call
   */
  Optional<ShownOrder> awaitOrder(
      AccountId account, OrderId id, Optional<Long> known, Duration patience);

  /**
   * Whether there is anything to tell to somebody who waits: the order has ended, has a code and
   * does not wait for another, or is at another revision than the one known.
   */
  static boolean hasNews(Order order, Optional<Long> known) {
    var changed = known.filter(revision -> revision != order.revision()).isPresent();
    return changed
        || switch (order) {
          case Order.Placed placed -> false;
          case Order.Active active -> false;
          case Order.Received received ->
              !received.awaiting() && received.received().flatMap(Inbox::code).isPresent();
          case Order.Closed closed -> true;
        };
  }

  static AwaitOrder over(ReadOrders orders, AwaitEvents events) {
    return new AwaitOrderService(orders, events);
  }
}
