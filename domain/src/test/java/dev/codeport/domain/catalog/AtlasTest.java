package dev.codeport.domain.catalog;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasTest {
  private final Atlas atlas = Atlas.standard();

  @Test
  void knows_200_countries_and_700_platforms_at_least() {
    assertTrue(atlas.countries().size() >= 200, () -> atlas.countries().size() + " countries");
    assertTrue(atlas.platforms().size() >= 700, () -> atlas.platforms().size() + " platforms");
    assertTrue(atlas.version() >= 1);
  }

  @Test
  void ids_and_words_are_unique() {
    assertUnique(atlas.countries(), Country::id);
    assertUnique(atlas.countries(), Country::iso);
    assertUnique(atlas.countries(), Country::name);
    assertUnique(atlas.platforms(), Platform::id);
    assertUnique(atlas.platforms(), Platform::slug);
  }

  @Test
  void every_lookup_finds_what_the_list_holds() {
    for (var country : atlas.countries()) {
      assertEquals(Optional.of(country), atlas.country(country.id()));
      assertEquals(Optional.of(country), atlas.countryByIso(country.iso()));
    }
    for (var platform : atlas.platforms()) {
      assertEquals(Optional.of(platform), atlas.platform(platform.id()));
      assertEquals(Optional.of(platform), atlas.platformBySlug(platform.slug()));
    }
  }

  @Test
  void what_is_unknown_is_absent() {
    assertEquals(Optional.empty(), atlas.country(new CountryId(511)));
    assertEquals(Optional.empty(), atlas.countryByIso("ID"));
    assertEquals(Optional.empty(), atlas.platform(new PlatformId(4_000_000)));
    assertEquals(Optional.empty(), atlas.platformBySlug("WhatsApp"));
  }

  @Test
  void no_platform_is_listed_under_two_names() {
    var owners = new HashMap<String, String>();

    for (var platform : atlas.platforms()) {
      var names = new HashSet<>(platform.aliases().stream().map(AtlasTest::plain).toList());
      assertEquals(platform.aliases().size(), names.size(), platform.slug());
      names.add(plain(platform.name()));
      for (var name : names) {
        var other = owners.put(name, platform.slug());
        assertEquals(null, other, () -> name + " is " + platform.slug() + " as well");
      }
    }
  }

  @Test
  void every_country_code_is_one_of_iso_3166_or_kosovo() {
    var iso = new HashSet<>(Set.of(Locale.getISOCountries()));
    iso.add("XK");

    for (var country : atlas.countries()) {
      assertTrue(iso.contains(country.iso().toUpperCase(Locale.ROOT)), country.iso());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "us, United States, 1",
    "ca, Canada, 1",
    "ru, Russia, 7",
    "kz, Kazakhstan, 7",
    "eg, Egypt, 20",
    "za, South Africa, 27",
    "nl, Netherlands, 31",
    "fr, France, 33",
    "it, Italy, 39",
    "va, Vatican City, 39",
    "gb, United Kingdom, 44",
    "de, Germany, 49",
    "mx, Mexico, 52",
    "br, Brazil, 55",
    "id, Indonesia, 62",
    "jp, Japan, 81",
    "kr, South Korea, 82",
    "vn, Vietnam, 84",
    "cn, China, 86",
    "tr, Turkey, 90",
    "in, India, 91",
    "ma, Morocco, 212",
    "eh, Western Sahara, 212",
    "ng, Nigeria, 234",
    "ke, Kenya, 254",
    "pt, Portugal, 351",
    "ua, Ukraine, 380",
    "xk, Kosovo, 383",
    "hk, Hong Kong, 852",
    "kh, Cambodia, 855",
    "ae, United Arab Emirates, 971",
    "il, Israel, 972",
    "uz, Uzbekistan, 998",
    "jm, Jamaica, 1876",
    "ag, Antigua and Barbuda, 1268",
    "pr, Puerto Rico, 1787",
    "do, Dominican Republic, 1809",
    "sx, Sint Maarten, 1721"
  })
  void a_country_has_its_name_and_dial_code(String iso, String name, String dialCode) {
    var country = atlas.countryByIso(iso).orElseThrow();

    assertEquals(name, country.name());
    assertEquals(dialCode, country.dialCode());
  }

  @Test
  void a_flag_is_made_of_the_country_code() {
    assertEquals("\uD83C\uDDEE\uD83C\uDDE9", atlas.countryByIso("id").orElseThrow().flag());
    assertEquals("\uD83C\uDDFD\uD83C\uDDF0", atlas.countryByIso("xk").orElseThrow().flag());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whatsapp",
        "telegram",
        "google",
        "facebook",
        "instagram",
        "tiktok",
        "twitter",
        "snapchat",
        "wechat",
        "viber",
        "line",
        "discord",
        "signal",
        "vk",
        "microsoft",
        "apple",
        "amazon",
        "openai",
        "netflix",
        "paypal",
        "uber",
        "tinder",
        "steam",
        "shopee",
        "grab",
        "binance",
        "other"
      })
  void a_well_known_platform_is_there(String slug) {
    assertTrue(atlas.platformBySlug(slug).isPresent());
  }

  @Test
  void an_id_once_given_stays_what_it_was() {
    assertEquals(
        "04e27255bff09b00",
        fingerprint(atlas.countries().subList(0, 243), c -> c.id().value() + c.iso()));
    assertEquals(
        "cdcf17a04b03d49e",
        fingerprint(atlas.platforms().subList(0, 951), p -> p.id().value() + p.slug()));
  }

  private static <T> void assertUnique(List<T> all, Function<T, Object> by) {
    assertEquals(all.size(), new HashSet<>(all.stream().map(by).toList()).size());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static <T> String fingerprint(List<T> rows, Function<T, String> row) {
    var text = rows.stream().map(row).collect(joining("\n"));
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 16);
  }
}
