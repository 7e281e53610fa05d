package dev.codeport.bootstrap.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Follows every link of the console from where a visitor stands. Of addresses that differ only in
 * the numbers and values in them a few are opened.
 */
final class Walk {
  private static final Pattern VALUE = Pattern.compile("(?<=/)[0-9a-z_-]*[0-9][0-9a-z_-]*|=[^&]*");
  private static final String LINKS =
      "all => all.map(a => a.getAttribute('href')).filter(a => a.startsWith('/console'))";

  private final Visitor visitor;
  private final int alike;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> opened = new HashMap<>();

  /**
   * @param alike how many pages are opened that differ in numbers and values only
   */
  Walk(Visitor visitor, int alike) {
    this.visitor = visitor;
    this.alike = alike;
  }

  /** The kinds of address that were opened. */
  Set<String> from(String path, Consumer<String> atEach) {
    var waiting = new ArrayDeque<>(List.of(path));
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      if (isWanted(next)) {
        visitor.open(next);
        atEach.accept(next);
        waiting.addAll(links());
      }
    }
    return opened.keySet();
  }

  private boolean isWanted(String address) {
    var path = URI.create(address).getPath();
    var kind = VALUE.matcher(address).replaceAll("*");
    return !path.endsWith(".csv")
        && known.add(address)
        && opened.merge(kind, 1, Integer::sum) <= alike;
  }

  private List<String> links() {
    var found = (List<?>) visitor.page().locator("a[href]").evaluateAll(LINKS);
    return found.stream().map(Object::toString).map(link -> link.replaceFirst("#.*", "")).toList();
  }
}
