package dev.codeport.provider.fivesim;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The vendor's names for one kind of thing, from a resource beside this class: every name has one
 * meaning, a thing has one name to order by.
 */
final class Names<T> {
  private static final Splitter CELLS = Splitter.on('\t');
  private static final String ALSO = "also";

  private final Map<String, T> meanings = new HashMap<>();
  private final Map<T, String> orders = new HashMap<>();

  private Names() {}

  /**
   * @param find our thing by our word for it
   * @throws IllegalStateException at a row that is broken or contradicts another
   */
  static <T> Names<T> load(String resource, Function<String, Optional<T>> find) {
    var names = new Names<T>();
    text(resource)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(resource, line, find));
    return names;
  }

  /** The name to order this by; none when the vendor does not sell it. */
  Optional<String> of(T thing) {
    return Optional.ofNullable(orders.get(thing));
  }

  Optional<T> meaning(String name) {
    return Optional.ofNullable(meanings.get(name));
  }

  /** As {@link #meaning}, and the name is the one to order by. */
  Optional<T> ordered(String name) {
    return meaning(name).filter(thing -> of(thing).equals(Optional.of(name)));
  }

  /** Every name that is understood. */
  Set<String> all() {
    return Set.copyOf(meanings.keySet());
  }

  private void add(String resource, String line, Function<String, Optional<T>> find) {
    var cells = CELLS.splitToList(line);
    var fine = cells.size() == 2 || (cells.size() == 3 && cells.get(2).equals(ALSO));
    var thing = fine ? find.apply(cells.get(1)) : Optional.<T>empty();
    if (thing.isEmpty() || meanings.put(cells.getFirst(), thing.get()) != null) {
      throw new IllegalStateException(resource + ": " + line);
    }
    if (cells.size() == 2 && orders.put(thing.get(), cells.getFirst()) != null) {
      throw new IllegalStateException(resource + ": a second name to order by: " + line);
    }
  }

  private static String text(String resource) {
    try {
      return Resources.toString(
          Resources.getResource(Names.class, resource), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
