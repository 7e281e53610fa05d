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
              placed
                  .lookAt()
                  .map(at -> new Attention(Orders.Due.MOVE, at))
                  .orElseGet(() -> answerTo(placed)));
      case Order.Active active -> Optional.of(of(active));
      case Order.Received received ->
          Optional.of(new Attention(Orders.Due.EXPIRE, received.lease().expiresAt()));
      case Order.Closed closed -> Optional.empty();
    };
  }

  private static Attention answerTo(Order.Placed order) {
    return new Attention(
        Orders.Due.SETTLE,
        // Nobody goes on with one whose answer got lost, so there is nobody to wait for.
        order.unsettled() ? order.terms().placedAt() : order.askedSince().plus(PATIENCE));
  }

  private static Attention of(Order.Active order) {
    return switch (order.plan()) {
      case Plan.Wait wait -> new Attention(Orders.Due.EXPIRE, order.endsAt());
      case Plan.CancelAt cancel ->
          cancel.at().isBefore(order.endsAt())
              ? new Attention(Orders.Due.SETTLE, cancel.at())
              : new Attention(Orders.Due.EXPIRE, order.endsAt());
      case Plan.Canceling asked -> new Attention(Orders.Due.SETTLE, asked.since().plus(PATIENCE));
      case Plan.MoveAt move ->
          move.at().isBefore(order.endsAt())
              ? new Attention(Orders.Due.MOVE, move.at())
              : new Attention(Orders.Due.EXPIRE, order.endsAt());
      case Plan.Leaving asked -> new Attention(Orders.Due.MOVE, asked.since().plus(PATIENCE));
    };
  }
}
