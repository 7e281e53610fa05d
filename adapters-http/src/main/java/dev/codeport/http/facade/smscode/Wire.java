package dev.codeport.http.facade.smscode;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How single values look outside, and what the numbers that come in may mean. */
final class Wire {
  private Wire() {}

  /** RFC 3339 with a numeric zone. */
  static String time(Instant instant) {
    var zulu = instant.toString();
    return zulu.substring(0, zulu.length() - 1) + "+00:00";
  }

  static @Nullable String time(Optional<Instant> instant) {
    return instant.map(Wire::time).orElse(null);
  }

  static int id(OrderId id) {
    return Math.toIntExact(id.value());
  }

  /** Foreign text as it can be sent: half a surrogate pair becomes a replacement character. */
  static @Nullable String text(Optional<String> text) {
    return text.map(Wire::wellFormed).orElse(null);
  }

  /** The order of a path's {@code :id}; empty when it cannot be one. */
  static Optional<OrderId> order(String segment) {
    return segment.matches("\\d{1,10}")
        ? Optional.of(Long.parseLong(segment)).flatMap(Wire::order)
        : Optional.empty();
  }

  static Optional<OrderId> order(long id) {
    return id >= 1 && id <= Integer.MAX_VALUE ? Optional.of(new OrderId(id)) : Optional.empty();
  }

  static Optional<CountryId> country(int id) {
    return known(CountryId::new, id);
  }

  static Optional<PlatformId> platform(int id) {
    return known(PlatformId::new, id);
  }

  static Optional<OperatorId> operator(int id) {
    return known(OperatorId::new, id);
  }

  static Optional<TierId> tier(int id) {
    return known(TierId::new, id);
  }

  static Optional<CatalogProductId> catalogProduct(int id) {
    return known(CatalogProductId::new, id);
  }

  /** Any number may be sent, but not every number can be an id. */
  static <T> Optional<T> known(Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> known(IntFunction<T> id, int value) {
    return known(() -> id.apply(value));
  }

  private static String wellFormed(String text) {
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
