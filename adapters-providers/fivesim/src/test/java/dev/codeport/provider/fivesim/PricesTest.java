package dev.codeport.provider.fivesim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Offer;
import dev.codeport.provider.fivesim.Books.Rack;
import dev.codeport.provider.fivesim.FakeFiveSim.Garbled;
import dev.codeport.provider.fivesim.FakeFiveSim.Says;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  private static final String ONE =
      "{\"russia\":{\"telegram\":{\"beeline\":{\"cost\":4,\"count\":1260,\"rate\":99.99,"
          + "\"rate1\":0,\"rate24\":71.5,\"rate9999999\":1,\"rates\":5}}}}";

  @Test
  void a_window_in_which_nobody_bought_is_missing_and_not_zero() throws IOException {
    var price = read(ONE).getFirst();

    assertEquals(
        Map.of(0, new BigDecimal("99.99"), 1, BigDecimal.ZERO, 24, new BigDecimal("71.5")),
        price.rates());
  }

  @Test
  void the_rates_last_heard_are_told_by_operator() {
    try (var bench = new Bench().saying(new Garbled(ONE))) {
      var offers = Bench.given(bench.provider.offers());

      var rate = bench.provider.deliveryRate(tier(Optional.of("beeline"))).orElseThrow();

      assertEquals(2, offers.size());
      assertEquals(Optional.of(new BigDecimal("99.99")), rate.overall());
      assertEquals(Optional.empty(), Optional.ofNullable(rate.byWindow().get(Duration.ofDays(3))));
      assertEquals(BigDecimal.ZERO, rate.byWindow().get(Duration.ofHours(1)));
      assertEquals(Optional.empty(), bench.provider.deliveryRate(tier(Optional.empty())));
    }
  }

  @Test
  void who_takes_any_operator_is_offered_the_cheapest_that_has_numbers() {
    try (var bench = new Bench()) {
      bench.vendor.books().stock(rack("sold"), FiveSimTest.rubles("1", 0));
      bench.vendor.books().stock(rack("cheap"), FiveSimTest.rubles("4", 10));
      bench.vendor.books().stock(rack("equal"), FiveSimTest.rubles("4", 5));
      bench.vendor.books().stock(rack("dear"), FiveSimTest.rubles("9", 1_000));

      var any =
          Bench.given(bench.provider.offers()).stream()
              .filter(offer -> offer.tier().operator().isEmpty())
              .toList();

      assertEquals(
          List.of(new Offer(tier(Optional.empty()), Money.of("4", Currency.RUB), 15)), any);
    }
  }

  @Test
  void a_list_of_nine_megabytes_is_read() {
    var operators =
        IntStream.range(0, 120)
            .mapToObj(
                i -> "\"virtual" + i + "\":{\"cost\":" + (i + 1) + ".5,\"count\":3,\"rate\":1}")
            .collect(Collectors.joining(",", "{", "}"));
    var products =
        IntStream.range(0, 1_500)
            .mapToObj(i -> "\"" + (i == 0 ? "telegram" : "other" + i) + "\":" + operators)
            .collect(Collectors.joining(",", "{", "}"));
    var all = "{\"russia\":" + products + "}";
    assertTrue(all.length() > 7_000_000, all.length() + " bytes");
    try (var bench = new Bench().saying(new Garbled(all))) {
      assertEquals(121, Bench.given(bench.provider.offers()).size());
    }
  }

  @Test
  void what_is_beyond_all_measure_is_left_out() throws IOException {
    assertEquals(List.of(), read(list("{\"cost\":0,\"count\":1}")));
    assertEquals(List.of(), read(list("{\"cost\":-1,\"count\":1}")));
    assertEquals(List.of(), read(list("{\"cost\":1e999999999,\"count\":1}")));
    assertEquals(List.of(), read(list("{\"cost\":1,\"count\":-1}")));
    assertEquals(List.of(), read(list("{\"cost\":1}")));
    assertEquals(List.of(), read(list("7")));
    assertEquals(
        Integer.MAX_VALUE, read(list("{\"cost\":\"1\",\"count\":99999999999}")).getFirst().count());
  }

  @Test
  void broken_off_anywhere_it_is_no_list() {
    for (int end = 0; end < ONE.length(); end++) {
      var part = ONE.substring(0, end);
      assertThrows(IOException.class, () -> read(part), part);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "\"text\"",
        "{\"russia\":[]}",
        "{\"russia\":{\"telegram\":7}}",
        "{}{}",
        "<html></html>",
        "bad country"
      })
  void what_is_no_list_is_missing(String body) {
    try (var bench = new Bench().saying(new Garbled(body))) {
      assertInstanceOf(Answer.Missing.class, bench.provider.offers());
    }
  }

  @Test
  void a_limit_on_requests_is_told() {
    try (var bench = new Bench().saying(new Says(429, "too many requests"))) {
      var missing = assertInstanceOf(Answer.Missing.class, bench.provider.offers());

      assertEquals("too many requests", missing.detail());
    }
  }

  private static List<FiveSimWire.Price> read(String body) throws IOException {
    return FiveSimWire.prices(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String list(String price) {
    return "{\"russia\":{\"telegram\":{\"beeline\":" + price + "}}}";
  }

  private static Rack rack(String operator) {
    return new Rack("russia", operator, "telegram");
  }

  private static TierKey tier(Optional<String> operator) {
    var country = Atlas.standard().countryByIso("ru").orElseThrow().id();
    var platform = Atlas.standard().platformBySlug("telegram").orElseThrow().id();
    return new TierKey(new ProviderId("vendor"), country, platform, operator);
  }
}
