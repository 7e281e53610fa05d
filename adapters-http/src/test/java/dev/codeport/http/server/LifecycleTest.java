package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.FinishOrder;
import dev.codeport.http.Api;
import dev.codeport.http.Given;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.Served;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Bounds NARROW =
      new Bounds(1_048_576, Duration.ofSeconds(30), 1, Duration.ofSeconds(75));

  private final Served served = Served.start(HttpSettings.standard().withBounds(NARROW));

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void takes_a_body_up_to_the_cap_and_refuses_the_next_byte() {
    var fits = "{\"id\":\"" + "a".repeat(1_048_576 - 9) + "\"}";

    var taken = served.api.post("/v1/orders/finish", fits);

    assertEquals("id", taken.json().at("/error/details/field").textValue());
    assertEquals("id must be an integer of 32 bits", taken.json().at("/error/message").textValue());
    assertEquals(413, served.api.send("POST", "/v1/orders/finish", fits + " ").status());
  }

  @Test
  void answers_ten_megabytes_with_413_on_a_connection_that_lives_on() throws IOException {
    try (var socket = connect()) {
      for (int round = 0; round < 3; round++) {
        socket.getOutputStream().write(head("/v1/orders/finish", "Content-Length: 10485760"));
        socket.getOutputStream().write(new byte[10_485_760]);
        var answer = RawClient.read(socket);
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      }
    }
  }

  @Test
  void answers_a_chunked_body_that_never_says_its_length_with_413() throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(head("/v1/orders/finish", "Transfer-Encoding: chunked"));
      for (int i = 0; i < 40; i++) {
        socket.getOutputStream().write("10000\r\n".getBytes(ISO_8859_1));
        socket.getOutputStream().write(new byte[0x10000]);
        socket.getOutputStream().write("\r\n".getBytes(ISO_8859_1));
      }
      socket.getOutputStream().write("0\r\n\r\n".getBytes(ISO_8859_1));

      assertTrue(RawClient.read(socket).startsWith("HTTP/1.1 413 "));
    }
  }

  @Test
  void refuses_a_gigabyte_without_reading_it() throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(head("/v1/orders/finish", "Content-Length: 1073741824"));

      var answer = RawClient.read(socket);

      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("connection: close"), answer);
    }
  }

  @Test
  void invites_a_body_that_waits_to_be_invited_unless_it_is_too_large() throws IOException {
    try (var socket = connect()) {
      socket
          .getOutputStream()
          .write(head("/v1/orders/finish", "Content-Length: 2\r\nExpect: 100-continue"));
      var buffer = new byte[25];
      var read = socket.getInputStream().readNBytes(buffer, 0, 25);
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(buffer, 0, read, ISO_8859_1));
      socket.getOutputStream().write("{}".getBytes(ISO_8859_1));
      assertTrue(RawClient.read(socket).startsWith("HTTP/1.1 422 "));
    }
    try (var socket = connect()) {
      socket
          .getOutputStream()
          .write(head("/v1/orders/finish", "Content-Length: 2097152\r\nExpect: 100-continue"));
      assertTrue(RawClient.read(socket).startsWith("HTTP/1.1 413 "));
    }
  }

  @Test
  void does_not_wait_for_ever_for_a_body() throws IOException {
    var hasty = new Bounds(100, Duration.ofMillis(50), 1, Duration.ofSeconds(75));
    try (var other = Served.start(HttpSettings.standard().withBounds(hasty));
        var socket = connect(other)) {
      socket.getOutputStream().write(head("/v1/orders/finish", "Content-Length: 20"));
      socket.getOutputStream().write("{\"id\"".getBytes(ISO_8859_1));

      assertTrue(RawClient.read(socket).startsWith("HTTP/1.1 408 "));
    }
  }

  @Test
  void answers_requests_that_come_one_behind_the_other() throws IOException {
    try (var socket = connect()) {
      var get = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write((get + get + get).getBytes(ISO_8859_1));
      socket.shutdownOutput();
      var all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

      assertEquals(3, all.split("HTTP/1.1 200 ", -1).length - 1, all);
    }
  }

  @Test
  void answers_head_like_get_without_the_body() {
    var get = served.api.get("/v1/balance");
    var head = served.api.send("HEAD", "/v1/balance", "");

    assertEquals(200, head.status());
    assertEquals("", head.body());
    assertEquals(get.header("Content-Length"), head.header("Content-Length"));
  }

  @Test
  void echoes_a_sane_request_id_and_makes_one_otherwise() {
    assertEquals("abc-1.2_Z", idOf("abc-1.2_Z"));
    assertTrue(idOf("bad id\u00E4").matches("[0-9a-f]{32}"));
    assertTrue(idOf("x".repeat(65)).matches("[0-9a-f]{32}"));
    assertTrue(served.api.get("/v1/balance").header("X-Request-Id").isPresent());
  }

  private String idOf(String given) {
    return served
        .api
        .with("X-Request-Id", given.replace("\u00E4", "!"))
        .get("/v1/balance")
        .header("X-Request-Id")
        .orElse("");
  }

  @Test
  void refuses_what_is_too_much_at_once_and_still_says_that_it_lives() throws Exception {
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    served.codeport.finish = (account, id) -> held(entered, leave);
    var first = CompletableFuture.supplyAsync(() -> finish(served.api));
    assertTrue(entered.await(5, TimeUnit.SECONDS));

    var second = served.api.get("/v1/balance");
    var health = served.stranger.send("GET", "/healthz", "");
    leave.countDown();

    assertEquals("SERVICE_UNAVAILABLE", second.code());
    assertEquals("1", second.header("Retry-After").orElse(""));
    assertEquals(200, health.status());
    assertEquals(200, first.get(5, TimeUnit.SECONDS).status());
    assertEquals(200, served.api.get("/v1/balance").status());
  }

  @Test
  void finishes_what_runs_before_it_stops_and_takes_nothing_more() throws Exception {
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    served.codeport.finish = (account, id) -> held(entered, leave);
    var running = CompletableFuture.supplyAsync(() -> finish(served.api));
    assertTrue(entered.await(5, TimeUnit.SECONDS));

    var stopping = CompletableFuture.runAsync(served::close);
    awaitRefusal();
    assertFalse(stopping.isDone());
    leave.countDown();

    assertEquals(200, running.get(5, TimeUnit.SECONDS).status());
    stopping.get(5, TimeUnit.SECONDS);
  }

  @Test
  void does_not_wait_longer_than_it_may_for_what_hangs() throws Exception {
    var hasty = Served.start(HttpSettings.standard().withDrain(Duration.ofMillis(100)));
    var entered = new CountDownLatch(1);
    hasty.codeport.finish = (account, id) -> held(entered, new CountDownLatch(1));
    var hanging = CompletableFuture.supplyAsync(() -> finish(hasty.api));
    assertTrue(entered.await(5, TimeUnit.SECONDS));

    hasty.close();

    assertThrows(ExecutionException.class, () -> hanging.get(5, TimeUnit.SECONDS));
  }

  private void awaitRefusal() {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (System.nanoTime() < until) {
      try {
        connect().close();
      } catch (IOException e) {
        return;
      }
    }
    throw new AssertionError("it still accepts");
  }

  private static FinishOrder.Result held(CountDownLatch entered, CountDownLatch leave) {
    entered.countDown();
    try {
      assertTrue(leave.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new FinishOrder.Finished(Given.shown(Given.received(511).complete(Given.NOW).order()));
  }

  private static Api.Answer finish(Api api) {
    return api.post("/v1/orders/finish", "{\"id\":511}");
  }

  @Test
  void cannot_listen_where_somebody_else_does() {
    var taken = served.server().port();

    assertThrows(
        IllegalStateException.class,
        () -> Served.start(HttpSettings.standard().onPort(taken), taken).close());
  }

  private Socket connect() throws IOException {
    return connect(served);
  }

  private static Socket connect(Served served) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), served.server().port());
    socket.setSoTimeout(5000);
    return socket;
  }

  private static byte[] head(String path, String headers) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + Served.KEY
            + "\r\n"
            + headers
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }
}
