package dev.codeport.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogProductIdTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "88, 1, 88",
    "511, 1, 511",
    "1, 2, 513",
    "511, 2, 1023",
    "1, 4000000, 2047999489",
    "511, 4000000, 2047999999"
  })
  void a_country_and_a_platform_go_in_and_come_out(int country, int platform, int value) {
    var id = CatalogProductId.of(new CountryId(country), new PlatformId(platform));

    assertEquals(value, id.value());
    assertEquals(new CountryId(country), new CatalogProductId(value).country());
    assertEquals(new PlatformId(platform), new CatalogProductId(value).platform());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {Integer.MIN_VALUE, -1, 0, 512, 1024, 2_047_999_488, 2_048_000_001, Integer.MAX_VALUE})
  void a_number_without_a_country_or_a_platform_is_no_id(int value) {
    assertThrows(IllegalArgumentException.class, () -> new CatalogProductId(value));
  }

  @Test
  void product_88_is_whatsapp_in_indonesia() {
    var id = new CatalogProductId(88);

    assertEquals("id", Atlas.standard().country(id.country()).orElseThrow().iso());
    assertEquals("whatsapp", Atlas.standard().platform(id.platform()).orElseThrow().slug());
  }

  @Test
  void every_product_of_the_atlas_has_an_id_of_its_own() {
    var atlas = Atlas.standard();

    for (var platform : atlas.platforms()) {
      for (var country : atlas.countries()) {
        var id = CatalogProductId.of(country.id(), platform.id());
        assertEquals(country.id(), id.country());
        assertEquals(platform.id(), id.platform());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 512})
  void a_country_id_is_1_to_511(int value) {
    assertThrows(IllegalArgumentException.class, () -> new CountryId(value));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4_000_001})
  void a_platform_id_is_1_to_4_000_000(int value) {
    assertThrows(IllegalArgumentException.class, () -> new PlatformId(value));
  }
}
