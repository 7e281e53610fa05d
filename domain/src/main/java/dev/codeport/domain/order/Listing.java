package dev.codeport.domain.order;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of an account's orders are wanted.
 *
 * @param before only orders that come after this place in the list, newest first: a list read page
 *     by page shows no order twice, however many are placed meanwhile
 */
public record Listing(
    Orders.Shown shown,
    Optional<CountryId> country,
    Optional<PlatformId> platform,
    Optional<Place> before) {
  public static Listing of(Orders.Shown shown) {
    return new Listing(shown, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Where an order stands in the list. */
  public record Place(Instant placedAt, OrderId id) {
    public static Place of(Order order) {
      return new Place(order.terms().placedAt(), order.id());
    }
  }

  public Listing in(CountryId other) {
    return new Listing(shown, Optional.of(other), platform, before);
  }

  public Listing on(PlatformId other) {
    return new Listing(shown, country, Optional.of(other), before);
  }

  public Listing before(Place place) {
    return new Listing(shown, country, platform, Optional.of(place));
  }
}
