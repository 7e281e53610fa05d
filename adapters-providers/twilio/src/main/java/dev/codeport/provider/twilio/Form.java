package dev.codeport.provider.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A posted form: its names in order, with regard to case, and of each its different values in
 * order.
 */
record Form(Map<String, Set<String>> fields) {
  private static final Splitter FIELDS = Splitter.on('&').omitEmptyStrings();

  /** Empty for what is none. */
  static Optional<Form> read(String body) {
    var fields = new TreeMap<String, Set<String>>();
    try {
      for (var pair : FIELDS.split(body)) {
        int cut = pair.indexOf('=');
        var name = URLDecoder.decode(cut < 0 ? pair : pair.substring(0, cut), UTF_8);
        var value = cut < 0 ? "" : URLDecoder.decode(pair.substring(cut + 1), UTF_8);
        fields.computeIfAbsent(name, each -> new TreeSet<>()).add(value);
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new Form(fields));
  }

  Optional<String> first(String name) {
    return fields.getOrDefault(name, Set.of()).stream()
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Names and values one behind the other, as they are signed. */
  String joined() {
    var joined = new StringBuilder();
    fields.forEach((name, values) -> values.forEach(value -> joined.append(name).append(value)));
    return joined.toString();
  }

  /** Without what stands in it. */
  @Override
  public String toString() {
    return "Form of " + fields.size();
  }
}
