package dev.codeport.http.facade.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.limit.Decision;
import dev.codeport.http.Api;
import dev.codeport.http.Contract;
import dev.codeport.http.Given;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void serves_36_operations() {
    assertEquals(36, Contract.operations().size());
  }

  @Test
  void needs_a_key_before_anything_else() {
    for (var operation : Contract.operations()) {
      var answer = call(served.stranger, operation, "{broken");

      assertEquals("UNAUTHORIZED", answer.code(), operation);
      assertEquals("Bearer", answer.header("WWW-Authenticate").orElse(""));
      assertTrue(answer.header("X-Request-Id").isPresent());
    }
  }

  @Test
  void says_when_to_come_back_to_whoever_asks_too_often() {
    served.decision = new Decision.Denied(Duration.ofMillis(1500));

    for (var operation : Contract.operations()) {
      var answer = call(served.api, operation, "");

      assertEquals("RATE_LIMIT_EXCEEDED", answer.code(), operation);
      assertEquals(429, answer.status());
      assertEquals("2", answer.header("Retry-After").orElse(""));
    }
  }

  @Test
  void tells_nothing_of_what_broke() {
    served.codeport.authenticate =
        key -> {
          throw new IllegalStateException("SELECT * FROM secrets");
        };

    for (var operation : Contract.operations()) {
      var answer = call(served.api, operation, "");

      assertEquals("INTERNAL_ERROR", answer.code(), operation);
      assertEquals(500, answer.status());
      assertFalse(answer.body().contains("secrets"));
    }
  }

  @Test
  void needs_a_rate_for_money_on_v2_and_for_nothing_else() {
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.TooOld(Given.rate(16_000));
    served.codeport.orders = List.of(Given.shown(Given.active(511)));
    served.codeport.reactivation = new ReactivateOrder.NotAllowed("it is not completed");

    for (var operation : Contract.operations()) {
      var answer = call(served.api, operation, bodyOf(operation));

      assertEquals(needsRate(operation), answer.body().contains("FX_RATE_UNAVAILABLE"), operation);
    }
  }

  private static boolean needsRate(String operation) {
    return operation.startsWith("GET /v1/catalog/exchange-rate")
        || (operation.contains(" /v2/")
            && !operation.matches(
                ".*(countries|services|operators|active|finish|resend|webhook.*)"));
  }

  private static String bodyOf(String operation) {
    if (operation.endsWith("create")) {
      return "{\"product_id\":1024}";
    }
    if (operation.startsWith("PATCH")) {
      return "{\"webhook_secret\":\"s\"}";
    }
    return operation.startsWith("POST") && !operation.endsWith("test") ? "{\"id\":511}" : "";
  }

  private static Api.Answer call(Api api, String operation, String body) {
    var parts = Splitter.on(' ').splitToList(operation);
    var path = parts.get(1).replace("{id}", "511");
    var query = path.endsWith("/operators") ? "?country_id=88&platform_id=1" : "";
    return switch (parts.get(0)) {
      case "GET" -> api.get(path + query);
      case "POST" -> api.post(path, body);
      case "PATCH" -> api.patch(path, body);
      default -> throw new IllegalStateException(operation);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic abc",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "cp_test_key",
        "Bearer a b",
        "Bearer  x,y"
      })
  void refuses_any_other_authorization(String header) {
    assertEquals(
        "UNAUTHORIZED",
        served.stranger.with("Authorization", header).get("/v1/catalog/countries").code());
  }

  @Test
  void takes_the_scheme_in_any_case_and_the_header_once() {
    assertEquals(
        200,
        served.stranger.with("Authorization", "bEARER cp_test_key").get("/v1/balance").status());
    assertEquals(401, served.api.with("Authorization", "Bearer x").get("/v1/balance").status());
  }

  @Test
  void does_not_limit_accounts_that_are_exempt() {
    served.decision = new Decision.Denied(Duration.ofSeconds(1));
    var exempt =
        new Account(
            Given.ACCOUNT,
            "Test",
            Given.NOW,
            false,
            Set.of(Account.Exemption.RATE_LIMIT),
            Optional.empty());
    served.codeport.authenticate =
        key -> Optional.of(new ApiKey.Holder(Given.key(Given.ACCOUNT, "x"), exempt));

    assertEquals(200, served.api.get("/v1/balance").status());
  }

  @Test
  void shows_the_balance_in_both_currencies() {
    assertEquals(
        "{\"currency\":\"IDR\",\"balance\":5000000}",
        served.api.get("/v1/balance").data().toString());
    assertEquals(
        "{\"balance\":{\"amount\":\"307.69\",\"currency\":\"USD\",\"canonical_amount\":5000000,\"canonical_currency\":\"IDR\"}}",
        served.api.get("/v2/balance").data().toString());
  }

  @Test
  void shows_the_exchange_rate() {
    assertEquals(
        "{\"pair\":\"USD/IDR\",\"base_currency\":\"USD\",\"quote_currency\":\"IDR\",\"rate\":16250}",
        served.api.get("/v1/catalog/exchange-rate?pair=USD%2FIDR").data().toString());
    assertEquals(
        16250, served.api.get("/v2/catalog/exchange-rate?pair=x").data().get("rate").intValue());
    for (var pair : List.of("USD/EUR", "IDR/USD", "usd", "USD/USD", "x")) {
      assertEquals("NOT_FOUND", served.api.get("/v1/catalog/exchange-rate?pair=" + pair).code());
    }
  }

  @Test
  void does_not_know_a_rate_that_nobody_set() {
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.Unknown();

    assertEquals("NOT_FOUND", served.api.get("/v1/catalog/exchange-rate").code());
    assertEquals("FX_RATE_UNAVAILABLE", served.api.get("/v2/catalog/exchange-rate").code());
  }
}
