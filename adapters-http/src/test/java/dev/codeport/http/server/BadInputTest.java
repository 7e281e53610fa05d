package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.Contract;
import dev.codeport.http.Served;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is sent, the answer is clean: never a 5xx, never a trace, and the server lives on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final Pattern TRACES =
      Pattern.compile("Exception|\\tat |java\\.|jackson|vertx|netty|\\(silent\\)");
  private static final List<String> OPERATIONS =
      List.of(
          "POST /v1/orders/create",
          "POST /v2/orders/create",
          "POST /v1/orders/cancel",
          "POST /v2/orders/finish",
          "POST /v1/orders/resend",
          "POST /v2/orders/reactivate",
          "PATCH /v1/webhook",
          "PATCH /v2/webhook",
          "POST /api/admin/accounts",
          "POST /api/admin/accounts/1/top-ups",
          "PUT /api/admin/accounts/1/exemptions",
          "PUT /api/admin/exchange-rates/USD/IDR",
          "PUT /api/admin/markups",
          "PUT /api/admin/fraud/entries",
          "POST /auth/send-otp",
          "POST /auth/verify-otp",
          "POST /sandbox/messages",
          "POST /sandbox/clock");

  private Served served;

  @BeforeAll
  void start() {
    served = Served.start();
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @AfterEach
  void lives_on() {
    assertEquals(200, served.stranger.send("GET", "/healthz", "").status());
  }

  @Test
  void refuses_every_hostile_body_of_every_operation() throws IOException {
    var bodies = HostileRequests.bodies();
    for (var operation : OPERATIONS) {
      refuses(operation, bodies);
    }
    assertTrue(bodies.size() * OPERATIONS.size() >= 150);
  }

  @Test
  void refuses_bodies_that_are_as_large_as_they_may_be() throws IOException {
    for (var operation : List.of("POST /v1/orders/cancel", "PUT /api/admin/markups")) {
      refuses(operation, HostileRequests.largeBodies());
    }
  }

  private void refuses(String operation, List<String> bodies) throws IOException {
    for (var body : bodies) {
      var answer = raw(operation, body.getBytes(UTF_8));
      assertClean(answer, 422, operation + " " + body);
      assertValidJson(operation, answer);
    }
  }

  @Test
  void refuses_bytes_that_are_no_text() throws IOException {
    for (var bytes :
        List.of(
            "\u00FF\u00FE{\u0000",
            "{\"id\":\"\u00C0\u0080\"}",
            "{\"id\":\"\u00ED\u00A0\u0080\"}",
            "\u0080",
            "{\"id\":\"\u00F8\u0088\u0080\u0080\u0080\"}")) {
      for (var operation : OPERATIONS) {
        assertClean(raw(operation, bytes.getBytes(ISO_8859_1)), 422, operation);
      }
    }
  }

  @Test
  void answers_every_hostile_target_with_a_plain_no() throws IOException {
    for (var target : HostileRequests.targets()) {
      var answer = RawClient.exchange(port(), request("GET", target, new byte[0]));
      var status = assertClean(answer, 0, target);
      assertTrue(status >= 400 && status < 500, target + " " + status);
    }
  }

  @Test
  void survives_what_is_not_quite_http() throws IOException {
    for (var garbage : HostileRequests.garbage()) {
      var answer = RawClient.exchange(port(), garbage);
      if (!answer.isEmpty()) {
        var status = assertClean(answer, 0, shown(garbage));
        assertTrue(status < 500, shown(garbage) + " " + status);
      }
    }
  }

  /** This answer is the protocol layer's own; there is no 4xx for it. */
  @Test
  void speaks_no_other_protocol() throws IOException {
    for (var version : List.of("HTTP/9.9", "FTP/1.1", "HTTP/2.0")) {
      var answer = RawClient.exchange(port(), "GET /healthz " + version + "\r\nHost: x\r\n\r\n");
      assertTrue(answer.startsWith(version + " 501 "), answer);
    }
  }

  @Test
  void refuses_methods_that_a_path_does_not_know_and_names_those_it_knows() throws IOException {
    for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "POST")) {
      var answer = RawClient.exchange(port(), request(method, "/v1/balance", new byte[0]));
      assertClean(answer, 405, method);
      assertTrue(
          answer.contains("Allow: GET, HEAD") || answer.contains("allow: GET, HEAD"), answer);
    }
    assertClean(
        RawClient.exchange(port(), request("DELETE", "/api/admin/accounts", new byte[0])), 405, "");
    assertClean(
        RawClient.exchange(port(), request("GET", "/v2/orders/create", new byte[0])), 405, "");
  }

  private String raw(String operation, byte[] body) throws IOException {
    var space = operation.indexOf(' ');
    return RawClient.exchange(
        port(), request(operation.substring(0, space), operation.substring(space + 1), body));
  }

  private static byte[] request(String method, String target, byte[] body) {
    var key = target.startsWith("/api") ? Served.ADMIN : Served.KEY;
    var head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + key
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return com.google.common.primitives.Bytes.concat(head.getBytes(ISO_8859_1), body);
  }

  private int port() {
    return served.server().port();
  }

  private static int assertClean(String answer, int wanted, String what) {
    assertTrue(answer.startsWith("HTTP/1."), shown(what) + " -> " + shown(answer));
    var status = Integer.parseInt(answer.substring(9, 12));
    if (wanted > 0) {
      assertEquals(wanted, status, shown(what) + " -> " + shown(answer));
    }
    assertTrue(!TRACES.matcher(answer).find(), shown(what) + " -> " + shown(answer));
    return status;
  }

  private static void assertValidJson(String operation, String answer) {
    var body = Contract.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    if (operation.contains(" /v")) {
      Contract.assertSchema("ErrorResponse", body);
      assertTrue(body.at("/error/details/field").isTextual(), answer);
    } else {
      assertEquals("urn:codeport:problem:invalid", body.get("type").textValue());
      assertTrue(body.at("/errors/0/field").isTextual(), answer);
    }
  }

  private static String shown(String text) {
    return text.length() > 600 ? text.substring(0, 600) + "…" : text;
  }
}
