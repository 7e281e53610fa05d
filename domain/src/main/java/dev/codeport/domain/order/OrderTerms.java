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
 */
public record OrderTerms(
    OrderId id, AccountId account, Wish wish, Optional<OrderId> parent, Instant placedAt) {}
