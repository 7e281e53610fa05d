package dev.codeport.http.console.customer;

import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.api.order.OrderView;
import dev.codeport.http.api.order.Places;
import java.time.Instant;
import java.util.Optional;

/**
 * An order in a list.
 *
 * @param status as the API calls it; its text has the key {@code status.<status>}
 */
public record OrderLine(
    long id,
    String status,
    String platform,
    String country,
    Optional<String> phone,
    Optional<String> code,
    Money price,
    boolean paid,
    Instant placedAt) {
  static OrderLine of(ShownOrder shown, Places places) {
    var order = shown.order();
    var product = order.charge().tier().product();
    return new OrderLine(
        order.id().value(),
        OrderView.status(order),
        places.platformName(product),
        places.countryName(product),
        phone(order),
        order.received().flatMap(Inbox::code).map(Code::value),
        order.charge().price(),
        order.received().isPresent(),
        order.terms().placedAt());
  }

  /** None where it has been erased since. */
  static Optional<String> phone(Order order) {
    return order.phone().filter(phone -> !phone.equals(PhoneNumber.ERASED)).map(PhoneNumber::e164);
  }

  /** How its status is painted. */
  public String tone() {
    return tone(status);
  }

  static String tone(String status) {
    return switch (status) {
      case "active", "awaiting", "settling", "moving" -> "wait";
      case "received" -> "live";
      case "completed" -> "good";
      case "failed" -> "bad";
      default -> "";
    };
  }
}
