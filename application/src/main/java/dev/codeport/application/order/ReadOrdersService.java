package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

final class ReadOrdersService implements ReadOrders {
  private final OrderParts parts;

  ReadOrdersService(OrderParts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<ShownOrder> order(AccountId account, OrderId id) {
    return parts
        .storage()
        .orders()
        .find(account, id)
        .filter(ReadOrdersService::isVisible)
        .map(parts::show);
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Orders.Shown shown, int limit, long offset) {
    var now = parts.clock().instant();
    return parts.storage().orders().list(account, shown, limit, offset).stream()
        .map(order -> parts.show(order, now))
        .toList();
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Listing wanted, int limit) {
    var now = parts.clock().instant();
    return parts.storage().orders().list(account, wanted, limit).stream()
        .map(order -> parts.show(order, now))
        .toList();
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Collection<OrderId> ids) {
    var now = parts.clock().instant();
    return parts.storage().orders().all(ids).stream()
        .filter(order -> order.account().equals(account))
        .filter(ReadOrdersService::isVisible)
        .map(order -> parts.show(order, now))
        .toList();
  }

  @Override
  public List<Attempt> attempts(AccountId account, OrderId id) {
    return order(account, id)
        .map(shown -> parts.storage().orders().attempts(id))
        .orElseGet(List::of);
  }

  @Override
  public List<Sms> messages(AccountId account, OrderId id) {
    return order(account, id)
        .map(shown -> parts.storage().orders().messages(id))
        .orElseGet(List::of);
  }

  private static boolean isVisible(Order order) {
    return !(order instanceof Order.Closed closed && closed.ending() == Ending.REFUSED);
  }
}
