package dev.codeport.http.server;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters behind a question mark. An empty one counts as absent, one given twice is bad. */
public final class Query {
  private static final Splitter PARTS = Splitter.on('&').omitEmptyStrings();
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,19}");

  private final Map<String, String> values = new HashMap<>();

  private Query() {}

  static Query parse(String raw) {
    var query = new Query();
    for (var part : PARTS.split(raw)) {
      var equals = part.indexOf('=');
      var name = decode("query", equals < 0 ? part : part.substring(0, equals));
      var value = equals < 0 ? "" : decode(name, part.substring(equals + 1));
      if (query.values.put(name, value) != null) {
        throw BadInput.parameter(name, "must be given once");
      }
    }
    return query;
  }

  /** Refuses parameters that nobody reads: a mistyped filter would show too much. */
  public Query only(Set<String> known) {
    for (var name : values.keySet()) {
      if (!known.contains(name)) {
        throw BadInput.parameter(name, "is not a parameter of this path");
      }
    }
    return this;
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  public Optional<Long> int64(String name) {
    return text(name).map(value -> integer(name, value));
  }

  public Optional<Integer> int32(String name) {
    return int64(name)
        .map(
            value -> {
              if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
                throw BadInput.parameter(name, "must be an integer of 32 bits");
              }
              return value.intValue();
            });
  }

  public int requiredInt32(String name) {
    return int32(name).orElseThrow(() -> BadInput.parameter(name, "is required"));
  }

  private static long integer(String name, String value) {
    if (INTEGER.matcher(value).matches()) {
      try {
        return Long.parseLong(value);
      } catch (NumberFormatException e) {
        throw BadInput.parameter(name, "must be an integer of 64 bits");
      }
    }
    throw BadInput.parameter(name, "must be an integer");
  }

  private static String decode(String field, String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      var c = encoded.charAt(i);
      if (c == '%') {
        bytes.write(escaped(field, encoded, i));
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c > 0x7F ? 0xFF : c);
      }
    }
    try {
      return Text.clean(field, Text.decode(field, bytes.toByteArray()));
    } catch (BadInput bad) {
      throw BadInput.parameter(field, bad.reason());
    }
  }

  private static int escaped(String field, String encoded, int at) {
    var high = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 1), 16) : -1;
    var low = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw BadInput.parameter(field, "must be percent-encoded properly");
    }
    return high * 16 + low;
  }
}
