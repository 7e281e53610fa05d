package dev.codeport.provider.handlerapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A vendor's codes for one kind of thing: every code has one meaning, a thing has one code to
 * order.
 */
final class Codes<T> {
  private final Map<String, T> meanings;
  private final Map<T, String> orders;

  private Codes(Map<String, T> meanings, Map<T, String> orders) {
    this.meanings = Map.copyOf(meanings);
    this.orders = Map.copyOf(orders);
  }

  /**
   * @param find our thing by our word for it
   * @throws IllegalStateException at a row whose word is unknown, whose code was there before, or
   *     that orders what another row orders; and at a thing which is understood but never ordered
   */
  static <T> Codes<T> of(CodeFile file, Function<String, Optional<T>> find) {
    var meanings = new HashMap<String, T>();
    var orders = new HashMap<T, String>();
    for (var row : file.rows()) {
      var thing = find.apply(row.word()).orElseThrow(() -> row.broken("unknown: " + row.word()));
      if (meanings.put(row.code(), thing) != null) {
        throw row.broken("a second meaning of " + row.code());
      }
      if (row.ordered() && orders.put(thing, row.code()) != null) {
        throw row.broken("a second code to order " + row.word());
      }
    }
    for (var row : file.rows()) {
      if (!orders.containsKey(meanings.get(row.code()))) {
        throw row.broken("no code to order " + row.word());
      }
    }
    return new Codes<>(meanings, orders);
  }

  Optional<String> codeOf(T thing) {
    return Optional.ofNullable(orders.get(thing));
  }

  /** Every code that is understood. */
  Set<String> all() {
    return meanings.keySet();
  }

  Optional<T> meaningOf(String code) {
    return Optional.ofNullable(meanings.get(code));
  }
}
