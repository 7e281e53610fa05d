package dev.codeport.http.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.TakeReceipts;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.verification.Callback;
import dev.codeport.http.Api;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.Served;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiptEndpointTest {
  private static final String AT = "/callbacks/senders/twilio-eu";

  private final Served served =
      Served.start(HttpSettings.standard().at(URI.create("https://otp.example.com/in/")));
  private final FakeVerification verification = served.codeport.verification;

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void what_came_is_handed_over_as_it_came_under_the_public_address() {
    verification.taken = TakeReceipts.Result.TAKEN;
    var body = "MessageSid=SM1&MessageStatus=delivered&Body=%C3%A4 +&";

    var answer =
        served
            .stranger
            .with("X-Twilio-Signature", "abc=")
            .with("X-Twice", "1")
            .with("X-Twice", "2")
            .send("POST", AT + "?bodySHA256=00ff&a=%2F", body);

    assertEquals(204, answer.status());
    assertEquals("", answer.body());
    var callback = callback();
    assertEquals("POST", callback.method());
    assertEquals(
        "https://otp.example.com/in/callbacks/senders/twilio-eu?bodySHA256=00ff&a=%2F",
        callback.url().toString());
    assertEquals(body, callback.body());
    assertEquals(Optional.of("abc="), callback.header("x-twilio-signature"));
    assertEquals(Optional.empty(), callback.header("x-twice"));
  }

  @Test
  void a_gateway_may_call_with_all_it_tells_in_the_query() {
    verification.taken = TakeReceipts.Result.TAKEN;

    var told = AT + "?secret=0123&messageId=0C%2B1&status=delivered";
    var answer = served.stranger.send("GET", told, "");

    assertEquals(204, answer.status());
    assertEquals("GET", callback().method());
    assertEquals(
        "https://otp.example.com/in/callbacks/senders/twilio-eu"
            + "?secret=0123&messageId=0C%2B1&status=delivered",
        callback().url().toString());
    assertEquals("", callback().body());
  }

  @Test
  void each_result_has_a_status_of_its_own() {
    assertProblem(post(TakeReceipts.Result.FORGED), 403, "forged-callback");
    assertProblem(post(TakeReceipts.Result.UNREADABLE), 400, "unreadable-callback");
    assertProblem(post(TakeReceipts.Result.UNKNOWN), 404, "not-found");
  }

  @Test
  void a_name_that_no_sender_can_have_is_unknown() {
    for (var name : new String[] {"A", "x_y", "-x", "a".repeat(41), "%2e%2e"}) {
      var answer = served.stranger.send("POST", "/callbacks/senders/" + name, "x");
      assertProblem(answer, 404, "not-found");
    }
    assertTrue(verification.asked.isEmpty());
  }

  @Test
  void no_key_is_asked_for_and_no_limit_of_keys_counts() {
    served.decision = new Decision.Denied(Duration.ofSeconds(1));

    assertEquals(204, post(TakeReceipts.Result.TAKEN).status());
  }

  @Test
  void without_a_public_address_the_one_that_was_called_counts() {
    try (var plain = Served.start()) {
      plain.stranger.send("POST", AT, "x");

      var callback = assertInstanceOf(Callback.class, plain.codeport.verification.asked.getFirst());
      assertEquals(plain.server().url() + AT, callback.url().toString());
    }
  }

  private Api.Answer post(TakeReceipts.Result result) {
    verification.taken = result;
    return served.stranger.send("POST", AT, "x");
  }

  private Callback callback() {
    return assertInstanceOf(Callback.class, verification.asked.getFirst());
  }

  private static void assertProblem(Api.Answer answer, int status, String type) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
