package dev.codeport.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an order needs a worker's attention, and for what. A closed one never does. */
public record Attention(Orders.Due due, Instant at) {
  /** How long a call to a vendor may take before somebody else looks after it. */
  public static final Duration PATIENCE = Duration.ofSeconds(45);

  public static Optional<Attention> of(Order order) {
    return switch (order) {
      case Order.Placed placed ->
          Optional.of(
              new Attention(
                  Orders.Due.SETTLE,
                  // Nobody goes on with one whose answer got lost, so there is nobody to wait for.
                  placed.unsettled()
                      ? placed.terms().placedAt()
                      : placed.terms().placedAt().plus(PATIENCE)));
      case Order.Active active ->
          Optional.of(
              active
                  .cancelAskedAt()
                  .map(asked -> new Attention(Orders.Due.SETTLE, asked.plus(PATIENCE)))
                  .orElseGet(() -> new Attention(Orders.Due.EXPIRE, active.lease().expiresAt())));
      case Order.Received received ->
          Optional.of(new Attention(Orders.Due.EXPIRE, received.lease().expiresAt()));
      case Order.Closed closed -> Optional.empty();
    };
  }
}
