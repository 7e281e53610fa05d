package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.bootstrap.Customer;

/** A customer to whom about everything has happened. */
record Scene(Customer customer, long answered, long waiting, String verification) {
  private static final String WISH = Json.object("platform", "whatsapp", "country", "id");

  static Scene of(Stage stage) {
    var customer = stage.customer("Ada Lovelace");
    customer.post(
        "/api/webhooks",
        Json.object("url", "http://127.0.0.1:9/codes", "description", "Our till"),
        "Idempotency-Key",
        "hook");
    var answered = order(customer, "answered");
    stage.deliver(answered.path("phone_number").asText(), "482-913 is your WhatsApp code");
    var waiting = order(customer, "waiting");
    var sent = customer.post("/api/verifications", Json.object("phone", "+447700900123"));
    return new Scene(
        customer,
        answered.path("id").asLong(),
        waiting.path("id").asLong(),
        sent.json().path("id").asText());
  }

  /** One number for WhatsApp in Indonesia. */
  static JsonNode order(Customer customer, String key) {
    var placed = customer.post("/api/orders", WISH, "Idempotency-Key", key);
    assertTrue(placed.status() / 100 == 2, placed.text());
    return placed.json().at("/orders/0");
  }
}
