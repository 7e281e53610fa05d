package dev.codeport.http.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.webhook.WebhookTransport.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OkHttpWebhookTransportTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server = server();
  private final String base = "http://127.0.0.1:" + server.getAddress().getPort();
  private final OkHttpWebhookTransport desk = OkHttpWebhookTransport.forDevelopment();

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void posts_the_body_with_its_headers_and_tells_the_status() {
    var outcome =
        desk.post(base + "/teapot", Map.of("X-Webhook-Signature", "sha256=ab"), bytes("{\"a\":1}"));

    assertEquals(Outcome.Answered.plain(418), outcome);
    assertEquals(List.of("POST /teapot application/json sha256=ab {\"a\":1}"), seen);
  }

  @Test
  void does_not_follow_redirects() {
    assertEquals(Outcome.Answered.plain(302), desk.post(base + "/moved", Map.of(), bytes("{}")));
    assertEquals(1, seen.size());
  }

  @Test
  void gives_up_when_no_answer_comes() {
    var hasty =
        OkHttpWebhookTransport.over(
            AddressGuard.forDevelopment(), Dns.SYSTEM, Duration.ofMillis(100));

    assertEquals(
        new Outcome.Unreachable("no answer in time"),
        hasty.post(base + "/silent", Map.of(), bytes("{}")));
  }

  @Test
  void does_not_read_an_endless_answer_to_its_end() {
    var answered =
        assertInstanceOf(
            Outcome.Answered.class, desk.post(base + "/endless", Map.of(), bytes("{}")));

    assertEquals(200, answered.status());
  }

  @Test
  void tells_nothing_of_our_network_when_nobody_listens() throws IOException {
    int port = freePort();

    assertEquals(
        new Outcome.Unreachable("the connection failed"),
        desk.post("http://127.0.0.1:" + port + "/", Map.of(), bytes("{}")));
  }

  @Test
  void sends_nothing_to_a_forbidden_address() {
    var strict = OkHttpWebhookTransport.strict();

    assertInstanceOf(Outcome.Forbidden.class, strict.post(base + "/x", Map.of(), bytes("{}")));
    assertEquals(List.of(), seen);
  }

  @Test
  void checks_the_very_address_that_it_dials() {
    var lookups = new AtomicInteger();
    Dns rebinding =
        host ->
            List.of(
                InetAddress.getByAddress(
                    lookups.getAndIncrement() == 0
                        ? new byte[] {93, (byte) 184, (byte) 215, 14}
                        : new byte[] {127, 0, 0, 1}));
    var transport =
        OkHttpWebhookTransport.over(AddressGuard.strict(), rebinding, Duration.ofSeconds(1));
    var url = "https://hooks.acme.io:" + server.getAddress().getPort() + "/x";

    assertEquals("", transport.refusal(url).orElse(""));
    assertInstanceOf(Outcome.Forbidden.class, transport.post(url, Map.of(), bytes("{}")));
    assertEquals(2, lookups.get());
  }

  private HttpServer server() {
    try {
      var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      made.createContext("/", this::answer);
      made.start();
      return made;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    seen.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(headers.getFirst("Content-Type")),
            String.valueOf(headers.getFirst("X-Webhook-Signature")),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    switch (exchange.getRequestURI().getPath()) {
      case "/moved" -> {
        exchange.getResponseHeaders().set("Location", base + "/elsewhere");
        exchange.sendResponseHeaders(302, -1);
      }
      case "/silent" -> awaitEnd();
      case "/endless" -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[1024]);
        exchange.getResponseBody().flush();
        awaitEnd();
      }
      default -> exchange.sendResponseHeaders(418, -1);
    }
    exchange.close();
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
