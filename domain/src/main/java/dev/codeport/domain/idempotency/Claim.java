package dev.codeport.domain.idempotency;

import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * A key taken for a request, and the orders it stands for. How far the request has come is not
 * written here: the orders say it.
 */
public record Claim(IdempotencyKey key, Fingerprint fingerprint, List<OrderId> orders, Instant at) {
  public Claim {
    orders = List.copyOf(orders);
  }
}
