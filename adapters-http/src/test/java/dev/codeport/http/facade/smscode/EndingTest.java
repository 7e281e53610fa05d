package dev.codeport.http.facade.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
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

class EndingTest {
  private static final Money BALANCE = Money.of(1_250_000, Currency.IDR);
  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void cancels_with_the_refund_and_the_new_balance() {
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.Known(Given.rate(16_000));
    served.codeport.cancel =
        (account, id) ->
            new CancelOrder.Canceled(
                Given.shown(Given.active(511).cancel(Given.NOW).order()), Given.PRICE, BALANCE);

    var v1 = served.api.post("/v1/orders/cancel", "{\"id\":511}").data();
    var v2 = served.api.post("/v2/orders/cancel", "{\"id\":511}").data();

    assertEquals(
        "{\"order_id\":511,\"status\":\"CANCELED\",\"refund_amount\":7500,\"new_balance\":1250000}",
        v1.toString());
    assertEquals("0.4688", v2.at("/refund_amount/amount").textValue());
    assertEquals("78.13", v2.at("/new_balance/amount").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "0,NOT_FOUND",
    "1,CONFLICT",
    "2,CANCEL_TOO_EARLY",
    "3,RATE_LIMIT_EXCEEDED",
    "4,PROVIDER_ERROR",
    "5,PROVIDER_ERROR"
  })
  void words_every_refusal_to_cancel(int result, String code) {
    var results =
        List.<CancelOrder.Result>of(
            new CancelOrder.NotFound(),
            new CancelOrder.NotAllowed("an SMS has arrived"),
            new CancelOrder.TooEarly(Given.NOW.plusSeconds(120)),
            new CancelOrder.CapReached(Duration.ofHours(3)),
            new CancelOrder.ProviderRefused("EARLY_CANCEL_DENIED"),
            new CancelOrder.Unsettled("timeout"));
    served.codeport.cancel = (account, id) -> results.get(result);

    for (var version : List.of("/v1", "/v2")) {
      var answer = served.api.post(version + "/orders/cancel", "{\"id\":511}");
      assertEquals(code, answer.code());
      assertEquals(answer.status() == 429 ? "10800" : "", answer.header("Retry-After").orElse(""));
      assertFalse(answer.body().contains("EARLY_CANCEL_DENIED"));
    }
  }

  @Test
  void cancels_nothing_on_v2_without_a_rate() {
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.Unknown();

    assertEquals(
        "FX_RATE_UNAVAILABLE", served.api.post("/v2/orders/cancel", "{\"id\":511}").code());
    assertEquals(List.of(), served.codeport.asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void finishes_and_asks_for_another_code_without_a_rate(String version) {
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.Unknown();
    served.codeport.finish =
        (account, id) ->
            new FinishOrder.Finished(Given.shown(Given.received(511).complete(Given.NOW).order()));
    served.codeport.another =
        (account, id) -> new RequestAnotherCode.Requested(Given.shown(Given.awaiting(511)));

    assertEquals(
        "{\"order_id\":511,\"status\":\"COMPLETED\"}",
        served.api.post(version + "/orders/finish", "{\"id\":511}").data().toString());
    assertEquals(
        "{\"order_id\":511,\"status\":\"ACTIVE\",\"resent\":true}",
        served.api.post(version + "/orders/resend", "{\"id\":511}").data().toString());
  }

  @Test
  void words_every_refusal_to_finish_or_resend() {
    assertEquals("NOT_FOUND", served.api.post("/v1/orders/finish", "{\"id\":511}").code());
    assertEquals("NOT_FOUND", served.api.post("/v1/orders/resend", "{\"id\":511}").code());

    served.codeport.finish = (account, id) -> new FinishOrder.NotAllowed("the order has ended");
    assertEquals("CONFLICT", served.api.post("/v1/orders/finish", "{\"id\":511}").code());

    served.codeport.another =
        (account, id) ->
            new RequestAnotherCode.NotAllowed("cooldown", Optional.of(Given.NOW.plusSeconds(60)));
    var early = served.api.post("/v2/orders/resend", "{\"id\":511}");
    assertEquals("CONFLICT", early.code());
    assertEquals(
        "2031-01-02T03:01:00+00:00",
        early.json().at("/error/details/resend_available_at").textValue());

    served.codeport.another =
        (account, id) -> new RequestAnotherCode.NotAllowed("the order has ended", Optional.empty());
    assertEquals("CONFLICT", served.api.post("/v2/orders/resend", "{\"id\":511}").code());

    served.codeport.another = (account, id) -> new RequestAnotherCode.ProviderRefused("no");
    assertEquals("PROVIDER_ERROR", served.api.post("/v2/orders/resend", "{\"id\":511}").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "511",
        "\"511\"",
        "{}",
        "{\"id\":null}",
        "{\"id\":\"511\"}",
        "{\"id\":511.0}",
        "{\"id\":5e2}",
        "{\"id\":true}",
        "{\"id\":[511]}",
        "{\"id\":{}}",
        "{\"id\":2147483648}",
        "{\"id\":-2147483649}",
        "{\"id\":511,\"force\":true}",
        "{\"id\":511}{\"id\":512}",
        "{\"id\":511,}",
        "{id:511}",
        "{'id':511}",
        "{\"id\":0511}",
        "{\"id\":511} x",
        "\uFEFF{\"id\":511}",
        "{\"id\":+511}",
        "{\"id\":NaN}",
        "// c\n{\"id\":511}"
      })
  void needs_one_order_id_and_nothing_else(String body) {
    for (var operation : List.of("cancel", "finish", "resend")) {
      assertEquals(
          "VALIDATION_ERROR", served.api.post("/v1/orders/" + operation, body).code(), operation);
      assertEquals(
          "VALIDATION_ERROR", served.api.post("/v2/orders/" + operation, body).code(), operation);
    }
    assertEquals(List.of(), served.codeport.asked);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void finds_no_order_of_an_id_that_none_can_have(int id) {
    for (var operation : List.of("cancel", "finish", "resend", "reactivate")) {
      assertEquals(
          "NOT_FOUND", served.api.post("/v1/orders/" + operation, "{\"id\":" + id + "}").code());
    }
  }

  @Test
  void reactivates_as_one_new_order() {
    served.codeport.reactivation = new ReactivateOrder.Reactivated(Given.shown(Given.active(600)));

    var v1 = served.api.post("/v1/orders/reactivate", "{\"id\":511,\"max_price\":8000}");
    var v2 = served.api.post("/v2/orders/reactivate", "{\"id\":511,\"max_price\":\"0.50\"}");

    assertEquals(600, v1.data().at("/orders/0/id").intValue());
    assertEquals(1, v2.data().get("orders").size());
    var commands = served.codeport.asked.stream().map(ReactivateOrder.Command.class::cast).toList();
    assertEquals(8000, commands.get(0).maxPrice().orElseThrow().units());
    assertEquals(8125, commands.get(1).maxPrice().orElseThrow().units());
  }

  @Test
  void quotes_a_reactivation() {
    served.codeport.reactivation = new ReactivateOrder.Quoted(Given.PRICE);

    assertEquals(
        7500, served.api.get("/v1/orders/511/reactivate-options").data().get("cost").intValue());
    assertEquals(
        "0.4615",
        served.api.get("/v2/orders/511/reactivate-options").data().at("/cost/amount").textValue());
    assertEquals(404, served.api.get("/v1/orders/x/reactivate-options").status());
  }

  @ParameterizedTest
  @CsvSource({
    "0,NOT_FOUND",
    "1,CONFLICT",
    "2,VALIDATION_ERROR",
    "3,INSUFFICIENT_BALANCE",
    "4,IDEMPOTENCY_KEY_REUSED",
    "5,REQUEST_IN_PROGRESS",
    "6,PROVIDER_ERROR"
  })
  void words_every_refusal_to_reactivate(int result, String code) {
    served.codeport.reactivation =
        List.<ReactivateOrder.Result>of(
                new ReactivateOrder.NotFound(),
                new ReactivateOrder.NotAllowed("the order is not completed"),
                new ReactivateOrder.TooDear(Given.PRICE),
                new ReactivateOrder.TooPoor(Given.PRICE, Given.PRICE),
                new ReactivateOrder.KeyReused(),
                new ReactivateOrder.InProgress(Duration.ofSeconds(1)),
                new ReactivateOrder.ProviderFailed("x"))
            .get(result);

    for (var version : List.of("/v1", "/v2")) {
      assertEquals(
          code, served.api.post(version + "/orders/reactivate", "{\"id\":511}").code(), version);
    }
  }

  @Test
  void cannot_reactivate_without_a_rate() {
    served.codeport.reactivation = new ReactivateOrder.NoRate();

    assertEquals(
        "SERVICE_UNAVAILABLE", served.api.post("/v1/orders/reactivate", "{\"id\":511}").code());
    assertEquals(
        "FX_RATE_UNAVAILABLE", served.api.post("/v2/orders/reactivate", "{\"id\":511}").code());
  }
}
