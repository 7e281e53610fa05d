package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.config.Config;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.bootstrap.wiring.Service;
import dev.codeport.bootstrap.wiring.Wiring;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/** Two services with one Postgres, one Redis and one vendor between them. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesTest {
  private static final String ADMIN = "admin-key-of-two-nodes";
  private static final String ORDER = "{\"catalog_product_id\": 88}";

  private final Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<String, Service> nodes = new HashMap<>();
  private Optional<SandboxVendor> seller = Optional.empty();
  private Map<String, String> shared = Map.of();

  TwoNodesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void start() throws Exception {
    var postgres =
        opened(
            EmbeddedPostgres.open(
                Path.of("target/postgres").toAbsolutePath(), folder.resolve("pg"), 0, "two"));
    var redis = new RedisServer(freePort());
    redis.start();
    open.add(redis::stop);
    var vendor =
        opened(
            SandboxVendor.start(
                SandboxSettings.swift().withSilent(Set.of("whatsapp")),
                InstantSource.system(),
                new Random(7)));
    seller = Optional.of(vendor);
    shared =
        Map.ofEntries(
            Map.entry("http.port", "0"),
            Map.entry("http.admin-key", ADMIN),
            Map.entry("storage.url", postgres.url()),
            Map.entry("storage.user", postgres.user()),
            Map.entry("storage.password", postgres.password()),
            Map.entry("keys.hash", "h".repeat(32)),
            Map.entry("keys.seal.a", "s".repeat(32)),
            Map.entry("redis.url", "redis://127.0.0.1:" + redis.ports().getFirst()),
            Map.entry("provider.swift.dialect", "handlerapi"),
            Map.entry("provider.swift.url", vendor.baseUri().toString()),
            Map.entry("provider.swift.api-key", vendor.apiKey().reveal()),
            Map.entry("sms.poll-every", "200ms"));
    nodes.put("a", node("a"));
    nodes.put("b", node("b"));
    admin("a").put("/api/admin/exchange-rates/USD/IDR", "{\"rate\": \"16250\"}");
  }

  @AfterAll
  void stop() throws Exception {
    for (var node : nodes.values()) {
      node.close();
    }
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void an_sms_stored_by_one_node_is_on_the_stream_and_the_long_poll_of_the_other()
      throws Exception {
    var key = customer();
    var placed = at("a", key).post("/v1/orders/create", ORDER).data().path("orders").path(0);
    var path = "/api/orders/" + placed.path("id").asLong();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var streams = new ArrayList<Future<String>>();
      var polls = new ArrayList<Future<String>>();
      for (var node : List.of("a", "b")) {
        streams.add(threads.submit(() -> firstSms(node, key)));
        polls.add(threads.submit(() -> at(node, key).get(path + "?wait=30").json().toString()));
      }
      var phone = new PhoneNumber(placed.path("phone_number").asText());
      assertTrue(vendor().deliver(phone, "Your code is 482913"));

      for (var stream : streams) {
        assertTrue(stream.get(20, TimeUnit.SECONDS).contains("482913"));
      }
      for (var poll : polls) {
        assertTrue(poll.get(20, TimeUnit.SECONDS).contains("482913"));
      }
    }
  }

  @Test
  void orders_with_one_key_sent_to_both_make_one_order() throws Exception {
    var key = customer();
    var before = at("a", key).balance();
    var calls = new ArrayList<Callable<String>>();
    for (int i = 0; i < 20; i++) {
      var node = i % 2 == 0 ? "a" : "b";
      calls.add(
          () -> {
            var answer = at(node, key).post("/v1/orders/create", ORDER, "idempotency-key", "one");
            return answer.data().path("orders").path(0).path("id").asText();
          });
    }
    var ids = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        ids.add(answer.get());
      }
    }
    ids.remove(""); // still running, it was told

    var orders = at("b", key).get("/v1/orders").data();
    assertEquals(1, orders.size());
    assertEquals(Set.of(orders.path(0).path("id").asText()), ids);
    assertEquals(before - orders.path(0).path("amount").asLong(), at("b", key).balance());
  }

  @Test
  void one_that_stops_under_load_loses_nothing() throws Exception {
    var key = customer();
    var third = node("c");
    nodes.put("c", third);
    var phones = new ArrayList<PhoneNumber>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Customer.Answer>>();
      for (int i = 0; i < 20; i++) {
        var once = "k" + i;
        answers.add(
            threads.submit(
                () -> at("c", key).post("/v1/orders/create", ORDER, "idempotency-key", once)));
      }
      third.close();
      nodes.remove("c");
      for (int i = 0; i < answers.size(); i++) {
        // What the stopped node did not take is taken by the other; what it took is found there.
        var again = at("a", key).post("/v1/orders/create", ORDER, "idempotency-key", "k" + i);
        assertEquals(200, again.status(), again.text());
        var order = again.data().path("orders").path(0);
        phones.add(new PhoneNumber(order.path("phone_number").asText()));
      }
    }
    for (var phone : phones) {
      assertTrue(vendor().deliver(phone, "Your code is 482913"));
    }

    assertEquals(20, new HashSet<>(phones).size());
    assertEquals(20, at("b", key).get("/v1/orders?limit=50").data().size());
    for (int i = 0; i < 150 && received(key) < 20; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(20, received(key));
    assertTrue(vendor().books().balanced());
  }

  private int received(String key) {
    return at("b", key).get("/v1/orders?status=OTP_RECEIVED&limit=50").data().size();
  }

  /** The data of the first event that tells of an SMS. */
  private String firstSms(String node, String key) throws Exception {
    var request =
        HttpRequest.newBuilder(service(node).url().resolve("/api/events?after=0"))
            .header("Authorization", "Bearer " + key)
            .build();
    try (var client = HttpClient.newHttpClient();
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    client.send(request, BodyHandlers.ofInputStream()).body(), UTF_8))) {
      var sms = false;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        sms = sms || (line.startsWith("event:") && line.contains("received"));
        if (sms && line.startsWith("data:")) {
          client.shutdownNow();
          return line;
        }
      }
      return "the stream ended";
    }
  }

  private String customer() {
    var admin = admin("a");
    var account = admin.post("/api/admin/accounts", "{\"name\": \"Ada\"}").json().path("id");
    var path = "/api/admin/accounts/" + account.asInt();
    admin.post(path + "/top-ups", "{\"amount\": \"1000000\"}");
    admin.put(path + "/exemptions", "{\"exemptions\": [\"rate_limit\"]}");
    return admin.post(path + "/keys", "{}").json().path("token").asText();
  }

  private Customer admin(String node) {
    return at(node, ADMIN);
  }

  private Customer at(String node, String key) {
    return new Customer(service(node).url(), key);
  }

  private Service service(String node) {
    return Optional.ofNullable(nodes.get(node)).orElseThrow();
  }

  private SandboxVendor vendor() {
    return seller.orElseThrow();
  }

  private Service node(String name) throws IOException {
    var settings = new HashMap<>(shared);
    settings.put("node.name", name);
    settings.put("data.folder", folder.resolve(name).toString());
    var config = Config.of(Optional.empty(), Map.of(), settings);
    return new Wiring(Settings.of(config, folder)).service();
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(resource);
    return resource;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
