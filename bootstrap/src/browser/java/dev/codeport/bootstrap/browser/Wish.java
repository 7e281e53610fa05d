package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.bootstrap.Customer;

/** What one wants a number for, and where. */
record Wish(String platform, String country) {
  static final Wish WHATSAPP = new Wish("whatsapp", "id");

  /** One number as it was ordered. */
  JsonNode order(Customer customer, String key) {
    var body = Json.object("platform", platform, "country", country);
    var placed = customer.post("/api/orders", body, "Idempotency-Key", key);
    assertTrue(placed.status() / 100 == 2, placed.text());
    return placed.json().at("/orders/0");
  }
}
