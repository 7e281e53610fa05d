package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.Contract;
import dev.codeport.http.Served;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nobody should send to the doors by which codes are sent and checked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacadeHostileTest {
  private static final Pattern TRACES =
      Pattern.compile("Exception|\\tat |java\\.|jackson|vertx|netty|\\(silent\\)");
  private static final String SERVICE = "/v2/Services/VA" + "0".repeat(31) + "7";

  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void startmessaging_refuses_every_hostile_body_in_its_own_words() throws IOException {
    for (var path :
        List.of(
            "/otp/send",
            "/otp/verify",
            "/otp/resend",
            "/v1/auth/send-otp",
            "/v1/auth/verify-otp")) {
      for (var body : HostileRequests.bodies()) {
        var error = json(post(path, body.getBytes(UTF_8), 400)).get("error");
        assertEquals("INVALID_REQUEST", error.get("code").textValue(), path + " " + body);
      }
    }
    for (var body : HostileRequests.largeBodies()) {
      post("/otp/send", body.getBytes(UTF_8), 400);
    }
  }

  @Test
  void twilio_refuses_every_hostile_form_in_its_own_words() throws IOException {
    for (var path :
        List.of("/Verifications", "/VerificationCheck", "/Verifications/%2B14155550100")) {
      for (var body : HostileRequests.bodies()) {
        var error = json(post(SERVICE + path, body.getBytes(UTF_8), 400));
        assertEquals(60200, error.get("code").intValue(), path + " " + body);
        assertEquals(400, error.get("status").intValue());
      }
    }
    for (var body : HostileRequests.largeBodies()) {
      post(SERVICE + "/Verifications", body.getBytes(UTF_8), 400);
    }
  }

  @Test
  void a_callback_may_carry_any_bytes() throws IOException {
    for (var body : HostileRequests.bodies()) {
      post("/callbacks/senders/nobody", body.getBytes(UTF_8), 404);
    }
    post("/callbacks/senders/nobody", "\u00ff\u00fe\u0000\u00c0\u0080".getBytes(ISO_8859_1), 404);
    post("/callbacks/senders/nobody?a=%zz&b=|\"<>", new byte[0], 400);
  }

  @Test
  void no_hostile_target_finds_anything() throws IOException {
    for (var id : List.of("0", "-1", "%00", "%FF", "1%0d%0aX:y", "..%2f..%2fetc", "%F0%9F%98%80")) {
      for (var target :
          List.of(
              SERVICE + "/Verifications/" + id,
              "/v2/Services/" + id,
              "/sandbox/phones/" + id,
              "/otp/" + id,
              "/callbacks/senders/" + id)) {
        var answer =
            RawClient.exchange(served.server().port(), request("GET", target, new byte[0]));
        var status = clean(answer, target);
        assertTrue(status == 404 || status == 405, target + " " + answer);
      }
    }
  }

  private String post(String target, byte[] body, int status) throws IOException {
    var answer = RawClient.exchange(served.server().port(), request("POST", target, body));
    var what = target + " " + new String(body, 0, Math.min(80, body.length), UTF_8);
    assertEquals(status, clean(answer, what), what + "\n" + answer);
    return answer;
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String answer) {
    return Contract.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  private static int clean(String answer, String what) {
    assertTrue(answer.startsWith("HTTP/1."), what + "\n" + answer);
    assertFalse(TRACES.matcher(answer).find(), what + "\n" + answer);
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static byte[] request(String method, String target, byte[] body) {
    var basic = "AC" + "0".repeat(31) + "7:" + Served.KEY;
    var authorization =
        target.startsWith("/v2/")
            ? "Authorization: Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8))
            : "X-API-Key: " + Served.KEY;
    var head =
        "%s %s HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, target, authorization, body.length);
    return com.google.common.primitives.Bytes.concat(head.getBytes(ISO_8859_1), body);
  }
}
