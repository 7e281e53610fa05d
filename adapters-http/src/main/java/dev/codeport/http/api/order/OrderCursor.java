package dev.codeport.http.api.order;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.http.api.Cursor;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** An order's place in the list of all orders, as a cursor. */
public final class OrderCursor {
  private static final String LIST = "o";

  private OrderCursor() {}

  public static String of(Order order) {
    var place = Listing.Place.of(order);
    return Cursor.of(
        LIST, ChronoUnit.MICROS.between(Instant.EPOCH, place.placedAt()), place.id().value());
  }

  /** The query's place; empty when there is none. */
  public static Optional<Listing.Place> in(Query query) {
    return Cursor.in(query, LIST, 2).map(OrderCursor::place);
  }

  private static Listing.Place place(List<Long> numbers) {
    try {
      return new Listing.Place(
          Instant.EPOCH.plus(numbers.getFirst(), ChronoUnit.MICROS),
          new OrderId(numbers.getLast()));
    } catch (IllegalArgumentException e) {
      throw BadInput.parameter("cursor", "must be one that an earlier page of this list gave");
    }
  }
}
