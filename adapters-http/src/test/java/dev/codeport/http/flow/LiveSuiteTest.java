package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.Api;
import dev.codeport.http.Contract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract's own live suite demands of a service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveSuiteTest {
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
  void answers_every_read_by_its_schema(String version) {
    var order =
        api.post(version + "/orders/create", "{\"catalog_product_id\":88}")
            .data()
            .at("/orders/0/id");

    for (var path :
        List.of(
            "/catalog/countries",
            "/catalog/services",
            "/catalog/services?country_id=88",
            "/catalog/products?limit=10000",
            "/catalog/products?sort=available_desc&limit=3&page=2",
            "/catalog/operators?country_id=88&platform_id=1",
            "/catalog/exchange-rate",
            "/balance",
            "/orders",
            "/orders/active",
            "/orders/" + order,
            "/webhook")) {
      assertEquals(200, api.get(version + path).status(), path);
    }
    assertTrue(api.get(version + "/catalog/countries").data().size() >= 200);
    assertTrue(api.get(version + "/catalog/products").data().size() > 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void refuses_as_the_suite_expects(String version) {
    var zero = version.equals("/v1") ? "0" : "\"0\"";

    assertEquals("VALIDATION_ERROR", api.get(version + "/orders?status=BOGUS").code());
    assertEquals("VALIDATION_ERROR", api.patch(version + "/webhook", "{}").code());
    assertEquals("VALIDATION_ERROR", api.post(version + "/webhook/test", "").code());
    assertEquals(
        422,
        api.post(
                version + "/orders/create",
                "{\"catalog_product_id\":88,\"max_price\":" + zero + "}")
            .status());
  }

  @Test
  void sells_product_88_below_five_dollars_and_replays_it() {
    var keyed = api.with("idempotency-key", "live-1");
    var body = "{\"catalog_product_id\":88,\"max_price\":\"5.00\",\"quantity\":1}";

    var first = keyed.post("/v2/orders/create", body);
    var again = keyed.post("/v2/orders/create", body);

    assertEquals(200, first.status(), first.body());
    assertEquals(200, again.status());
    assertEquals(first.data().at("/orders/0/id"), again.data().at("/orders/0/id"));
  }

  @Test
  void needs_a_new_rate_once_the_old_one_is_too_old() {
    town.wait(Duration.ofDays(8));

    assertEquals("FX_RATE_UNAVAILABLE", api.get("/v2/balance").code());
    assertEquals(200, api.get("/v1/balance").status());
    assertEquals(200, api.get("/v1/orders").status());
    town.admin.send("PUT", "/api/admin/exchange-rates/USD/IDR", "{\"rate\":\"16000\"}");
    assertEquals(16_000, api.get("/v2/balance").json().at("/meta/fx/rate").intValue());
  }

  @Test
  void bans_an_account_whose_orders_never_get_an_sms() {
    for (int i = 0; i < 20; i++) {
      var order = api.post("/v1/orders/create", "{\"catalog_product_id\":88}").data();
      assertEquals(1, order.get("orders").size());
    }
    town.wait(Duration.ofMinutes(21));

    var banned = api.post("/v1/orders/create", "{\"catalog_product_id\":88}");

    assertEquals("TEMP_BANNED_ABUSE_GUARD", banned.code());
    assertTrue(banned.header("Retry-After").isPresent());
    assertEquals(1, banned.json().at("/error/details/tier").intValue());
  }

  @Test
  void slows_down_a_key_that_orders_too_often() {
    Api.Answer last = api.post("/v1/orders/finish", "{\"id\":1}");
    for (int i = 0; i < 60 && last.status() != 429; i++) {
      last = api.post("/v1/orders/finish", "{\"id\":1}");
    }

    assertEquals("RATE_LIMIT_EXCEEDED", last.code());
    assertEquals("1", last.header("Retry-After").orElse(""));
    assertEquals(200, api.get("/v1/balance").status());
    town.wait(Duration.ofSeconds(1));
    assertEquals("NOT_FOUND", api.post("/v1/orders/finish", "{\"id\":1}").code());
  }

  @Test
  void signs_the_test_event_with_the_secret_it_made() throws IOException {
    var seen = new CopyOnWriteArrayList<String>();
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Webhook-Signature")));
          seen.add(
              new String(
                  exchange.getRequestBody().readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    receiver.start();
    try {
      var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
      var set = api.patch("/v1/webhook", "{\"webhook_url\":\"" + url + "\"}").data();
      var secret = set.get("webhook_secret").textValue();

      assertEquals(202, api.post("/v2/webhook/test", "").data().get("status_code").intValue());
      assertTrue(secret.matches("[0-9a-f]{64}"));
      assertEquals("sha256=" + Hmac.of(Secret.of(secret)).hex(seen.get(1)), seen.get(0));
      Contract.assertSchema("WebhookTestEvent", Contract.parse(seen.get(1)));
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void keeps_webhooks_from_addresses_inside() {
    for (var url :
        List.of(
            "https://10.0.0.1/", "http://169.254.169.254/", "https://[fc00::1]/", "ftp://x.io/")) {
      assertEquals(
          "VALIDATION_ERROR", api.patch("/v1/webhook", "{\"webhook_url\":\"" + url + "\"}").code());
    }
    assertTrue(api.get("/v1/webhook").data().get("webhook_url").isNull());
  }
}
