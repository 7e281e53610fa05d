package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.Served;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code handler_api.php} answers whatever nobody should send with a word, and never a fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StubsHostileTest {
  private static final String PATH = "/stubs/handler_api.php";
  private static final List<String> ACTIONS =
      List.of(
          "getNumber",
          "getNumberV2",
          "getStatus",
          "getStatusV2",
          "getFullSms",
          "setStatus",
          "getPrices",
          "getNumbersStatus",
          "getOperators",
          "getHistory",
          "getServicesList",
          "getTopCountriesByService",
          "checkExtraActivation",
          "getExtraActivation");
  private static final List<String> VALUES =
      List.of(
          "",
          "%",
          "%zz",
          "%00",
          "%FF",
          "%ED%A0%80",
          "%F0%9F%98%80",
          "%D9%A1",
          "-1",
          "0",
          "1e400",
          "NaN",
          "9".repeat(400),
          "..%2f..%2fetc",
          "a%0d%0aX:%20y",
          "%3Cscript%3E",
          "%27%20OR%201=1--",
          ",,,,",
          "x&id=5",
          "x&service=wa&service=tg");

  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void no_parameter_breaks_any_action() throws IOException {
    for (var query : queries()) {
      var answer = raw("GET", PATH + "?api_key=" + Served.KEY + "&" + query, new byte[0], "");

      assertWord(answer, query);
    }
  }

  private static List<String> queries() {
    var queries = new ArrayList<String>();
    for (var action : ACTIONS) {
      for (var value : VALUES) {
        queries.add("action=" + action + "&id=5&status=" + value);
        queries.add("action=" + action + "&id=" + value + "&activationId=" + value);
        queries.add("action=" + action + "&service=" + value + "&country=6");
        queries.add("action=" + action + "&service=wa&country=" + value);
        queries.add("action=" + action + "&service=wa&country=6&operator=" + value);
        queries.add("action=" + action + "&service=wa&country=6&maxPrice=" + value);
        queries.add("action=" + action + "&service=wa&country=6&orderId=" + value);
        queries.add("action=" + action + "&start=" + value + "&limit=" + value);
      }
    }
    VALUES.forEach(value -> queries.add("action=" + value));
    return queries;
  }

  @Test
  void no_body_breaks_it() throws IOException {
    for (var body : HostileRequests.bodies()) {
      for (var type : List.of("", "application/json", "application/x-www-form-urlencoded")) {
        var target = PATH + "?api_key=" + Served.KEY + "&action=getBalance";

        assertWord(raw("POST", target, body.getBytes(UTF_8), type), type + " " + body);
      }
    }
  }

  @Test
  void no_key_gets_in_or_comes_back() throws IOException {
    for (var value : VALUES) {
      var answer = raw("GET", PATH + "?action=getBalance&api_key=" + value, new byte[0], "");

      assertWord(answer, value);
      assertFalse(answer.contains("ACCESS_"), value + "\n" + answer);
    }
  }

  private static void assertWord(String answer, String what) {
    var status = Integer.parseInt(answer.substring(9, 12));
    assertTrue(status < 500, what + "\n" + answer);
    var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertTrue(status == 400 || body.matches("[A-Z_]+(:.*)?|[{\\[].*"), () -> what + "\n" + answer);
    assertFalse(answer.contains(Served.KEY), what);
  }

  private String raw(String method, String target, byte[] body, String type) throws IOException {
    var head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: x\r\n"
            + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
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
