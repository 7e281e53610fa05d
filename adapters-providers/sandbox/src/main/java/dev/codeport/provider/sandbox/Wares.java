package dev.codeport.provider.sandbox;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the sandbox vendors deal in, as their resources say. */
record Wares(
    Map<String, Land> lands, Map<String, Service> services, Map<String, List<String>> texts) {
  private static final Splitter CELLS = Splitter.on('\t');
  private static final Splitter COMMAS = Splitter.on(',');

  static final Wares SHIPPED = load();

  /**
   * A country.
   *
   * @param level its prices in percent of a service's middle one
   * @param pattern of its numbers: {@code #} any digit, {@code N} 2 to 9
   */
  record Land(
      String code,
      String iso,
      String dial,
      String language,
      int level,
      String pattern,
      List<String> operators) {}

  /**
   * A platform.
   *
   * @param form of its codes, see the resource
   */
  record Service(String code, String slug, String name, BigDecimal price, String form) {
    boolean isCalled(String word) {
      return code.equals(word) || slug.equals(word);
    }
  }

  /** The texts of this language, else English ones. */
  List<String> texts(Land land) {
    return texts.getOrDefault(land.language(), texts.getOrDefault("en", List.of("{code}")));
  }

  private static Wares load() {
    var texts =
        rows("texts.tsv").stream()
            .collect(
                Collectors.groupingBy(
                    List::getFirst,
                    Collectors.mapping(cells -> cells.get(1), Collectors.toList())));
    return new Wares(
        byKey(rows("countries.tsv").stream().map(Wares::land).toList(), Land::code),
        byKey(rows("services.tsv").stream().map(Wares::service).toList(), Service::code),
        texts);
  }

  private static Land land(List<String> cells) {
    var operators = cells.get(6).equals("-") ? List.<String>of() : COMMAS.splitToList(cells.get(6));
    return new Land(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        Integer.parseInt(cells.get(4)),
        cells.get(5),
        operators);
  }

  private static Service service(List<String> cells) {
    return new Service(
        cells.get(0), cells.get(1), cells.get(2), new BigDecimal(cells.get(3)), cells.get(4));
  }

  private static <T> Map<String, T> byKey(List<T> things, Function<T, String> key) {
    var map = new LinkedHashMap<String, T>();
    things.forEach(thing -> map.put(key.apply(thing), thing));
    return map;
  }

  private static List<List<String>> rows(String resource) {
    try {
      var text =
          Resources.toString(Resources.getResource(Wares.class, resource), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("# ") && !line.isBlank())
          .map(CELLS::splitToList)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
