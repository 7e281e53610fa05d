package dev.codeport.provider.kit;

import dev.codeport.domain.pool.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads a list that is told in pages of a hundred, at most fifty of them. A page that is not full
 * does not end it: a vendor may leave out a row, and what is missing would be taken for never
 * given. It ends with a page that is not full and brings nothing new, an empty one for example.
 */
public final class Pages {
  private static final int SIZE = 100;
  private static final int MOST = 50;

  private Pages() {}

  /** One page; missing when it could not be read. */
  @FunctionalInterface
  public interface Source<T> {
    Answer<List<T>> page(int offset, int limit);
  }

  /**
   * All rows, each id once, as it was told first; rows without an id are left out. What moves on to
   * the next page while it is read is told twice.
   *
   * @param enough of all that was read so far, whether the rest is not needed
   * @return missing when a page could not be read, or there is no end
   */
  public static <T> Answer<List<T>> read(
      Source<T> source, Function<T, Optional<String>> id, Predicate<List<T>> enough) {
    var ids = new HashSet<String>();
    var rows = new ArrayList<T>();
    for (int page = 0; page < MOST; page++) {
      switch (source.page(page * SIZE, SIZE)) {
        case Answer.Missing<List<T>> missing -> {
          return missing;
        }
        case Answer.Given<List<T>> given -> {
          boolean isNew = false;
          for (var row : given.value()) {
            if (id.apply(row).filter(ids::add).isPresent()) {
              rows.add(row);
              isNew = true;
            }
          }
          boolean isLast = !isNew && given.value().size() < SIZE;
          if (isLast || enough.test(rows)) {
            return new Answer.Given<>(List.copyOf(rows));
          }
        }
      }
    }
    return new Answer.Missing<>(Optional.empty(), "the list has no end");
  }
}
