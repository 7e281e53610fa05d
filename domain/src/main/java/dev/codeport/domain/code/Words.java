package dev.codeport.domain.code;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of the lexicon met in one message, by kind and in order. */
final class Words {
  private final Map<Kind, List<Hit>> byKind = new EnumMap<>(Kind.class);

  Words(List<Hit> hits) {
    for (var kind : Kind.values()) {
      byKind.put(kind, new ArrayList<>());
    }
    hits.forEach(hit -> all(hit.kind()).add(hit));
  }

  List<Hit> all(Kind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  boolean any(Kind kind) {
    return !all(kind).isEmpty();
  }

  /** The last one that ends at or before {@code index}. */
  Optional<Hit> lastBefore(Kind kind, int index) {
    var hits = all(kind);
    for (int i = firstFrom(hits, index) - 1, seen = 0; i >= 0 && seen < 4; i--, seen++) {
      if (hits.get(i).end() <= index) {
        return Optional.of(hits.get(i));
      }
    }
    return Optional.empty();
  }

  /** The first one that starts at or after {@code index}. */
  Optional<Hit> firstAfter(Kind kind, int index) {
    var hits = all(kind);
    int first = firstFrom(hits, index);
    return first < hits.size() ? Optional.of(hits.get(first)) : Optional.empty();
  }

  /** Position in {@code hits} of the first one that starts at or after {@code index}. */
  static int firstFrom(List<Hit> hits, int index) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).start() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
