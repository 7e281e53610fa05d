package dev.codeport.memory;

import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders.Shown;

/** Which orders belong on which list of the customer's. */
final class Showing {
  private Showing() {}

  static boolean shows(Shown shown, Order order) {
    return switch (shown) {
      case ALL -> isVisible(order);
      case OPEN -> isVisible(order) && !(order instanceof Order.Closed);
      case WAITING -> isVisible(order) && isWaiting(order);
      case RECEIVED -> order instanceof Order.Received received && !received.awaiting();
      case COMPLETED -> endedBy(order, Ending.COMPLETED);
      case CANCELED -> endedBy(order, Ending.CANCELED) || endedBy(order, Ending.FAILED);
      case EXPIRED -> endedBy(order, Ending.EXPIRED);
    };
  }

  static boolean shows(Listing wanted, Order order) {
    var product = order.charge().tier().product();
    return shows(wanted.shown(), order)
        && wanted.country().filter(country -> !country.equals(product.country())).isEmpty()
        && wanted.platform().filter(platform -> !platform.equals(product.platform())).isEmpty()
        && wanted.before().filter(place -> !comesAfter(place, order)).isEmpty();
  }

  private static boolean comesAfter(Listing.Place place, Order order) {
    var newer = order.terms().placedAt().compareTo(place.placedAt());
    return newer < 0 || (newer == 0 && order.id().compareTo(place.id()) < 0);
  }

  private static boolean isVisible(Order order) {
    return switch (order) {
      case Order.Placed placed -> !placed.isHidden();
      case Order.Active active -> true;
      case Order.Received received -> true;
      case Order.Closed closed -> closed.ending() != Ending.REFUSED;
    };
  }

  private static boolean isWaiting(Order order) {
    return switch (order) {
      case Order.Placed placed -> true;
      case Order.Active active -> true;
      case Order.Received received -> received.awaiting();
      case Order.Closed closed -> false;
    };
  }

  private static boolean endedBy(Order order, Ending ending) {
    return order instanceof Order.Closed closed && closed.ending() == ending;
  }
}
