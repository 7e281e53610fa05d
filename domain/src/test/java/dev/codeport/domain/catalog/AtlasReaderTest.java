package dev.codeport.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtlasReaderTest {
  private static final String COUNTRIES = "# version: 3\n1\tad\tAndorra\t376\n";
  private static final String PLATFORMS =
      "# version: 3\n1\tacme\tAcme\tAkme|Acme Ltd\n2\tzed\tZed\n";

  @Test
  void reads_rows_and_version() {
    var atlas = AtlasReader.read(COUNTRIES, PLATFORMS);

    assertEquals(3, atlas.version());
    assertEquals("Andorra", atlas.countryByIso("ad").orElseThrow().name());
    assertEquals(List.of("Akme", "Acme Ltd"), atlas.platformBySlug("acme").orElseThrow().aliases());
    assertEquals(List.of(), atlas.platformBySlug("zed").orElseThrow().aliases());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2\\tAE\\tEmirates\\t971; line 3: not a lower-case ISO alpha-2 code: AE",
        "2\\tae\\tEmirates\\t+971; line 3: not a dial code: +971",
        "2\\tae\\tEmirates; line 3: 3 columns",
        "2\\tae\\tEmirates\\t971\\tx; line 3: 5 columns",
        "2\\tae\\t\\t971; line 3: a country has a name",
        "512\\tae\\tEmirates\\t971; line 3: a country id is 1 to 511, not 512",
        "1\\tae\\tEmirates\\t971; line 3: id 1 after 1",
        "x\\tae\\tEmirates\\t971; line 3: For input string: \"x\"",
        "2\\tad\\tAndorra again\\t376; line 3: ad is there twice"
      })
  void a_broken_country_names_file_and_line(String row, String complaint) {
    var countries = COUNTRIES + row.replace("\\t", "\t");

    assertEquals("countries.tsv " + complaint, assertRefused(countries, PLATFORMS).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3\\tAcme\\tAcme; line 4: not a slug: Acme",
        "3\\ta--b\\tAcme; line 4: not a slug: a--b",
        "3\\tthird; line 4: 2 columns",
        "3\\tthird\\tThird\\tx||y; line 4: an alias is not blank",
        "4000001\\tthird\\tThird; line 4: a platform id is 1 to 4000000, not 4000001",
        "3\\tacme\\tThird; line 4: acme is there twice"
      })
  void a_broken_platform_names_file_and_line(String row, String complaint) {
    var platforms = PLATFORMS + row.replace("\\t", "\t");

    assertEquals("platforms.tsv " + complaint, assertRefused(COUNTRIES, platforms).getMessage());
  }

  @Test
  void an_empty_line_is_broken_too() {
    assertEquals(
        "countries.tsv line 3: 1 columns",
        assertRefused(COUNTRIES + "\n2\tae\tEmirates\t971", PLATFORMS).getMessage());
  }

  @Test
  void both_files_are_of_one_version() {
    var other = PLATFORMS.replace("version: 3", "version: 4");
    var none = PLATFORMS.replace("version: 3", "");
    var word = PLATFORMS.replace("version: 3", "version: three");

    assertEquals(
        "countries.tsv is version 3, but platforms.tsv is version 4",
        assertRefused(COUNTRIES, other).getMessage());
    assertEquals("platforms.tsv names no version", assertRefused(COUNTRIES, none).getMessage());
    assertEquals(
        "platforms.tsv line 1: For input string: \"three\"",
        assertRefused(COUNTRIES, word).getMessage());
  }

  private static IllegalStateException assertRefused(String countries, String platforms) {
    return assertThrows(IllegalStateException.class, () -> AtlasReader.read(countries, platforms));
  }
}
