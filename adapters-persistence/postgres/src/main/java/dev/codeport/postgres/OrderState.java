package dev.codeport.postgres;

import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders.Shown;
import java.util.List;

/** The word in the column {@code state}; the indexes of the table speak of them too. */
enum OrderState {
  PLACED,
  /** Placed, after it had a number. */
  MOVING,
  UNSETTLED,
  ACTIVE,
  RECEIVED,
  /** Received, and another code was asked for. */
  AWAITING,
  COMPLETED,
  CANCELED,
  EXPIRED,
  REFUSED,
  FAILED;

  static OrderState of(Order order) {
    return switch (order) {
      case Order.Placed placed ->
          placed.isHidden() ? PLACED : placed.unsettled() ? UNSETTLED : MOVING;
      case Order.Active active -> ACTIVE;
      case Order.Received received -> received.awaiting() ? AWAITING : RECEIVED;
      case Order.Closed closed -> valueOf(closed.ending().name());
    };
  }

  static List<OrderState> in(Shown shown) {
    return switch (shown) {
      case ALL ->
          List.of(
              MOVING, UNSETTLED, ACTIVE, RECEIVED, AWAITING, COMPLETED, CANCELED, EXPIRED, FAILED);
      case OPEN -> List.of(MOVING, UNSETTLED, ACTIVE, RECEIVED, AWAITING);
      case WAITING -> List.of(MOVING, UNSETTLED, ACTIVE, AWAITING);
      case RECEIVED -> List.of(RECEIVED);
      case COMPLETED -> List.of(COMPLETED);
      case CANCELED -> List.of(CANCELED, FAILED);
      case EXPIRED -> List.of(EXPIRED);
    };
  }

  Ending ending() {
    return Ending.valueOf(name());
  }
}
