package dev.codeport.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.secret.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** One customer's morning, told while it happens. Everything goes over HTTP. */
final class Demo {
  private static final int PLATFORM = 1;
  private static final int COUNTRY = 88;
  private static final int PRODUCT = 88;

  /** A platform whose SMS do not come by themselves here. */
  static final String QUIET = "amazon";

  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final Duration NUDGE = Duration.ofSeconds(12);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final PrintStream out;
  private final HttpClient client;
  private final Api admin;

  Demo(PrintStream out, URI url, Secret adminKey) {
    this.out = out;
    this.client = HttpClient.newHttpClient();
    this.admin = new Api(url, client, adminKey.reveal());
  }

  void run() throws IOException, InterruptedException {
    out.println("It listens on " + admin.url() + ". No real SMS is involved.");
    out.println("A console is at " + admin.url() + "/console.");
    var customer = customer();
    var before = balance(customer);
    out.println("Balance before: " + before);
    list(customer);
    var order = order(customer);
    var received = await(customer, order);
    out.println();
    out.println("SMS:  " + received.path("otp_message").asText());
    out.println("Code: " + received.path("otp_code").asText());
    customer.post("/v1/orders/finish", Map.of("id", order.path("id").asLong()));
    out.println("Order " + order.path("id").asLong() + " is finished.");
    prove(customer);
    out.println("Balance before: " + before + ", after: " + balance(customer));
  }

  /** Rents one more number, sends a code to it, and checks the code that came back. */
  private void prove(Api customer) throws IOException, InterruptedException {
    out.println();
    var wish = Map.of("platform", QUIET, "country", "gb");
    var order = customer.postOnce("/api/orders", "demo", wish).path("orders").path(0);
    var id = order.path("id").asLong();
    var phone = order.path("phone_number").asText();
    out.println("Rented " + phone + " to send a code of our own to it.");
    var verification = customer.post("/api/verifications", Map.of("phone", phone, "locale", "en"));
    var code = customer.get("/api/orders/" + id + "?wait=20").path("code").asText();
    out.println("It received the code " + code + ".");
    var checked =
        customer.post(
            "/api/verifications/" + verification.path("id").asText() + "/check",
            Map.of("code", code));
    out.println("Verified: " + checked.path("verified").asBoolean());
    customer.post("/api/orders/" + id + "/finish", Map.of());
  }

  private Api customer() throws IOException, InterruptedException {
    var account = admin.post("/api/admin/accounts", Map.of("name", "demo")).path("id").asInt();
    var at = "/api/admin/accounts/" + account;
    admin.post(at + "/top-ups", Map.of("amount", "100000", "reference", "demo"));
    var key = admin.post(at + "/keys", Map.of("label", "demo")).path("token").asText();
    out.println("Account " + account + " was opened and topped up with 100000 rupiah.");
    return admin.withKey(key);
  }

  private static String balance(Api customer) throws IOException, InterruptedException {
    return customer.get("/v1/balance").path("data").path("balance").asText() + " rupiah";
  }

  private void list(Api customer) throws IOException, InterruptedException {
    out.println("Offers:");
    var query = "?country_id=" + COUNTRY + "&platform_id=" + PLATFORM + "&limit=5";
    for (var offer : customer.get("/v1/catalog/products" + query).path("data")) {
      out.printf(
          "  %-28s %8d rupiah   %5d in stock%n",
          offer.path("name").asText(),
          offer.path("price").asLong(),
          offer.path("available").asLong());
    }
  }

  /** From the vendor that hardly ever fails. */
  private JsonNode order(Api customer) throws IOException, InterruptedException {
    var wish = Map.of("catalog_product_id", PRODUCT, "prefer_provider", "swift");
    var order = customer.post("/v1/orders/create", wish).path("data").path("orders").path(0);
    out.printf(
        "Ordered %s for %d rupiah (order %d).%n",
        order.path("phone_number").asText(),
        order.path("amount").asLong(),
        order.path("id").asLong());
    return order;
  }

  private JsonNode await(Api customer, JsonNode order) throws IOException, InterruptedException {
    out.print("Waiting for the SMS ");
    var began = System.nanoTime();
    var nudged = false;
    while (true) {
      var now = customer.get("/v1/orders/" + order.path("id").asLong()).path("data");
      if (!now.path("otp_received_at").isNull()) {
        return now;
      }
      var waited = Duration.ofNanos(System.nanoTime() - began);
      if (waited.compareTo(PATIENCE) > 0) {
        throw new Refused("no SMS came within " + PATIENCE.toSeconds() + " seconds");
      }
      if (waited.compareTo(NUDGE) > 0 && !nudged) {
        nudged = true;
        send(order.path("phone_number").asText());
      }
      out.print(".");
      out.flush();
      Thread.sleep(GLANCE);
    }
  }

  /** A few numbers never get their SMS, as with real vendors; then somebody sends one by hand. */
  private void send(String phone) throws IOException, InterruptedException {
    out.print(" (sending one by hand) ");
    admin.post(
        "/sandbox/messages",
        Map.of("phone_number", phone, "text", "Your WhatsApp code is 482-913. Don't share it."));
  }
}
