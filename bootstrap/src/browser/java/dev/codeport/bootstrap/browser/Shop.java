package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.bootstrap.Customer;
import java.time.Duration;
import java.util.List;

/**
 * A customer with some days of business behind it: orders of every ending, codes sent and checked,
 * and a webhook that does not answer any more.
 *
 * @param arrived an order whose code is there
 * @param waiting an order that waits for an SMS
 * @param guessed the page of a verification of which one guess was wrong
 * @param delivery the page of one that failed
 */
record Shop(Customer customer, long arrived, long waiting, String guessed, String delivery) {
  private static final int DAYS = 9;
  private static final List<String> PLATFORMS =
      List.of("whatsapp", "google", "whatsapp", "instagram", "whatsapp", "tiktok", "telegram");
  private static final List<String> COUNTRIES = List.of("id", "gb", "us", "in", "ph", "br");

  static Shop open(Stage stage) {
    var customer = stage.customer("Ada Lovelace & Daughters");
    webhook(customer, "http://127.0.0.1:1024/warehouse", "Data warehouse");
    try (var till = Till.open()) {
      var webhook = webhook(customer, till.url() + "/codeport", "Our till");
      for (int day = 0; day < DAYS; day++) {
        var forgotten = business(stage, customer, day);
        stage.pass(Duration.ofHours(23));
        ended(customer, forgotten);
      }
      till.answers((call, asked) -> new Till.Answer(503, "<h1>Down for maintenance</h1>"));
      var delivery = refused(stage, customer, till, webhook);
      verify(stage, customer);
      var arrived = answered(stage, customer, Wish.WHATSAPP, "arrived", "482-913");
      var waiting = new Wish("whatsapp", "gb").order(customer, "waiting");
      return new Shop(customer, arrived, id(waiting), guessed(customer), delivery);
    }
  }

  private static String webhook(Customer customer, String url, String about) {
    var body = Json.object("url", url, "description", about);
    var added = customer.post("/api/webhooks", body, "Idempotency-Key", url);
    assertEquals(201, added.status(), added.text());
    return added.json().path("id").asText();
  }

  /** Some orders, most of which are finished, one cancelled, one forgotten: the last. */
  private static long business(Stage stage, Customer customer, int day) {
    for (int i = 0; i < 1 + day * 5 % 4; i++) {
      var wish =
          new Wish(
              PLATFORMS.get((day * 3 + i) % PLATFORMS.size()),
              COUNTRIES.get((day + i) % COUNTRIES.size()));
      var code = "%03d-%03d".formatted(117 + day * 83, 204 + i * 131);
      var order = answered(stage, customer, wish, day + "-" + i, code);
      if ((day + i) % 3 != 0) {
        customer.post("/api/orders/" + order + "/finish", "{}");
      }
    }
    var regretted = id(new Wish("whatsapp", "my").order(customer, day + "-regretted"));
    stage.pass(Duration.ofMinutes(3));
    customer.post("/api/orders/" + regretted + "/cancel", "{}");
    return id(new Wish("whatsapp", "us").order(customer, day + "-forgotten"));
  }

  private static long answered(Stage stage, Customer customer, Wish wish, String key, String code) {
    var order = wish.order(customer, key);
    stage.deliver(order.path("phone_number").asText(), code + " is your code. Do not share it.");
    var known = customer.get("/api/orders/" + id(order) + "?wait=20").json();
    assertTrue(known.path("code").isTextual(), known::toString);
    return id(order);
  }

  private static long id(JsonNode order) {
    return order.path("id").asLong();
  }

  private static void ended(Customer customer, long order) {
    var seen = customer.get("/api/orders/" + order + "?wait=20").json();
    assertEquals("expired", seen.path("status").asText(), seen::toString);
  }

  /** Three tries that all failed; the path of that delivery. */
  private static String refused(Stage stage, Customer customer, Till till, String webhook) {
    till.hear(till.calls());
    answered(stage, customer, new Wish("instagram", "br"), "refused", "731-288");
    till.hear(1);
    stage.pass(Duration.ofSeconds(10));
    till.hear(1);
    var deliveries = customer.get("/api/webhooks/" + webhook + "/deliveries").json();
    return "/console/webhooks/%s/deliveries/%d"
        .formatted(webhook, deliveries.findPath("event").asLong());
  }

  private static void verify(Stage stage, Customer customer) {
    for (int i = 0; i < 6; i++) {
      var phone = "+4477009001" + (40 + i);
      var sent = started(customer, phone);
      if (i % 3 != 2) {
        customer.post(sent + "/check", Json.object("code", stage.code(phone)));
      } else {
        customer.post(sent + "/cancel", "{}");
      }
    }
    started(customer, "+442079460018");
    stage.pass(Duration.ofMinutes(11));
  }

  private static String started(Customer customer, String phone) {
    var started = customer.post("/api/verifications", Json.object("phone", phone)).json();
    return "/api/verifications/" + started.path("id").asText();
  }

  private static String guessed(Customer customer) {
    var sent = started(customer, "+447700900117");
    customer.post(sent + "/check", Json.object("code", "000000"));
    return sent.replace("/api/", "/console/");
  }
}
