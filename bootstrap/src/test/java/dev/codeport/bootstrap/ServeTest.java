package dev.codeport.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, killed and told to stop while its vendor lives on. */
class ServeTest {
  private static final String BODY = "{\"catalog_product_id\": 88}";

  private final Path folder;

  ServeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void finds_the_number_it_was_killed_over_and_takes_the_money_once() throws Exception {
    try (var vendor = vendor()) {
      vendor.plan(Fault.of(Kind.SILENCE));
      String key;
      try (var service = serve(vendor)) {
        key = key(service);
        var customer = new Customer(service.url(), key);
        customer.tryPost("/v1/orders/create", BODY, "once");
        service.await(() -> vendor.books().activations().size() == 1);
        service.kill();
      }

      try (var service = serve(vendor)) {
        var customer = new Customer(service.url(), key);
        itsPatienceIsOver();
        service.await(() -> hasNumber(customer));
        var again = customer.post("/v1/orders/create", BODY, "idempotency-key", "once");
        var order = again.data().path("orders").path(0);

        assertEquals(200, again.status(), again.text());
        assertEquals(1, customer.get("/v1/orders").data().size());
        var taken = vendor.books().activations().getFirst();
        assertEquals(taken.phone().e164(), order.path("phone_number").asText(), again.text());
        assertEquals(1, vendor.books().activations().size());
        assertEquals(100_000 - order.path("amount").asLong(), customer.balance());

        vendor.deliver(taken.phone(), "Your code is 482913");
        service.await(() -> received(customer));
        customer.post("/v1/orders/finish", "{\"id\": " + order.path("id").asInt() + "}");

        service.await(() -> state(vendor) == Books.State.FINISHED);
        assertTrue(vendor.books().balanced());
        assertEquals(143, service.stop());
      }
    }
  }

  /** As if the killed one had been dead for so long that others look after its orders. */
  private void itsPatienceIsOver() throws Exception {
    var binaries = Path.of("target/postgres").toAbsolutePath();
    try (var postgres = EmbeddedPostgres.open(binaries, folder.resolve("postgres"), 0, "");
        var connection =
            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      assertTrue(postgres.isJoined());
      assertEquals(1, statement.executeUpdate("UPDATE orders SET due_at = now()"));
      assertTrue(statement.executeUpdate("UPDATE turns SET held_until = now()") > 0);
    }
  }

  private static boolean hasNumber(Customer customer) {
    return customer.get("/v1/orders").data().path(0).path("phone_number").isTextual();
  }

  private static boolean received(Customer customer) {
    return customer.get("/v1/orders").data().path(0).path("status").asText().equals("OTP_RECEIVED");
  }

  private static Books.State state(SandboxVendor vendor) {
    return vendor.books().activations().getFirst().state();
  }

  private SandboxVendor vendor() {
    var settings = SandboxSettings.swift().withSilent(Set.of("whatsapp"));
    return SandboxVendor.start(settings, InstantSource.system(), new SecureRandom());
  }

  private Child serve(SandboxVendor vendor) throws IOException {
    return Child.serve(
        folder,
        List.of(
            "provider.swift.dialect=handlerapi",
            "provider.swift.url=" + vendor.baseUri(),
            "provider.swift.api-key=" + vendor.apiKey().reveal(),
            "orders.place-deadline=3s",
            "orders.settle-after=1s"));
  }

  /** Of an account with money, and without a limit of requests. */
  private String key(Child service) throws IOException {
    var admin = new Customer(service.url(), Files.readString(folder.resolve("admin-key")).strip());
    var account = admin.post("/api/admin/accounts", "{\"name\": \"Ada\"}").json().path("id");
    var at = "/api/admin/accounts/" + account.asInt();
    admin.post(at + "/top-ups", "{\"amount\": \"100000\"}");
    admin.put(at + "/exemptions", "{\"exemptions\": [\"rate_limit\"]}");
    admin.put("/api/admin/exchange-rates/USD/IDR", "{\"rate\": \"16250\"}");
    var key = admin.post(at + "/keys", "{}").json().path("token").asText();
    assertNotEquals("", key);
    return key;
  }
}
