package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.storage.Storage;
import java.util.Optional;

final class ReplaceOrderService implements ReplaceOrder {
  private final Storage storage;
  private final CancelOrder cancelOrder;
  private final PlaceOrder placeOrder;

  ReplaceOrderService(Storage storage, CancelOrder cancelOrder, PlaceOrder placeOrder) {
    this.storage = storage;
    this.cancelOrder = cancelOrder;
    this.placeOrder = placeOrder;
  }

  @Override
  public Result replaceOrder(AccountId account, OrderId id, Optional<Repeatable> repeatable) {
    var found = storage.orders().find(account, id);
    if (found.isEmpty()) {
      return new NotReplaced(new CancelOrder.NotFound());
    }
    var terms = found.get().terms();
    if (isRepeated(account, repeatable)) {
      return new Replaced(place(repeatable, terms));
    }
    var canceled = cancelOrder.cancelOrder(account, id);
    return canceled instanceof CancelOrder.Canceled
        ? new Replaced(place(repeatable, terms))
        : new NotReplaced(canceled);
  }

  private boolean isRepeated(AccountId account, Optional<Repeatable> repeatable) {
    return repeatable.flatMap(r -> storage.idempotencyKeys().find(account, r.key())).isPresent();
  }

  private PlaceOrder.Result place(Optional<Repeatable> repeatable, OrderTerms terms) {
    var urgency = terms.pursuit().map(pursuit -> PlaceOrder.Urgency.of(terms, pursuit));
    return placeOrder.placeOrder(
        new PlaceOrder.Command(terms.account(), repeatable, terms.wish(), 1, urgency));
  }
}
