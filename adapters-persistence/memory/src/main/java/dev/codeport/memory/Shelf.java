package dev.codeport.memory;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Orders in the order of a moment of theirs, apart for each key. */
final class Shelf<K> {
  private final Map<K, NavigableMap<Place, Order>> rows = new HashMap<>();

  private record Place(Instant at, long id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::at).thenComparingLong(Place::id);

    static Place of(Instant at, OrderId id) {
      return new Place(at, id.value());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  void put(K key, Instant at, Order order) {
    rows.computeIfAbsent(key, k -> new TreeMap<>()).put(Place.of(at, order.id()), order);
  }

  Stream<Order> newest(K key) {
    return newest(key, Instant.MIN);
  }

  /** The newest first, back to {@code since} and including it. */
  Stream<Order> newest(K key, Instant since) {
    var row = rows.get(key);
    return row == null
        ? Stream.empty()
        : row.tailMap(new Place(since, 0), true).descendingMap().values().stream();
  }
}
