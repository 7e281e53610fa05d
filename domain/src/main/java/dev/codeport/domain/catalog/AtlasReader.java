package dev.codeport.domain.catalog;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes an {@link Atlas} of its two resources, and refuses a doubtful one by file and line. */
final class AtlasReader {
  private static final String COUNTRIES = "countries.tsv";
  private static final String PLATFORMS = "platforms.tsv";
  private static final Splitter ALIASES = Splitter.on('|');

  private AtlasReader() {}

  static Atlas shipped() {
    return read(resource(COUNTRIES), resource(PLATFORMS));
  }

  static Atlas read(String countries, String platforms) {
    var countryTable = Table.parse(COUNTRIES, countries);
    var platformTable = Table.parse(PLATFORMS, platforms);
    if (countryTable.version() != platformTable.version()) {
      throw new IllegalStateException(
          "%s is version %d, but %s is version %d"
              .formatted(COUNTRIES, countryTable.version(), PLATFORMS, platformTable.version()));
    }
    return new Atlas(countryTable.version(), countries(countryTable), platforms(platformTable));
  }

  private static List<Country> countries(Table table) {
    var isos = new HashSet<String>();
    return table.map(
        4,
        4,
        cells -> {
          refuseSecond(isos, cells.get(1));
          return Country.of(
              new CountryId(Integer.parseInt(cells.get(0))),
              cells.get(1),
              cells.get(2),
              cells.get(3));
        });
  }

  private static List<Platform> platforms(Table table) {
    var slugs = new HashSet<String>();
    return table.map(
        3,
        4,
        cells -> {
          refuseSecond(slugs, cells.get(1));
          return new Platform(
              new PlatformId(Integer.parseInt(cells.get(0))),
              cells.get(1),
              cells.get(2),
              cells.size() > 3 ? ALIASES.splitToList(cells.get(3)) : List.of());
        });
  }

  private static void refuseSecond(Set<String> seen, String word) {
    if (!seen.add(word)) {
      throw new IllegalArgumentException(word + " is there twice");
    }
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(AtlasReader.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
