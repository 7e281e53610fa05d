package dev.codeport.domain.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * What never changes about an order.
 *
 * @param wish what the customer asked for
 * @param parent the finished order whose number this one has again, for a reactivation
 * @param pursuit until when a code is wanted, for an order that changes its number by itself
 */
public record OrderTerms(
    OrderId id,
    AccountId account,
    Wish wish,
    Optional<OrderId> parent,
    Instant placedAt,
    Optional<Pursuit> pursuit) {
  public OrderTerms(
      OrderId id, AccountId account, Wish wish, Optional<OrderId> parent, Instant placedAt) {
    this(id, account, wish, parent, placedAt, Optional.empty());
  }
}
