package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two services with one Postgres, one Redis and one vendor between them. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesTest {
  private static final String ORDER = "{\"catalog_product_id\": 88}";

  private final SandboxVendor vendor =
      SandboxVendor.start(
          SandboxSettings.swift().withSilent(Set.of("whatsapp")),
          InstantSource.system(),
          new Random(7));
  private final Nodes nodes;

  TwoNodesTest(@TempDir Path folder) throws IOException {
    this.nodes =
        Nodes.open(
            folder,
            Map.of(
                "provider.swift.dialect",
                "handlerapi",
                "provider.swift.url",
                vendor.baseUri().toString(),
                "provider.swift.api-key",
                vendor.apiKey().reveal(),
                "sms.poll-every",
                "200ms"));
    nodes.admin("a").put("/api/admin/exchange-rates/USD/IDR", "{\"rate\": \"16250\"}");
  }

  @AfterAll
  void stop() throws IOException {
    nodes.close();
    vendor.close();
  }

  @Test
  void an_sms_stored_by_one_node_is_on_the_stream_and_the_long_poll_of_the_other()
      throws Exception {
    var key = nodes.customer();
    var placed = nodes.at("a", key).post("/v1/orders/create", ORDER).data().path("orders").path(0);
    var path = "/api/orders/" + placed.path("id").asLong();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var streams = new ArrayList<Future<String>>();
      var polls = new ArrayList<Future<String>>();
      for (var node : List.of("a", "b")) {
        streams.add(threads.submit(() -> firstSms(node, key)));
        polls.add(
            threads.submit(() -> nodes.at(node, key).get(path + "?wait=30").json().toString()));
      }
      var phone = new PhoneNumber(placed.path("phone_number").asText());
      assertTrue(vendor.deliver(phone, "Your code is 482913"));

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
    var key = nodes.customer();
    var before = nodes.at("a", key).balance();
    var calls = new ArrayList<Callable<String>>();
    for (int i = 0; i < 20; i++) {
      var node = i % 2 == 0 ? "a" : "b";
      calls.add(
          () -> {
            var answer =
                nodes.at(node, key).post("/v1/orders/create", ORDER, "idempotency-key", "one");
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

    var orders = nodes.at("b", key).get("/v1/orders").data();
    assertEquals(1, orders.size());
    assertEquals(Set.of(orders.path(0).path("id").asText()), ids);
    assertEquals(before - orders.path(0).path("amount").asLong(), nodes.at("b", key).balance());
  }

  @Test
  void one_that_stops_under_load_loses_nothing() throws Exception {
    var key = nodes.customer();
    nodes.start("c");
    var phones = new ArrayList<PhoneNumber>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Customer.Answer>>();
      for (int i = 0; i < 20; i++) {
        var once = "k" + i;
        answers.add(
            threads.submit(
                () ->
                    nodes.at("c", key).post("/v1/orders/create", ORDER, "idempotency-key", once)));
      }
      nodes.stop("c");
      for (int i = 0; i < answers.size(); i++) {
        // What the stopped node did not take is taken by the other; what it took is found there.
        var again = nodes.at("a", key).post("/v1/orders/create", ORDER, "idempotency-key", "k" + i);
        assertEquals(200, again.status(), again.text());
        var order = again.data().path("orders").path(0);
        phones.add(new PhoneNumber(order.path("phone_number").asText()));
      }
    }
    for (var phone : phones) {
      assertTrue(vendor.deliver(phone, "Your code is 482913"));
    }

    assertEquals(20, new HashSet<>(phones).size());
    assertEquals(20, nodes.at("b", key).get("/v1/orders?limit=50").data().size());
    for (int i = 0; i < 150 && received(key) < 20; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(20, received(key));
    assertTrue(vendor.books().balanced());
  }

  private int received(String key) {
    return nodes.at("b", key).get("/v1/orders?status=OTP_RECEIVED&limit=50").data().size();
  }

  /** The data of the first event that tells of an SMS. */
  private String firstSms(String node, String key) throws Exception {
    var request =
        HttpRequest.newBuilder(nodes.service(node).url().resolve("/api/events?after=0"))
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
}
