package dev.codeport.http.facade.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.http.Given;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacingTest {
  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void answers_the_orders_and_how_many_failed() {
    served.codeport.place =
        command -> new PlaceOrder.Accepted(List.of(Given.shown(Given.active(511))), 2);

    var v1 = served.api.post("/v1/orders/create", "{\"catalog_product_id\":88,\"quantity\":3}");
    var v2 = served.api.post("/v2/orders/create", "{\"catalog_product_id\":88,\"quantity\":3}");

    assertEquals(2, v1.data().get("failed_count").intValue());
    assertEquals(7500, v1.data().at("/orders/0/amount").intValue());
    assertEquals("0.4615", v2.data().at("/orders/0/amount/amount").textValue());
    assertEquals(16250, v2.json().at("/meta/fx/rate").intValue());
  }

  @Test
  void never_shows_a_code_in_a_replay() {
    served.codeport.place =
        command -> new PlaceOrder.Replayed(List.of(Given.shown(Given.received(511))), 0);

    var order =
        served.api.post("/v1/orders/create", "{\"product_id\":1024}").data().at("/orders/0");

    assertEquals("OTP_RECEIVED", order.get("status").textValue());
    assertTrue(order.get("otp_code").isNull());
    assertTrue(order.get("otp_received_at").isNull());
  }

  @Test
  void asks_for_what_the_caller_wished() {
    served.api.post(
        "/v1/orders/create",
        "{\"catalog_product_id\":88,\"max_price\":9000,\"min_price\":10,\"prefer_provider\":\"ACME\","
            + "\"policy\":\"best_success\",\"operator_id\":42,\"quantity\":100}");
    served.api.post("/v1/orders/create", "{\"product_id\":1024,\"catalog_product_id\":null}");

    var routed = (PlaceOrder.Command) served.codeport.asked.get(0);
    var exact = (PlaceOrder.Command) served.codeport.asked.get(1);
    assertEquals(
        new Wish.Routed(
            Given.PRODUCT,
            RoutingPolicy.BEST_SUCCESS,
            new RoutingPolicy.Bounds(
                Optional.of(Money.of(9000, Currency.IDR)),
                Optional.of(Money.of(10, Currency.IDR)),
                Optional.of(new ProviderId("acme"))),
            Optional.of(new OperatorId(42))),
        routed.wish());
    assertEquals(100, routed.quantity());
    assertEquals(new Wish.Exact(new TierId(1024)), exact.wish());
    assertEquals(1, exact.quantity());
    assertEquals(Given.ACCOUNT, exact.account());
  }

  @ParameterizedTest
  @CsvSource({"5.00,0.01,81250,163", "0.0001,0,1,0", "999999999999,1.000001,9000000000000,16251"})
  void turns_dollars_into_rupiah_down_for_the_ceiling_and_up_for_the_floor(
      String max, String min, long ceiling, long floor) {
    served.api.post(
        "/v2/orders/create",
        "{\"catalog_product_id\":88,\"max_price\":\"%s\",\"min_price\":\"%s\"}"
            .formatted(max, min));

    var wish = (Wish.Routed) ((PlaceOrder.Command) served.codeport.asked.getFirst()).wish();
    assertEquals(ceiling, wish.bounds().maxPrice().orElseThrow().units());
    assertEquals(floor, wish.bounds().minPrice().orElseThrow().units());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}|catalog_product_id",
        "{\"product_id\":1,\"catalog_product_id\":88}|product_id",
        "{\"product_id\":1,\"policy\":\"cheapest\"}|policy",
        "{\"product_id\":1,\"max_price\":5}|max_price",
        "{\"product_id\":1,\"min_price\":5}|min_price",
        "{\"product_id\":1,\"prefer_provider\":\"x\"}|prefer_provider",
        "{\"product_id\":1,\"operator_id\":3}|operator_id",
        "{\"catalog_product_id\":88,\"quantity\":0}|quantity",
        "{\"catalog_product_id\":88,\"quantity\":101}|quantity",
        "{\"catalog_product_id\":88,\"quantity\":-1}|quantity",
        "{\"catalog_product_id\":88,\"quantity\":1.0}|quantity",
        "{\"catalog_product_id\":88,\"quantity\":null}|quantity",
        "{\"catalog_product_id\":88,\"quantity\":\"1\"}|quantity",
        "{\"catalog_product_id\":88,\"policy\":null}|policy",
        "{\"catalog_product_id\":88,\"policy\":\"fastest\"}|policy",
        "{\"catalog_product_id\":88,\"policy\":1}|policy",
        "{\"catalog_product_id\":88,\"max_price\":0}|max_price",
        "{\"catalog_product_id\":88,\"max_price\":-1}|max_price",
        "{\"catalog_product_id\":88,\"max_price\":\"5.00\"}|max_price",
        "{\"catalog_product_id\":88,\"max_price\":1e3}|max_price",
        "{\"catalog_product_id\":88,\"min_price\":-1}|min_price",
        "{\"catalog_product_id\":88,\"max_price\":9223372036854775808}|max_price",
        "{\"catalog_product_id\":\"88\"}|catalog_product_id",
        "{\"catalog_product_id\":true}|catalog_product_id",
        "{\"catalog_product_id\":88.0}|catalog_product_id",
        "{\"catalog_product_id\":2147483648}|catalog_product_id",
        "{\"catalog_product_id\":[88]}|catalog_product_id",
        "{\"catalog_product_id\":88,\"prefer_provider\":7}|prefer_provider",
        "{\"catalog_product_id\":88,\"colour\":\"red\"}|colour",
        "{\"catalog_product_id\":88,\"catalog_product_id\":88}|catalog_product_id",
      })
  void names_the_field_that_is_not_as_it_must_be(String bodyAndField) {
    var parts = com.google.common.base.Splitter.on('|').splitToList(bodyAndField);

    var answer = served.api.post("/v1/orders/create", parts.get(0));

    assertEquals("VALIDATION_ERROR", answer.code());
    assertEquals(parts.get(1), answer.json().at("/error/details/field").textValue());
    assertEquals(List.of(), served.codeport.asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0\"",
        "\"0.00\"",
        "\"-1\"",
        "5",
        "5.0",
        "\"\"",
        "\"abc\"",
        "\"1e3\"",
        "\"+5\"",
        "\" 5\"",
        "\"5,00\"",
        "\".5\"",
        "\"5.\"",
        "\"NaN\"",
        "\"0x5\"",
        "\"٥\"",
        "\"9999999999999999999999\"",
        "true",
        "[]",
        "{}"
      })
  void refuses_a_ceiling_that_is_no_amount_of_dollars(String price) {
    var answer =
        served.api.post(
            "/v2/orders/create", "{\"catalog_product_id\":88,\"max_price\":" + price + "}");

    assertEquals("VALIDATION_ERROR", answer.code());
    assertEquals("max_price", answer.json().at("/error/details/field").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"product_id\":0}",
        "{\"product_id\":-5}",
        "{\"catalog_product_id\":0}",
        "{\"catalog_product_id\":512}",
        "{\"catalog_product_id\":2147483647}",
        "{\"catalog_product_id\":88,\"operator_id\":0}"
      })
  void has_no_offer_for_ids_that_nothing_can_have(String body) {
    assertEquals("NO_OFFER_AVAILABLE", served.api.post("/v1/orders/create", body).code());
  }

  @Test
  void passes_over_a_preference_for_a_vendor_that_cannot_exist() {
    served.codeport.place =
        command -> new PlaceOrder.Accepted(List.of(Given.shown(Given.active(1))), 0);

    var answer =
        served.api.post(
            "/v1/orders/create", "{\"catalog_product_id\":88,\"prefer_provider\":\"No One!\"}");

    assertEquals(200, answer.status());
  }

  @ParameterizedTest
  @CsvSource({
    "0,NO_OFFER_AVAILABLE,422",
    "1,INSUFFICIENT_BALANCE,409",
    "2,IDEMPOTENCY_KEY_REUSED,422",
    "3,REQUEST_IN_PROGRESS,409",
    "4,TEMP_BANNED_ABUSE_GUARD,429",
    "5,PROVIDER_ERROR,422",
  })
  void words_every_refusal(int result, String code, int status) {
    served.codeport.place = command -> refusals().get(result);

    for (var version : List.of("/v1", "/v2")) {
      var answer = served.api.post(version + "/orders/create", "{\"product_id\":1024}");
      assertEquals(code, answer.code());
      assertEquals(status, answer.status());
    }
  }

  private static List<PlaceOrder.Result> refusals() {
    return List.of(
        new PlaceOrder.NoOffer(),
        new PlaceOrder.TooPoor(Given.PRICE, Money.zero(Currency.IDR)),
        new PlaceOrder.KeyReused(),
        new PlaceOrder.InProgress(Duration.ofSeconds(2)),
        new PlaceOrder.Banned(
            new Ban(Given.NOW, Given.NOW.plusSeconds(1800), 1), Duration.ofMillis(1_799_001)),
        new PlaceOrder.ProviderFailed("the vendor's secret words"));
  }

  @Test
  void tells_until_when_a_ban_lasts() {
    served.codeport.place = command -> refusals().get(4);

    var answer = served.api.post("/v2/orders/create", "{\"product_id\":1024}");

    assertEquals("1800", answer.header("Retry-After").orElse(""));
    assertEquals(
        "{\"retry_after_seconds\":1800,\"tier\":1,\"until\":\"2031-01-02T03:30:00+00:00\"}",
        sorted(answer.json().at("/error/details")));
  }

  private static String sorted(com.fasterxml.jackson.databind.JsonNode object) {
    var sorted = new java.util.TreeMap<String, com.fasterxml.jackson.databind.JsonNode>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  @Test
  void does_nothing_on_v2_without_a_rate_and_everything_on_v1() {
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.TooOld(Given.rate(16_000));
    served.codeport.place =
        command -> new PlaceOrder.Accepted(List.of(Given.shown(Given.active(1))), 0);

    var v2 = served.api.post("/v2/orders/create", "{\"product_id\":1024}");
    var v1 = served.api.post("/v1/orders/create", "{\"product_id\":1024}");

    assertEquals("FX_RATE_UNAVAILABLE", v2.code());
    assertEquals(503, v2.status());
    assertEquals(200, v1.status());
    assertEquals(1, served.codeport.asked.size());
  }

  @Test
  void cannot_order_when_a_vendors_cost_cannot_be_told() {
    served.codeport.place = command -> new PlaceOrder.NoRate();

    assertEquals(
        "SERVICE_UNAVAILABLE",
        served.api.post("/v1/orders/create", "{\"product_id\":1024}").code());
    assertEquals(
        "FX_RATE_UNAVAILABLE",
        served.api.post("/v2/orders/create", "{\"product_id\":1024}").code());
  }

  @Test
  void gives_equal_meaning_the_same_fingerprint_and_different_meaning_another() {
    var plain = fingerprint("/v1/orders/create", "{\"catalog_product_id\":88}");

    assertEquals(
        plain,
        fingerprint(
            "/v1/orders/create",
            "{ \"quantity\":1, \"policy\":\"cheapest\",\"max_price\":null,\"catalog_product_id\":88}"));
    assertNotEquals(plain, fingerprint("/v2/orders/create", "{\"catalog_product_id\":88}"));
    assertNotEquals(
        plain, fingerprint("/v1/orders/create", "{\"catalog_product_id\":88,\"quantity\":2}"));
    assertNotEquals(
        plain, fingerprint("/v1/orders/create", "{\"catalog_product_id\":88,\"operator_id\":1}"));
    assertNotEquals(plain, fingerprint("/v1/orders/create", "{\"product_id\":88}"));
    assertEquals(
        fingerprint("/v2/orders/create", "{\"catalog_product_id\":88,\"max_price\":\"5\"}"),
        fingerprint("/v2/orders/create", "{\"catalog_product_id\":88,\"max_price\":\"5.00\"}"));
    assertNotEquals(
        fingerprint("/v1/orders/reactivate", "{\"id\":88}"),
        fingerprint("/v2/orders/reactivate", "{\"id\":88}"));
    assertNotEquals(plain, fingerprint("/v1/orders/reactivate", "{\"id\":88}"));
  }

  private String fingerprint(String path, String body) {
    served.codeport.asked.clear();
    served.api.with("Idempotency-Key", "k1").post(path, body);
    var repeatable =
        switch (served.codeport.asked.getFirst()) {
          case PlaceOrder.Command placed -> placed.repeatable();
          case ReactivateOrder.Command again -> again.repeatable();
          default -> throw new IllegalStateException();
        };
    assertEquals("k1", repeatable.orElseThrow().key().value());
    return repeatable.orElseThrow().fingerprint().hex();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ä", "a.b", "a/b", "k\"", " "})
  void refuses_a_key_of_bad_form_before_it_looks_at_the_body(String key) {
    for (var operation : List.of("/v1/orders/create", "/v2/orders/reactivate")) {
      var answer = served.api.with("idempotency-key", key).post(operation, "{broken");
      assertEquals("VALIDATION_ERROR", answer.code());
      assertTrue(answer.body().contains("idempotency-key"));
    }
  }

  @Test
  void takes_keys_of_1_to_128_characters_once() {
    var body = "{\"product_id\":1024}";

    assertEquals(
        "NO_OFFER_AVAILABLE",
        served.api.with("idempotency-key", "A".repeat(128)).post("/v1/orders/create", body).code());
    assertEquals(
        "VALIDATION_ERROR",
        served.api.with("idempotency-key", "A".repeat(129)).post("/v1/orders/create", body).code());
    assertEquals(
        "VALIDATION_ERROR",
        served
            .api
            .with("idempotency-key", "a")
            .with("idempotency-key", "b")
            .post("/v1/orders/create", body)
            .code());
    served.api.post("/v1/orders/create", body);
    assertEquals(
        Optional.empty(), ((PlaceOrder.Command) served.codeport.asked.getLast()).repeatable());
  }
}
