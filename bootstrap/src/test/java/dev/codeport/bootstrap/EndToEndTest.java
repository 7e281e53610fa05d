package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.command.Terminal;
import dev.codeport.bootstrap.config.Config;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.wiring.Service;
import dev.codeport.bootstrap.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Everything as it is shipped: HTTP, Postgres on disk, vendors over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class EndToEndTest {
  private final Path folder;
  private Optional<Service> running = Optional.empty();

  EndToEndTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void start() throws IOException {
    running = Optional.of(open());
  }

  @AfterAll
  void stop() {
    running.ifPresent(Service::close);
  }

  @Test
  void sells_a_number_and_hands_over_the_code() throws IOException {
    var customer = customer();
    var offers = customer.get("/v1/catalog/products?country_id=88&platform_id=1").data();
    var before = customer.balance();

    var placed = customer.post("/v1/orders/create", "{\"catalog_product_id\": 88}");
    var order = placed.data().path("orders").path(0);
    var id = order.path("id").asInt();
    var sent = deliver(order.path("phone_number").asText(), "482-913 is your WhatsApp code");
    var received = customer.get("/v1/orders/" + id).data();
    var finished = customer.post("/v1/orders/finish", "{\"id\": " + id + "}");

    assertTrue(offers.size() >= 2, offers.toString());
    assertEquals(200, placed.status(), placed.text());
    assertEquals("ACTIVE", order.path("status").asText());
    assertEquals(200, sent.status(), sent.text());
    assertEquals("OTP_RECEIVED", received.path("status").asText(), received.toString());
    assertEquals("482913", received.path("otp_code").asText());
    assertEquals("482-913 is your WhatsApp code", received.path("otp_message").asText());
    assertEquals("COMPLETED", finished.data().path("status").asText(), finished.text());
    assertEquals(before - order.path("amount").asLong(), customer.balance());
  }

  @Test
  void answers_a_repeated_request_with_the_same_order_and_takes_the_money_once()
      throws IOException {
    var customer = customer();
    var before = customer.balance();
    var body = "{\"catalog_product_id\": 88}";

    var first = customer.post("/v1/orders/create", body, "idempotency-key", "once");
    var second = customer.post("/v1/orders/create", body, "idempotency-key", "once");
    var other =
        customer.post(
            "/v1/orders/create",
            "{\"catalog_product_id\": 88, \"quantity\": 2}",
            "idempotency-key",
            "once");

    var order = first.data().path("orders").path(0);
    assertEquals(order.path("id"), second.data().path("orders").path(0).path("id"));
    assertEquals(422, other.status());
    assertEquals("IDEMPOTENCY_KEY_REUSED", other.error());
    assertEquals(before - order.path("amount").asLong(), customer.balance());
  }

  @Test
  void gives_the_money_back_for_a_number_that_is_canceled_in_time() throws IOException {
    var customer = customer();
    var before = customer.balance();
    var order =
        customer
            .post("/v1/orders/create", "{\"catalog_product_id\": 88}")
            .data()
            .path("orders")
            .path(0);
    var body = "{\"id\": " + order.path("id").asInt() + "}";

    var early = customer.post("/v1/orders/cancel", body);
    advance("PT3M");
    var canceled = customer.post("/v1/orders/cancel", body);
    var again = customer.post("/v1/orders/cancel", body);

    assertEquals("CANCEL_TOO_EARLY", early.error());
    assertEquals("CANCELED", canceled.data().path("status").asText(), canceled.text());
    assertEquals(order.path("amount"), canceled.data().path("refund_amount"));
    assertEquals("CONFLICT", again.error());
    assertEquals(before, customer.balance());
  }

  @Test
  void gives_the_money_back_for_a_number_that_nobody_writes_to() throws IOException {
    var customer = customer();
    var before = customer.balance();
    var order =
        customer
            .post("/v1/orders/create", "{\"catalog_product_id\": 88}")
            .data()
            .path("orders")
            .path(0);

    advance("PT21M");

    var expired = customer.get("/v1/orders/" + order.path("id").asInt()).data();
    assertEquals("EXPIRED", expired.path("status").asText(), expired.toString());
    assertEquals(before, customer.balance());
  }

  @Test
  void sends_a_code_hears_that_it_arrived_and_checks_it() throws Exception {
    var customer = customer();
    var sent = customer.post("/api/verifications", "{\"phone\": \"+447700900123\"}").json();
    var path = "/api/verifications/" + sent.path("id").asText();

    var delivery = customer.get(path).json().findPath("delivery");
    for (int i = 0; i < 200 && !delivery.isObject(); i++) {
      TimeUnit.MILLISECONDS.sleep(50); // the receipt is on its way
      delivery = customer.get(path).json().findPath("delivery");
    }
    var text = nobody().get("/sandbox/phones/%2B447700900123").json().findPath("text").asText();
    var code = "{\"code\": \"" + text.replaceAll("\\D", "") + "\"}";
    var checked = customer.post(path + "/check", code).json();

    assertEquals("delivered", delivery.path("status").asText(), delivery.toString());
    assertTrue(checked.path("verified").asBoolean(), checked.toString());
  }

  @Test
  void tells_how_it_is() throws IOException {
    assertEquals(200, nobody().get("/healthz").status());
    assertEquals(200, nobody().get("/readyz").status());
    customer().post("/v1/orders/create", "{\"catalog_product_id\": 88}");
    var metrics = nobody().get("/metrics").text();
    assertTrue(metrics.contains("codeport_leases_seconds_count{outcome=\"leased\""), metrics);
    assertTrue(metrics.contains("hikaricp_connections_max"), metrics);
    assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
  }

  @Test
  void keeps_its_own_secrets_to_itself() throws IOException {
    for (var name : new String[] {"admin-key", "demo-key", "keys-hash", "keys-seal"}) {
      var mode = Files.getPosixFilePermissions(folder.resolve("data").resolve(name));

      assertEquals("rw-------", PosixFilePermissions.toString(mode), name);
    }
  }

  @Test
  void shows_on_the_terminal_how_its_vendors_fare() throws IOException {
    var shown = terminal("vendors", "--url", service().url().toString());

    var lines = shown.lines().toList();
    assertEquals(3, lines.size(), shown);
    assertTrue(lines.get(0).startsWith("VENDOR  STATE  SINCE"), shown);
    assertTrue(lines.get(1).matches("cheap +well +20.* USD +\\d+/\\d+ +[1-9]\\d* .*"), shown);
    assertTrue(lines.get(2).startsWith("swift   well"), shown);
  }

  private String terminal(String... words) {
    var line = new ArrayList<>(List.of(words));
    line.add("--set");
    line.add("data.folder=" + folder.resolve("data"));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of(),
            folder);
    assertEquals(0, Main.commands(terminal).execute(line.toArray(String[]::new)), err::toString);
    return out.toString(UTF_8);
  }

  @Test
  void goes_on_after_a_restart_where_it_stopped() throws IOException {
    var key = customer().key();
    var before = new Customer(service().url(), key);
    var order =
        before
            .post("/v1/orders/create", "{\"catalog_product_id\": 88}")
            .data()
            .path("orders")
            .path(0);
    var balance = before.balance();
    var demo = service().demo();

    stop();
    start();

    assertEquals(demo, service().demo());
    var after = new Customer(service().url(), key);
    assertEquals(balance, after.balance());
    var kept = after.get("/v1/orders/" + order.path("id").asInt()).data();
    assertEquals(order.path("phone_number"), kept.path("phone_number"));
    assertFalse(kept.path("phone_number").isNull());
  }

  private Customer.Answer deliver(String phone, String text) {
    return nobody()
        .post(
            "/sandbox/messages",
            "{\"phone_number\": \"" + phone + "\", \"text\": \"" + text + "\"}");
  }

  private void advance(String by) {
    var moved = nobody().post("/sandbox/clock", "{\"advance\": \"" + by + "\"}");

    assertEquals(200, moved.status(), moved.text());
  }

  /** Somebody new, with money. */
  private Customer customer() throws IOException {
    var admin = new Customer(service().url(), service().wiring().adminKey().reveal());
    var account = admin.post("/api/admin/accounts", "{\"name\": \"Ada\"}").json().path("id");
    var at = "/api/admin/accounts/" + account.asInt();
    admin.post(at + "/top-ups", "{\"amount\": \"100000\"}");
    return new Customer(
        service().url(), admin.post(at + "/keys", "{}").json().path("token").asText());
  }

  private Customer nobody() {
    return new Customer(service().url(), "");
  }

  private Service service() {
    return running.orElseThrow();
  }

  /** Nothing arrives by itself on platform 1. */
  private Service open() throws IOException {
    var flags = new HashMap<String, String>();
    flags.put("data.folder", folder.resolve("data").toString());
    flags.put("storage.binaries", Path.of("target/postgres").toAbsolutePath().toString());
    flags.put("http.port", "0");
    flags.put("sandbox.silent", "1");
    var config = Config.of(Optional.empty(), Map.of(), flags);
    return new Wiring(Settings.of(config, folder)).service();
  }
}
