package dev.codeport.http.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.base.Splitter;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in a list, opaque to callers: the list's own mark and some whole numbers. Whatever is no
 * cursor of this very list is refused by name.
 */
public final class Cursor {
  private static final int LONGEST = 128;

  private Cursor() {}

  /**
   * @param list tells it from cursors of other lists; never changes its meaning
   */
  public static String of(String list, long... numbers) {
    var text =
        Stream.concat(Stream.of(list), java.util.Arrays.stream(numbers).mapToObj(Long::toString))
            .collect(Collectors.joining("."));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
  }

  /** The numbers of the query's cursor; empty when there is none. */
  public static Optional<List<Long>> in(Query query, String list, int count) {
    return query.text("cursor").map(text -> read(text, list, count));
  }

  private static List<Long> read(String text, String list, int count) {
    try {
      if (text.length() > LONGEST) {
        throw nonsense();
      }
      var decoded = new String(Base64.getUrlDecoder().decode(text), US_ASCII);
      var parts = Splitter.on('.').splitToList(decoded);
      if (parts.size() != count + 1 || !parts.getFirst().equals(list)) {
        throw nonsense();
      }
      var numbers = new ArrayList<Long>();
      for (var part : parts.subList(1, parts.size())) {
        numbers.add(Long.parseUnsignedLong(part));
      }
      if (numbers.stream().anyMatch(n -> n < 0) || !of(list, unboxed(numbers)).equals(text)) {
        throw nonsense();
      }
      return numbers;
    } catch (IllegalArgumentException e) {
      throw nonsense();
    }
  }

  private static long[] unboxed(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static BadInput nonsense() {
    return BadInput.parameter("cursor", "must be one that an earlier page of this list gave");
  }
}
