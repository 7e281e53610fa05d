package dev.codeport.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marked secrets of those who receive codes go through a service that logs all it can; afterwards
 * its logs, its metrics, its answers and every row of its database are searched for them.
 */
class SecrecyTest {
  private static final String ADMIN = "marked-admin-key-7731904455";
  private static final String HASH = "marked-hash-key-" + "h".repeat(32);
  private static final String SEAL = "marked-seal-key-" + "s".repeat(32);
  private static final String SIGNING = "marked-webhook-secret-5566778899";
  private static final String REPEATABLE = "marked-idempotency-key-4243";
  private static final String CODE = "918273645";
  private static final String TEXT = "Marked " + CODE + " is your code, mellon";

  private final Path folder;

  SecrecyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void leaves_no_secret_in_logs_metrics_errors_or_in_clear_at_rest() throws Exception {
    try (var postgres =
            EmbeddedPostgres.open(
                Path.of("target/postgres").toAbsolutePath(), folder.resolve("pg"), 0, "bench");
        var vendor =
            SandboxVendor.start(
                SandboxSettings.swift().withSilent(Set.of("whatsapp")),
                InstantSource.system(),
                new SecureRandom())) {
      var log = folder.resolve("log").toFile();
      var answers = new ArrayList<String>();
      Map<String, String> secrets;
      try (var service =
          Child.serve(
              folder.resolve("data"),
              settings(postgres, vendor),
              ProcessBuilder.Redirect.to(log))) {
        secrets = work(service, vendor, answers);
      }
      var left = new Traces();
      left.add("log", Files.readString(log.toPath()));
      left.add("answers", String.join("\n", answers));
      try (var connection =
          DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
        left.addTables(connection);
      }

      assertTrue(left.in("log").contains("DEBUG"), "it logged all it could");
      assertFalse(left.in("messages").isBlank(), "the SMS is there, sealed");
      left.assertWithout(secrets);
    }
  }

  private List<String> settings(EmbeddedPostgres postgres, SandboxVendor vendor) {
    return List.of(
        "http.admin-key=" + ADMIN,
        "storage.url=" + postgres.url(),
        "storage.user=" + postgres.user(),
        "storage.password=" + postgres.password(),
        "keys.hash=" + HASH,
        "keys.seal.a=" + SEAL,
        "provider.swift.dialect=handlerapi",
        "provider.swift.url=" + vendor.baseUri(),
        "provider.swift.api-key=" + vendor.apiKey().reveal(),
        "orders.place-deadline=3s",
        "orders.settle-after=1s",
        "log.level=debug");
  }

  /** Orders, receives, fails in many ways; {@code answers} gets what must show no secret. */
  private Map<String, String> work(Child service, SandboxVendor vendor, List<String> answers)
      throws Exception {
    var key = key(service);
    var customer = new Customer(service.url(), key);
    customer.post("/v1/orders/create", "{\"catalog_product_id\": 88}", "idempotency-key", "first");
    vendor.plan(Fault.of(Kind.CUT_BODY));
    customer.post(
        "/v1/orders/create", "{\"catalog_product_id\": 88}", "idempotency-key", REPEATABLE);
    vendor.plan(Fault.of(Kind.GARBLED));
    customer.post("/v1/orders/create", "{\"catalog_product_id\": 88}");
    service.await(() -> numbers(customer).size() == 3);
    var phones = numbers(customer);
    for (var activation : vendor.books().activations()) {
      vendor.deliver(activation.phone(), TEXT);
    }
    service.await(
        () -> customer.get("/v1/orders?status=OTP_RECEIVED").data().size() == phones.size());

    answers.add(customer.post("/v1/orders/create", "{\"x\": \"" + SIGNING + "\"").text());
    answers.add(customer.post("/v1/orders/cancel", "{\"id\": \"" + SIGNING + CODE + "\"}").text());
    customer.patch("/v1/webhook/config", "{\"webhook_secret\": \"" + SIGNING + "\"}");
    answers.add(customer.get("/v1/nothing?secret=" + SIGNING).text());
    answers.add(new Customer(service.url(), key + "x").get("/v1/balance").text());
    answers.add(customer.get("/metrics").text());

    var secrets = new LinkedHashMap<String, String>();
    secrets.put("admin key", ADMIN);
    secrets.put("hash key", HASH);
    secrets.put("seal key", SEAL);
    secrets.put("API key", key);
    secrets.put("vendor's API key", vendor.apiKey().reveal());
    secrets.put("webhook secret", SIGNING);
    secrets.put("idempotency key", REPEATABLE);
    secrets.put("code", CODE);
    secrets.put("word of the text", "mellon");
    for (var phone : phones) {
      secrets.put("phone number " + phone, phone.substring(1));
    }
    assertEquals(12, secrets.size());
    return secrets;
  }

  private static List<String> numbers(Customer customer) {
    var numbers = new ArrayList<String>();
    for (var order : customer.get("/v1/orders").data()) {
      if (order.path("phone_number").isTextual()) {
        numbers.add(order.path("phone_number").asText());
      }
    }
    return numbers;
  }

  private static String key(Child service) {
    var admin = new Customer(service.url(), ADMIN);
    admin.put("/api/admin/exchange-rates/USD/IDR", "{\"rate\": \"16250\"}");
    var account = admin.post("/api/admin/accounts", "{\"name\": \"Ada\"}").json().path("id");
    var at = "/api/admin/accounts/" + account.asInt();
    admin.post(at + "/top-ups", "{\"amount\": \"100000\"}");
    admin.put(at + "/exemptions", "{\"exemptions\": [\"rate_limit\"]}");
    return admin.post(at + "/keys", "{}").json().path("token").asText();
  }
}
