package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.http.Api;
import dev.codeport.http.Own;

/** A customer with a million at our own API, and what he does there all the time. */
record Shop(Town town, Own api) {
  static final String WHATSAPP = "{\"platform\":\"whatsapp\",\"country\":\"ID\"}";

  static Shop in(Town town) {
    return new Shop(town, Own.over(town.customer(1_000_000)));
  }

  JsonNode place(String key) {
    var answer = api.keyed(key).post("/api/orders", WHATSAPP);
    assertEquals(201, answer.status(), answer.body());
    return answer.json().at("/orders/0");
  }

  void sms(JsonNode order) {
    town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");
  }

  static String path(JsonNode order) {
    return "/api/orders/" + order.get("id");
  }

  static String next(Api.Answer page) {
    var link = page.header("Link").orElse("");
    return link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
  }

  static void assertProblem(String type, int status, Api.Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
