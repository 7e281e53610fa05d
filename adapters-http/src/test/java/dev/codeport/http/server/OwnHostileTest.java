package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.HttpSettings;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Our own API answers whatever nobody should send with a problem, and never with a fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnHostileTest {
  private final Served served = Served.start(HttpSettings.standard());

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void no_body_breaks_any_post() throws IOException {
    var posts =
        Own.operations().stream()
            .filter(operation -> operation.startsWith("POST "))
            .map(operation -> operation.substring(5).replace("{id}", "5"))
            .toList();
    assertTrue(posts.size() >= 7);
    for (var path : posts) {
      var bodies =
          Stream.concat(
              HostileRequests.bodies().stream(),
              path.equals("/api/orders") ? HostileRequests.largeBodies().stream() : Stream.of());
      for (var body : bodies.toList()) {
        var answer = raw("POST", path, body.getBytes(UTF_8));

        assertRefused(answer, path + " " + body.substring(0, Math.min(80, body.length())));
      }
    }
  }

  @Test
  void no_target_breaks_any_get() throws IOException {
    for (var target : targets()) {
      var answer = raw("GET", target, new byte[0]);

      assertRefused(answer, target);
    }
  }

  private static List<String> targets() {
    var targets = new ArrayList<String>();
    for (var id :
        List.of("0", "-1", "x", "1e3", "%00", "%FF", "1%0d%0aX:y", "99999999999999999999", "٣")) {
      var encoded = new String(id.getBytes(UTF_8), ISO_8859_1);
      for (var rest : List.of("", "/messages", "/timeline", "/events", "/reactivate")) {
        targets.add("/api/orders/" + encoded + rest);
      }
      targets.add("/api/verifications/" + encoded);
    }
    for (var query :
        List.of(
            "%",
            "limit=%zz",
            "limit=%00",
            "limit=1&limit=2",
            "cursor=%ED%A0%80",
            "cursor=" + "A".repeat(500),
            "status=%FF",
            "x=1",
            "limit=9999999999999999999999")) {
      targets.add("/api/orders?" + query);
      targets.add("/api/ledger?" + query);
      targets.add("/api/catalog/offers?" + query);
      targets.add("/api/verifications?" + query);
    }
    targets.addAll(
        List.of(
            "/api",
            "/api/",
            "/api/orders/5/nothing",
            "/API/orders",
            "/api/problems/%00",
            "/api/events?after=%D9%A1",
            "/api/events?after=1&after=2",
            "/api/catalog/platforms?country=%F0%9F%98%80",
            "/api/verifications?phone=%2B0",
            "/api/verifications?state=SENT",
            "/api/verifications/0123456789ABCDEF0123456789ABCDEF",
            "/api/orders/..%2f..%2fetc"));
    return targets;
  }

  @Test
  void headers_that_nobody_should_send_are_refused_by_name() throws IOException {
    for (var header :
        List.of(
            "Idempotency-Key: a\r\nIdempotency-Key: b",
            "Idempotency-Key: \u00e4",
            "Idempotency-Key: \"a",
            "Idempotency-Key: a\u0001b",
            "Idempotency-Key: " + "a".repeat(256))) {
      var answer = raw("POST", "/api/orders", "{\"product_id\":88}".getBytes(UTF_8), header);

      assertTrue(answer.startsWith("HTTP/1.1 400 "), header + "\n" + answer);
    }
  }

  private void assertRefused(String answer, String what) {
    var status = Integer.parseInt(answer.substring(9, 12));
    assertTrue(status >= 400 && status < 500, what + "\n" + answer);
    assertTrue(answer.contains("application/problem+json") || status == 400, what + "\n" + answer);
  }

  private String raw(String method, String target, byte[] body, String... headers)
      throws IOException {
    var head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + Served.KEY
            + "\r\n"
            + (headers.length == 0 ? "Idempotency-Key: k\r\n" : headers[0] + "\r\n")
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), served.server().port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      socket.getOutputStream().write(body);
      var answer = RawClient.read(socket);
      assertEquals("HTTP/1.1 ", answer.substring(0, 9), target);
      return answer;
    }
  }
}
