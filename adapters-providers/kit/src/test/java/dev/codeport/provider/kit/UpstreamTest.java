package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UpstreamTest {
  private static final OkHttpClient CLIENT = Upstream.client(16);
  private static final UpstreamLimits SHORT =
      UpstreamLimits.STANDARD.withDeadline(Duration.ofMillis(400));

  private final Upstream upstream = upstream(SHORT);

  private static Upstream upstream(UpstreamLimits limits) {
    return new Upstream(
        CLIENT, limits, List.of("s3cret/key"), Judge::byStatus, InstantSource.fixed(Instant.EPOCH));
  }

  private Reply call(RawServer server) {
    return upstream.call(server.request(), upstream.deadline());
  }

  @Test
  void an_answer_is_whole_whatever_its_status() throws IOException {
    try (var server = RawServer.answering(RawServer.http(503, "Retry-After: 7\r\n", "später"))) {
      var expected = new Reply.Answered(503, "später", Optional.of(Duration.ofSeconds(7)));

      assertEquals(expected, call(server));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "99999999999999", "Wed, 21 Oct 2015 07:28:00 GMT"})
  void a_retry_after_that_is_no_time_is_none(String value) throws IOException {
    try (var server =
        RawServer.answering(RawServer.http(429, "Retry-After: " + value + "\r\n", ""))) {
      assertEquals(new Reply.Answered(429, "", Optional.empty()), call(server));
    }
  }

  @Test
  void a_redirect_is_an_answer() throws IOException {
    try (var target = RawServer.answering(RawServer.http(200, "", "elsewhere"));
        var server =
            RawServer.answering(
                RawServer.http(302, "Location: " + target.url() + "\r\n", "moved"))) {
      assertEquals(302, assertInstanceOf(Reply.Answered.class, call(server)).status());
      assertEquals(0, target.requests());
    }
  }

  @Test
  void where_nobody_listens_nothing_was_sent() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var request = new Request.Builder().url("http://127.0.0.1:" + port + "/").build();

    assertInstanceOf(Reply.NotSent.class, upstream.call(request, upstream.deadline()));
  }

  @Test
  void a_name_without_an_address_is_not_sent() {
    var request = new Request.Builder().url("http://nobody.invalid/").build();

    assertInstanceOf(Reply.NotSent.class, upstream.call(request, upstream.deadline()));
  }

  @Test
  void a_server_that_speaks_no_tls_got_nothing() throws IOException {
    try (var server = RawServer.answering("HTTP/1.1 400 no\r\n\r\n")) {
      var request =
          new Request.Builder().url("https://127.0.0.1:" + server.url().port() + "/").build();

      assertInstanceOf(Reply.NotSent.class, upstream.call(request, upstream.deadline()));
    }
  }

  @Test
  void silence_after_the_request_is_lost_at_the_deadline_and_asked_once() throws IOException {
    try (var server = RawServer.that((self, connection, out) -> self.hang())) {
      var start = System.nanoTime();

      assertInstanceOf(Reply.Lost.class, call(server));

      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 2000);
      assertEquals(1, server.requests());
    }
  }

  @Test
  void a_byte_now_and_then_does_not_keep_a_call_alive() throws IOException {
    try (var server =
        RawServer.that(
            (self, connection, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(US));
              for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
              }
            })) {
      var start = System.nanoTime();

      assertInstanceOf(Reply.Lost.class, call(server));
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1500);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain",
        "HTTP/1.1 99999999999 OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
      })
  void what_is_no_whole_answer_of_http_is_lost_and_not_asked_again(String raw) throws IOException {
    try (var server = RawServer.answering(raw)) {
      assertInstanceOf(Reply.Lost.class, call(server));
      assertEquals(1, server.requests());
    }
  }

  @Test
  void a_reset_connection_is_lost_and_not_asked_again() throws IOException {
    try (var server = RawServer.that((self, connection, out) -> connection.setSoLinger(true, 0))) {
      assertInstanceOf(Reply.Lost.class, call(server));
      assertEquals(1, server.requests());
    }
  }

  @Test
  void more_than_the_cap_is_lost_declared_or_not() throws IOException {
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    try (var declared =
            RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\nabc");
        var endless =
            RawServer.that(
                (self, connection, out) -> {
                  out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US));
                  for (int i = 0; i < 10_000; i++) {
                    out.write(chunk.getBytes(US));
                  }
                })) {
      assertInstanceOf(Reply.Lost.class, call(declared));
      assertInstanceOf(Reply.Lost.class, call(endless));
    }
  }

  @Test
  void a_packed_bomb_is_lost_by_its_unpacked_size() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[50 << 20]);
    }
    try (var server =
        RawServer.that(
            (self, connection, out) -> {
              var head =
                  "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                      + packed.size()
                      + "\r\n\r\n";
              out.write(head.getBytes(US));
              packed.writeTo(out);
            })) {
      assertInstanceOf(Reply.Lost.class, call(server));
    }
  }

  @Test
  void an_answer_of_just_the_cap_is_whole() throws IOException {
    var body = "x".repeat(1000);
    try (var server = RawServer.answering(RawServer.http(200, "", body))) {
      assertInstanceOf(
          Reply.Answered.class, upstream.call(server.request(), upstream.deadline(), 1000));
      assertInstanceOf(Reply.Lost.class, upstream.call(server.request(), upstream.deadline(), 999));
    }
  }

  @Test
  void a_call_beyond_the_concurrency_is_not_sent() throws Exception {
    var entered = new CountDownLatch(1);
    var narrow =
        upstream(UpstreamLimits.STANDARD.withConcurrency(1).withPatience(Duration.ofMillis(20)));
    try (var server =
            RawServer.that(
                (self, connection, out) -> {
                  entered.countDown();
                  self.hang();
                });
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> narrow.call(server.request(), narrow.deadline()));
      entered.await();

      assertInstanceOf(Reply.NotSent.class, narrow.call(server.request(), narrow.deadline()));

      server.release();
      assertInstanceOf(Reply.Lost.class, first.get());
      assertEquals(1, server.requests());
    }
  }

  @Test
  void a_call_whose_time_is_over_is_not_sent() throws IOException {
    try (var server = RawServer.answering(RawServer.http(200, "", ""))) {
      var reply = upstream.call(server.request(), Deadline.in(Duration.ZERO));

      assertInstanceOf(Reply.NotSent.class, reply);
      assertEquals(0, server.requests());
    }
  }

  @Test
  void a_thread_that_was_interrupted_sends_nothing_and_stays_interrupted() throws Exception {
    try (var server = RawServer.answering(RawServer.http(200, "", ""))) {
      Thread.currentThread().interrupt();

      var reply = call(server);

      assertTrue(Thread.interrupted());
      assertInstanceOf(Reply.NotSent.class, reply);
      assertEquals(0, server.requests());
    }
  }

  @Test
  void many_calls_at_once_are_all_answered_over_few_connections() throws Exception {
    var limits = UpstreamLimits.STANDARD.withConcurrency(4);
    var narrow = upstream(limits);
    try (var server = RawServer.answering(RawServer.http(200, "Connection: close\r\n", "ok"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          threads.invokeAll(
              Collections.nCopies(200, () -> narrow.call(server.request(), narrow.deadline())));
      for (var each : running) {
        assertInstanceOf(Reply.Answered.class, each.get());
      }
      assertEquals(200, server.requests());
    }
  }

  @Test
  void a_key_never_shows() {
    assertEquals("at ***", upstream.redact("at s3cret/key"));
    assertEquals("at ?k=***&", upstream.redact("at ?k=s3cret%2Fkey&"));
    assertFalse(new Reply.Answered(200, "482913", Optional.empty()).toString().contains("482913"));
  }

  @Test
  void more_calls_than_the_rate_allows_are_not_sent_and_say_when_they_may() throws IOException {
    var seldom = upstream(UpstreamLimits.STANDARD.withRate(CallRate.perMinute(1)));
    try (var server = RawServer.answering(RawServer.http(200, CLOSE, "ok"))) {
      assertInstanceOf(Reply.Answered.class, seldom.call(server.request(), seldom.deadline()));

      var second = seldom.call(server.request(), seldom.deadline());

      var notSent = assertInstanceOf(Reply.NotSent.class, second);
      assertTrue(notSent.retryAfter().orElseThrow().compareTo(Duration.ofMinutes(1)) <= 0);
      assertTrue(notSent.retryAfter().orElseThrow().compareTo(Duration.ofSeconds(30)) > 0);
      assertEquals(1, server.requests());
    }
  }

  @Test
  void a_call_waits_for_its_turn_when_there_is_time() throws IOException {
    var brisk = upstream(UpstreamLimits.STANDARD.withRate(CallRate.perSecond(50)));
    try (var server = RawServer.answering(RawServer.http(200, CLOSE, "ok"))) {
      for (int i = 0; i < 10; i++) {
        assertInstanceOf(Reply.Answered.class, brisk.call(server.request(), brisk.deadline()));
      }
      assertEquals(10, server.requests());
    }
  }

  @Test
  void a_vendor_that_breaks_down_is_bought_from_no_more_and_nothing_is_sent() throws IOException {
    var careful = upstream(UpstreamLimits.STANDARD);
    try (var server = RawServer.answering(RawServer.http(503, CLOSE, "down"))) {
      for (int i = 0; i < CircuitSettings.STANDARD.failures(); i++) {
        assertInstanceOf(Reply.Answered.class, careful.buy(server.request(), careful.deadline()));
      }

      var next = careful.buy(server.request(), careful.deadline());

      assertEquals(
          Optional.of(CircuitSettings.STANDARD.pause()),
          assertInstanceOf(Reply.NotSent.class, next).retryAfter());
      assertEquals(CircuitSettings.STANDARD.failures(), server.requests());
      assertFalse(careful.health().sells());
    }
  }

  @Test
  void calls_that_we_ourselves_did_not_send_or_hardly_waited_for_say_nothing_of_a_vendor()
      throws IOException {
    var careful = upstream(UpstreamLimits.STANDARD);
    try (var server = RawServer.that((self, connection, out) -> self.hang())) {
      for (int i = 0; i < 10; i++) {
        careful.buy(server.request(), Deadline.in(Duration.ZERO));
        careful.buy(server.request(), Deadline.in(Duration.ofMillis(20)));
      }

      assertTrue(careful.health().sells());
      assertEquals(0, careful.health().failures());
    }
  }

  private static final String CLOSE = "Connection: close\r\n";
  private static final Charset US = StandardCharsets.US_ASCII;
}
