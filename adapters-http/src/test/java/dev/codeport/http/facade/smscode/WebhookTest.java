package dev.codeport.http.facade.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.webhook.ConfigureWebhook;
import dev.codeport.application.webhook.TestWebhook;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.http.Contract;
import dev.codeport.http.Given;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void shows_an_unset_webhook(String version) {
    assertEquals(
        "{\"webhook_url\":null,\"webhook_secret\":null,\"webhook_disabled_at\":null,"
            + "\"webhook_disabled_reason\":null,\"webhook_consecutive_failures\":0}",
        served.api.get(version + "/webhook").data().toString());
  }

  @Test
  void shows_a_disabled_webhook() {
    served.codeport.webhook =
        new WebhookSettings(
            Optional.of("https://hooks.example.org/s"),
            Optional.of(Secret.of("9c1f")),
            Optional.of(Given.NOW),
            Optional.of("consecutive_failed_user_endpoint"),
            10);

    var shown = served.api.get("/v2/webhook").data();

    assertEquals("9c1f", shown.get("webhook_secret").textValue());
    assertEquals("2031-01-02T03:00:00+00:00", shown.get("webhook_disabled_at").textValue());
    assertEquals(10, shown.get("webhook_consecutive_failures").intValue());
  }

  @Test
  void changes_what_is_present_and_passes_an_empty_text_on() {
    var saved =
        served.api.patch(
            "/v1/webhook", "{\"webhook_url\":\"https://h.io/x\",\"webhook_secret\":null}");
    served.codeport.configure =
        (url, secret) -> {
          assertEquals(Optional.of(""), url);
          return new ConfigureWebhook.Saved(WebhookSettings.NONE);
        };

    assertEquals("https://h.io/x", saved.data().get("webhook_url").textValue());
    assertEquals(200, served.api.patch("/v2/webhook", "{\"webhook_url\":\"\"}").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"webhook_url\":null}",
        "{\"webhook_url\":null,\"webhook_secret\":null}",
        "[]",
        "",
        "{\"webhook_url\":1}",
        "{\"webhook_secret\":false}",
        "{\"url\":\"https://h.io/\"}"
      })
  void refuses_a_change_of_nothing_or_of_something_else(String body) {
    assertEquals("VALIDATION_ERROR", served.api.patch("/v1/webhook", body).code());
    assertEquals("VALIDATION_ERROR", served.api.patch("/v2/webhook", body).code());
  }

  @Test
  void refuses_what_is_too_long_or_leads_inside() {
    var long1 = "{\"webhook_url\":\"https://h.io/" + "x".repeat(2048) + "\"}";
    var long2 = "{\"webhook_secret\":\"" + "x".repeat(257) + "\"}";
    assertEquals("VALIDATION_ERROR", served.api.patch("/v1/webhook", long1).code());
    assertEquals("VALIDATION_ERROR", served.api.patch("/v1/webhook", long2).code());

    served.codeport.configure =
        (url, secret) -> new ConfigureWebhook.Refused("webhook_url", "must name a public host");
    var refused = served.api.patch("/v1/webhook", "{\"webhook_url\":\"https://10.0.0.1/\"}");

    assertEquals("webhook_url", refused.json().at("/error/details/field").textValue());
  }

  @Test
  void sends_the_test_event_of_the_contract_and_tells_any_status() {
    served.codeport.test = (account, body) -> new TestWebhook.Answered(503);

    var answer = served.api.post("/v1/webhook/test", "");

    assertEquals("{\"status_code\":503}", answer.data().toString());
    var event = Contract.parse(served.codeport.asked.getFirst().toString());
    Contract.assertSchema("WebhookTestEvent", event);
    assertEquals("2031-01-02T03:00:00+00:00", event.get("timestamp").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void words_every_way_a_test_can_fail(String version) {
    assertEquals("VALIDATION_ERROR", served.api.post(version + "/webhook/test", "").code());

    served.codeport.test = (account, body) -> new TestWebhook.Unreachable("no answer in time");
    var unreachable = served.api.post(version + "/webhook/test", "");
    assertEquals("VALIDATION_ERROR", unreachable.code());
    assertTrue(unreachable.body().contains("no answer in time"));

    served.codeport.test = (account, body) -> new TestWebhook.TooOften(Duration.ofSeconds(9));
    var often = served.api.post(version + "/webhook/test", "");
    assertEquals("RATE_LIMIT_EXCEEDED", often.code());
    assertEquals("9", often.header("Retry-After").orElse(""));
  }
}
