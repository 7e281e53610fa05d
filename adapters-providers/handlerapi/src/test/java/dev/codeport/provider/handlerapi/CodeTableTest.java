package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTableTest {
  private final Atlas atlas = Atlas.standard();
  private final CodeTable usual =
      CodeTable.load("countries-sms-activate.tsv", "services-sms-activate.tsv");

  @ParameterizedTest
  @CsvSource({
    "countries-sms-activate.tsv, services-sms-activate.tsv, 194, 813",
    "countries-365sms.tsv, services-365sms.tsv, 123, 813",
    "countries-sms-activate.tsv, services-smshub.tsv, 194, 814",
    "countries-sms-activate.tsv, services-sms-man.tsv, 194, 814",
    "countries-activation-pw.tsv, services-activation-pw.tsv, 195, 822",
    "countries-vak-sms.tsv, services-vak-sms.tsv, 25, 230",
    "countries-sms-activate.tsv, services-getsms-online.tsv, 194, 31",
    "countries-sms-activate.tsv, services-cheapsms.tsv, 194, 91"
  })
  void every_vendor_table_stands_on_the_atlas_and_comes_back(
      String countries, String services, long countryCount, long platformCount) {
    var table = CodeTable.load(countries, services);

    for (var country : atlas.countries()) {
      var code = table.vendorCountry(country);
      code.ifPresent(c -> assertEquals(Optional.of(country), table.country(c)));
    }
    for (var platform : atlas.platforms()) {
      var code = table.vendorService(platform);
      code.ifPresent(c -> assertEquals(Optional.of(platform), table.platform(c)));
    }
    assertEquals(countryCount, countriesOf(table), countries);
    assertEquals(platformCount, platformsOf(table), services);
  }

  @Test
  void the_usual_table_reaches_700_platforms() {
    assertTrue(platformsOf(usual) >= 700, () -> platformsOf(usual) + " platforms");
  }

  @ParameterizedTest
  @CsvSource({"wa, whatsapp", "tg, telegram", "go, google", "ot, other", "aon, binance"})
  void the_usual_services_have_their_usual_codes(String code, String slug) {
    assertEquals(Optional.of(code), usual.vendorService(platform(slug)));
    assertEquals(Optional.of(platform(slug)), usual.platform(code));
  }

  @ParameterizedTest
  @CsvSource({"6, id", "0, ru", "1, ua", "2, kz", "16, gb", "187, us", "196, sg", "203, xk"})
  void the_usual_countries_have_their_usual_numbers(String code, String iso) {
    assertEquals(Optional.of(code), usual.vendorCountry(country(iso)));
    assertEquals(Optional.of(country(iso)), usual.country(code));
  }

  @ParameterizedTest
  @CsvSource({"eh, tg, telegram", "wd, hj, stoloto", "hh, ahb, ubisoft", "ol, aug, magnit-market"})
  void a_second_code_is_understood_but_not_ordered(String second, String ordered, String slug) {
    assertEquals(Optional.of(platform(slug)), usual.platform(second));
    assertEquals(Optional.of(ordered), usual.vendorService(platform(slug)));
  }

  @Test
  void the_virtual_united_states_are_understood_but_not_ordered() {
    assertEquals(Optional.of(country("us")), usual.country("12"));
    assertEquals(Optional.of("187"), usual.vendorCountry(country("us")));
  }

  @Test
  void what_a_vendor_does_not_have_is_absent() {
    assertEquals(Optional.empty(), usual.vendorCountry(country("ax")));
    assertEquals(Optional.empty(), usual.country("999"));
    assertEquals(Optional.empty(), usual.vendorService(platform("etsy")));
    assertEquals(Optional.empty(), usual.platform("pc"));
  }

  @Test
  void the_numbers_of_365sms_are_its_own() {
    var own = CodeTable.load("countries-365sms.tsv", "services-365sms.tsv");

    assertEquals(Optional.of("1"), own.vendorCountry(country("ru")));
    assertEquals(Optional.of("2"), own.vendorCountry(country("ua")));
    assertEquals(Optional.of("3"), own.vendorCountry(country("kz")));
    assertEquals(Optional.of("7"), own.vendorCountry(country("id")));
    assertEquals(Optional.of("115"), own.vendorCountry(country("us")));
    assertNotEquals(usual.country("6"), own.country("6"));
  }

  @Test
  void a_code_means_something_else_at_another_vendor() {
    var smsMan = CodeTable.load("countries-sms-activate.tsv", "services-sms-man.tsv");
    var vak = CodeTable.load("countries-vak-sms.tsv", "services-vak-sms.tsv");

    assertEquals(Optional.of(platform("uwin")), usual.platform("cl"));
    assertEquals(Optional.of(platform("clickentregas")), smsMan.platform("cl"));
    assertEquals(Optional.empty(), smsMan.vendorService(platform("uwin")));
    assertEquals(Optional.of(platform("mail-com")), usual.platform("yq"));
    assertEquals(Optional.of(platform("facebook")), vak.platform("fb"));
    assertEquals(Optional.of("mr"), vak.vendorService(platform("vk")));
    assertEquals(Optional.of("id"), vak.vendorCountry(country("id")));
  }

  @Test
  void a_vendor_code_that_differs_takes_the_place_of_the_usual_one() {
    var table = CodeTable.load("countries-activation-pw.tsv", "services-activation-pw.tsv");

    assertEquals(Optional.of("sii"), table.vendorService(platform("signal")));
    assertEquals(Optional.empty(), table.platform("bw"));
    assertEquals(Optional.of("wa"), table.vendorService(platform("whatsapp")));
    assertEquals(Optional.of(country("eh")), table.country("196"));
    assertEquals(Optional.empty(), table.vendorCountry(country("sg")));
    assertEquals(Optional.of("6"), table.vendorCountry(country("id")));
  }

  private long countriesOf(CodeTable table) {
    return atlas.countries().stream().filter(c -> table.vendorCountry(c).isPresent()).count();
  }

  private long platformsOf(CodeTable table) {
    return atlas.platforms().stream().filter(p -> table.vendorService(p).isPresent()).count();
  }

  private Country country(String iso) {
    return atlas.countryByIso(iso).orElseThrow();
  }

  private Platform platform(String slug) {
    return atlas.platformBySlug(slug).orElseThrow();
  }
}
