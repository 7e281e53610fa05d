package dev.codeport.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One Codeport buys from another, by either of the languages that a Codeport both speaks and
 * understands. Whatever happens to a number, the books of all three agree: the customer's, the
 * inner one's, and those of the vendor at the end.
 */
class ChainTest {
  private static final long DEPOSIT = 1_000_000;

  private volatile Instant now = Instant.parse("2031-01-02T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final SandboxVendor vendor =
      SandboxVendor.start(SandboxSettings.cheap().withSuccess(0), clock, new Random(1));
  private final Port inner =
      Port.open(
          clock,
          "handlerapi",
          Map.of(
              "vendor", "vanilla",
              "url", vendor.baseUri().toString(),
              "api-key", vendor.apiKey().reveal()));

  /** The outer one as a customer of the inner one. */
  private final Customer middle = inner.customer(DEPOSIT);

  @AfterEach
  void stop() {
    inner.close();
    vendor.close();
  }

  private Port outer(String dialect) {
    return dialect.equals("smscode")
        ? Port.open(
            clock, "smscode", Map.of("url", inner.server.url().toString(), "api-key", middle.key()))
        : Port.open(
            clock,
            "handlerapi",
            Map.of(
                "vendor",
                "vanilla",
                "url",
                inner.server.url() + "/stubs/handler_api.php",
                "api-key",
                middle.key(),
                "currency",
                "IDR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smscode", "handlerapi"})
  void a_code_goes_all_the_way_up_and_the_money_all_the_way_down(String dialect) {
    try (var outer = outer(dialect)) {
      var customer = outer.customer(DEPOSIT);

      var order = order(customer);
      assertEquals(DEPOSIT - amount(order), customer.balance());
      arrives(outer, order, "482-913 is your WhatsApp code");
      var received = look(customer, order);
      var finished = customer.post("/v1/orders/finish", "{\"id\":" + id(order) + "}");
      works(outer);

      assertEquals("OTP_RECEIVED", received.path("status").asText(), received.toString());
      assertEquals("482913", received.path("otp_code").asText());
      assertEquals("482-913 is your WhatsApp code", received.path("otp_message").asText());
      assertEquals("COMPLETED", finished.data().path("status").asText(), finished.text());
      assertPaid(customer, order);
      assertEquals(List.of(Books.State.FINISHED), states());
    }
  }

  /** The price is a fifth above what the inner one took, and that is what the outer one owes it. */
  private void assertPaid(Customer customer, JsonNode order) {
    var below = middle.get("/v1/orders?limit=1").data().path(0);
    assertEquals(order.path("phone_number"), below.path("phone_number"));
    assertEquals(Math.ceilDiv(amount(below) * 12, 10), amount(order));
    assertEquals(DEPOSIT - amount(order), customer.balance());
    assertEquals(DEPOSIT - amount(below), middle.balance());
    assertTrue(vendor.books().taken().isPositive());
    assertTrue(vendor.books().balanced());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smscode", "handlerapi"})
  void another_code_goes_up_too(String dialect) {
    try (var outer = outer(dialect)) {
      var customer = outer.customer(DEPOSIT);
      var order = order(customer);
      arrives(outer, order, "482-913 is your WhatsApp code");

      var resent = customer.post("/v1/orders/resend", "{\"id\":" + id(order) + "}");
      arrives(outer, order, "517-204 is your WhatsApp code");

      assertEquals(200, resent.status(), resent.text());
      assertEquals("517204", look(customer, order).path("otp_code").asText());
      assertEquals(2, look(customer, order).path("sms_revision").asInt());
      assertPaid(customer, order);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smscode", "handlerapi"})
  void a_cancel_gives_the_money_back_on_both_sides(String dialect) {
    try (var outer = outer(dialect)) {
      var customer = outer.customer(DEPOSIT);
      var order = order(customer);
      var body = "{\"id\":" + id(order) + "}";

      var early = customer.post("/v1/orders/cancel", body);
      now = now.plus(Duration.ofMinutes(3));
      var canceled = customer.post("/v1/orders/cancel", body);

      assertEquals("CANCEL_TOO_EARLY", early.error(), early.text());
      assertEquals("CANCELED", canceled.data().path("status").asText(), canceled.text());
      assertNothingPaid(customer);
      assertEquals(List.of(Books.State.CANCELED), states());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smscode", "handlerapi"})
  void a_number_that_nobody_writes_to_costs_nobody_anything(String dialect) {
    try (var outer = outer(dialect)) {
      var customer = outer.customer(DEPOSIT);
      var order = order(customer);

      now = now.plus(Duration.ofMinutes(21));
      works(outer);

      assertEquals("EXPIRED", look(customer, order).path("status").asText());
      assertNothingPaid(customer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smscode", "handlerapi"})
  void an_answer_lost_at_the_very_end_is_settled_on_every_floor(String dialect) {
    try (var outer = outer(dialect)) {
      var customer = outer.customer(DEPOSIT);
      vendor.plan(Fault.of(Fault.Kind.LOST_ANSWER));

      var order = order(customer);
      assertTrue(order.path("phone_number").isNull(), order.toString());
      for (int i = 0; i < 5; i++) {
        now = now.plusSeconds(31);
        works(outer);
      }
      var settled = look(customer, order);
      now = now.plus(Duration.ofMinutes(25));
      works(outer);

      assertTrue(
          settled.path("status").asText().equals("CANCELED")
              || settled.path("phone_number").isTextual(),
          settled.toString());
      assertEquals(List.of(), vendor.pending());
      assertNothingPaid(customer);
    }
  }

  private void assertNothingPaid(Customer customer) {
    assertEquals(DEPOSIT, customer.balance());
    assertEquals(DEPOSIT, middle.balance());
    assertEquals(vendor.books().opening(), vendor.books().balance());
    assertTrue(vendor.books().balanced());
  }

  private List<Books.State> states() {
    return vendor.books().activations().stream().map(Books.Entry::state).toList();
  }

  private static JsonNode order(Customer customer) {
    var placed = customer.post("/v1/orders/create", "{\"catalog_product_id\": 88}");
    assertEquals(200, placed.status(), placed.text());
    return placed.data().path("orders").path(0);
  }

  private static JsonNode look(Customer customer, JsonNode order) {
    return customer.get("/v1/orders/" + id(order)).data();
  }

  /** From below upwards. */
  private void arrives(Port outer, JsonNode order, String text) {
    var phone = new PhoneNumber(order.path("phone_number").asText());
    assertTrue(vendor.deliver(phone, text), order.toString());
    now = now.plusSeconds(5);
    works(outer);
  }

  private void works(Port outer) {
    inner.work();
    outer.work();
  }

  private static int id(JsonNode order) {
    return order.path("id").asInt();
  }

  private static long amount(JsonNode order) {
    return order.path("amount").asLong();
  }
}
