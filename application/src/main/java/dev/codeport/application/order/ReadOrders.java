package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An account's orders. Orders that no vendor took are never among them. */
public interface ReadOrders {
  Optional<ShownOrder> order(AccountId account, OrderId id);

  /**
   * Newest first.
   *
   * @param limit 1 to 1000
   * @param offset how many to pass over, not negative
   */
  List<ShownOrder> orders(AccountId account, Orders.Shown shown, int limit, long offset);

  /**
   * Newest first.
   *
   * @param limit 1 to 1001
   */
  List<ShownOrder> orders(AccountId account, Listing wanted, int limit);

  /** These of the account's orders, by id; those that it has not are left out. */
  List<ShownOrder> orders(AccountId account, Collection<OrderId> ids);

  /** What was asked of vendors for an order, in order; empty for another account's order. */
  List<Attempt> attempts(AccountId account, OrderId id);

  /** All messages of an order, late ones too, by revision; empty for another account's order. */
  List<Sms> messages(AccountId account, OrderId id);

  static ReadOrders over(OrderParts parts) {
    return new ReadOrdersService(parts);
  }
}
