package dev.codeport.provider.httpsms;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places such as {@code {to}} that are filled, each in one go: what is filled in is not
 * looked at again.
 */
record Template(String text, Escape escape) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

  /**
   * @throws IllegalArgumentException when it has a place that nothing fills
   */
  Template {
    var unknown = new TreeSet<>(places(text));
    unknown.removeAll(Values.NAMES);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing fills " + unknown + "; there are " + new TreeSet<>(Values.NAMES));
    }
  }

  String fill(Values values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(escape.apply(values.get(place.group(1)))));
  }

  /** Whether what is filled in comes out as it is. */
  boolean canCarry(Values values) {
    return places().stream().map(values::get).allMatch(escape::canCarry);
  }

  Set<String> places() {
    return places(text);
  }

  private static Set<String> places(String text) {
    var places = new TreeSet<String>();
    PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
    return places;
  }
}
