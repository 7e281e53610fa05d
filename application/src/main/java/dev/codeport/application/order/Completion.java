package dev.codeport.application.order;

import dev.codeport.domain.order.Order;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.util.Optional;

/** Ends an order that had an SMS, and tells the vendor. */
final class Completion {
  private final OrderParts parts;

  Completion(OrderParts parts) {
    this.parts = parts;
  }

  /** Empty when somebody was faster. */
  Optional<Order.Closed> complete(Order.Received order) {
    var step = order.complete(parts.clock().instant());
    if (!(parts.storage().commit(Change.of(step).build()) instanceof CommitResult.Committed)) {
      return Optional.empty();
    }
    parts.observer().orderEnded(step.order().ending());
    // A vendor that does not hear it finishes the lease by itself when its time is over.
    var ref = order.lease().ref();
    parts.pool().find(ref.provider()).ifPresent(provider -> provider.finish(ref));
    return Optional.of(step.order());
  }
}
