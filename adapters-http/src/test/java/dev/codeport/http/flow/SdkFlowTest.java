package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an unchanged SDK does with the service, step by step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkFlowTest {
  private static final String ROUTED = "{\"catalog_product_id\":88}";

  private final Town town = new Town();
  private Api api;

  @BeforeEach
  void come() {
    api = town.customer(1_000_000);
  }

  @AfterAll
  void stop() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void browses_creates_waits_and_finishes(String version) {
    var product = productOf(version, 88);
    var before = balance();

    var order = create(version, "{\"product_id\":" + product.get("id") + "}");
    assertEquals("ACTIVE", order.get("status").textValue());
    assertEquals(product.get("price"), order.get("amount"));
    assertEquals(0, get(order).get("sms_revision").intValue());
    assertEquals(200, town.sms(phone(order), "WhatsApp code 480-215"));

    var waited = get(order);
    assertEquals("OTP_RECEIVED", waited.get("status").textValue());
    assertEquals("480215", waited.get("otp_code").textValue());
    assertEquals(1, waited.get("sms_revision").intValue());
    assertEquals(true, waited.get("can_finish").booleanValue());
    var finished = api.post(version + "/orders/finish", id(order));
    assertEquals("COMPLETED", finished.data().get("status").textValue());
    assertEquals(before - get(order).get("amount").longValue(), balance());
    assertEquals("CONFLICT", api.post(version + "/orders/finish", id(order)).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void cancels_with_a_refund_once_the_window_is_over(String version) {
    var before = balance();
    var order = create(version, ROUTED);
    assertTrue(balance() < before);

    assertEquals("CANCEL_TOO_EARLY", api.post(version + "/orders/cancel", id(order)).code());
    town.wait(Duration.ofMinutes(2));
    assertEquals(true, get(order).get("can_cancel").booleanValue());
    var canceled = api.post(version + "/orders/cancel", id(order));

    assertEquals("CANCELED", canceled.data().get("status").textValue());
    assertEquals(order.get("amount"), canceled.data().get("refund_amount"));
    assertEquals(before, balance());
    assertEquals("CONFLICT", api.post(version + "/orders/cancel", id(order)).code());
    assertEquals(before, balance());
  }

  @Test
  void waits_for_a_second_code() {
    var order = create("/v1", ROUTED);
    assertEquals("CONFLICT", api.post("/v1/orders/resend", id(order)).code());
    town.sms(phone(order), "WhatsApp code 480-215");

    var resent = api.post("/v2/orders/resend", id(order));
    assertEquals("ACTIVE", resent.data().get("status").textValue());
    assertEquals("480215", get(order).get("otp_code").textValue());
    assertEquals(false, get(order).get("can_cancel").booleanValue());
    assertEquals("CONFLICT", api.post("/v1/orders/resend", id(order)).code());
    town.sms(phone(order), "WhatsApp code 991-002");

    var second = get(order);
    assertEquals("OTP_RECEIVED", second.get("status").textValue());
    assertEquals("991002", second.get("otp_code").textValue());
    assertEquals(2, second.get("sms_revision").intValue());
    town.wait(Duration.ofMinutes(20));
    assertEquals("COMPLETED", get(order).get("status").textValue());
  }

  @Test
  void keeps_cancel_closed_and_finish_open_after_an_sms_without_a_code() {
    var order = create("/v1", ROUTED);
    town.sms(phone(order), "Hello, how are you");

    var shown = get(order);

    assertEquals("OTP_RECEIVED", shown.get("status").textValue());
    assertTrue(shown.get("otp_code").isNull());
    assertEquals("Hello, how are you", shown.get("otp_message").textValue());
    assertEquals("CONFLICT", api.post("/v1/orders/cancel", id(order)).code());
    assertEquals(200, api.post("/v1/orders/finish", id(order)).status());
  }

  @Test
  void expires_with_a_refund_when_no_sms_came() {
    var before = balance();
    var order = create("/v1", ROUTED);

    town.wait(Duration.ofMinutes(21));

    assertEquals("EXPIRED", get(order).get("status").textValue());
    assertEquals(before, balance());
    assertEquals("EXPIRED", statuses("?status=expired").getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void gives_the_same_order_for_the_same_key(String version) {
    var keyed = api.with("idempotency-key", "key-1");

    var first = keyed.post(version + "/orders/create", ROUTED);
    var paid = balance();
    town.sms(phone(first.data().at("/orders/0")), "WhatsApp code 480-215");
    var again =
        keyed.post(version + "/orders/create", "{\"quantity\":1,\"catalog_product_id\":88}");

    assertEquals(200, again.status());
    assertEquals(first.data().at("/orders/0/id"), again.data().at("/orders/0/id"));
    assertEquals("OTP_RECEIVED", again.data().at("/orders/0/status").textValue());
    assertTrue(again.data().at("/orders/0/otp_code").isNull());
    assertEquals(paid, balance());
    assertEquals(
        "IDEMPOTENCY_KEY_REUSED",
        keyed
            .post(version + "/orders/create", "{\"catalog_product_id\":88,\"quantity\":2}")
            .code());
    var other = version.equals("/v1") ? "/v2" : "/v1";
    assertEquals("IDEMPOTENCY_KEY_REUSED", keyed.post(other + "/orders/create", ROUTED).code());
    assertEquals(
        "IDEMPOTENCY_KEY_REUSED", reactivateWith(keyed, version, first.data().at("/orders/0")));
  }

  private String reactivateWith(Api keyed, String version, JsonNode order) {
    api.post(version + "/orders/finish", id(order));
    return keyed.post(version + "/orders/reactivate", id(order)).code();
  }

  @Test
  void makes_one_set_of_orders_of_a_key_that_comes_many_times_at_once() throws Exception {
    var keyed = api.with("idempotency-key", "race");
    var before = balance();
    Callable<Api.Answer> call =
        () -> keyed.post("/v1/orders/create", "{\"catalog_product_id\":88,\"quantity\":3}");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(List.of(call, call, call, call, call, call))) {
        var code = answer.get().code();
        assertTrue(code.isEmpty() || code.equals("REQUEST_IN_PROGRESS"), code);
      }
    }

    assertEquals(3, statuses("").size());
    assertEquals(before - 3 * api.get("/v1/orders").data().at("/0/amount").longValue(), balance());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void reactivates_a_completed_order_with_the_same_number(String version) {
    var order = create(version, ROUTED);
    assertEquals(
        "CONFLICT", api.get(version + "/orders/" + order.get("id") + "/reactivate-options").code());
    town.sms(phone(order), "WhatsApp code 480-215");
    api.post(version + "/orders/finish", id(order));

    var cost =
        api.get(version + "/orders/" + order.get("id") + "/reactivate-options").data().get("cost");
    var low = version.equals("/v1") ? "1" : "\"0.0001\"";
    assertEquals(
        "VALIDATION_ERROR",
        api.post(
                version + "/orders/reactivate",
                "{\"id\":" + order.get("id") + ",\"max_price\":" + low + "}")
            .code());
    var child = api.post(version + "/orders/reactivate", id(order)).data().at("/orders/0");

    assertNotEquals(order.get("id"), child.get("id"));
    assertEquals(order.get("phone_number"), child.get("phone_number"));
    assertEquals(cost, child.get("amount"));
    town.sms(phone(child), "WhatsApp code 777-111");
    assertEquals("777111", get(child).get("otp_code").textValue());
  }

  @Test
  void orders_many_at_once() {
    var placed =
        api.post("/v1/orders/create", "{\"catalog_product_id\":88,\"quantity\":10}").data();

    assertEquals(10, placed.get("orders").size());
    assertEquals(0, placed.get("failed_count").intValue());
    assertEquals(10, api.get("/v1/orders/active").data().size());
  }

  @Test
  void orders_nothing_for_a_customer_without_money() {
    var poor = town.customer(0);

    assertEquals("INSUFFICIENT_BALANCE", poor.post("/v1/orders/create", ROUTED).code());
    assertEquals("INSUFFICIENT_BALANCE", poor.post("/v2/orders/create", ROUTED).code());
    assertEquals(0, poor.get("/v1/orders").data().size());
  }

  @Test
  void shows_nobody_elses_orders() {
    var order = create("/v1", ROUTED);
    var other = town.customer(50_000);

    assertEquals("NOT_FOUND", other.get("/v1/orders/" + order.get("id")).code());
    for (var operation : List.of("cancel", "finish", "resend", "reactivate")) {
      assertEquals("NOT_FOUND", other.post("/v1/orders/" + operation, id(order)).code());
    }
    assertEquals(0, other.get("/v2/orders/active").data().size());
  }

  private JsonNode productOf(String version, int catalogProduct) {
    var products =
        api.get(version + "/catalog/products?country_id=88&platform_id=1&sort=price_asc").data();
    assertTrue(products.size() > 0);
    assertEquals(catalogProduct, products.get(0).get("catalog_product_id").intValue());
    return products.get(0);
  }

  private JsonNode create(String version, String body) {
    var answer = api.post(version + "/orders/create", body);
    assertEquals(200, answer.status(), answer.body());
    return answer.data().at("/orders/0");
  }

  private JsonNode get(JsonNode order) {
    return api.get("/v1/orders/" + order.get("id")).data();
  }

  private List<String> statuses(String query) {
    return api.get("/v1/orders" + query).data().findValuesAsText("status");
  }

  private long balance() {
    return api.get("/v1/balance").data().get("balance").longValue();
  }

  private static String phone(JsonNode order) {
    return order.get("phone_number").textValue();
  }

  private static String id(JsonNode order) {
    return "{\"id\":" + order.get("id") + "}";
  }
}
