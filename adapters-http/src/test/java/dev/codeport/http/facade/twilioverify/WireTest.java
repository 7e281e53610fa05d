package dev.codeport.http.facade.twilioverify;

import static dev.codeport.http.GivenVerification.shown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.StartVerification;
import dev.codeport.http.Api;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.GivenVerification;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.Served;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no SDK sends, and what none of them shows. */
class WireTest {
  private static final String SERVICE = "/v2/Services/VA" + "0".repeat(31) + "7";
  private static final String CREATE = SERVICE + "/Verifications";

  private final Served served =
      Served.start(HttpSettings.standard().at(URI.create("https://otp.example.com")));
  private final FakeVerification verification = served.codeport.verification;
  private final Api api = basic("AC" + "0".repeat(32) + ":" + Served.KEY);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void errors_have_the_four_legacy_fields_and_never_a_retry_after() {
    verification.start = command -> new StartVerification.PhoneLimited(Duration.ofSeconds(9));

    var answer = api.send("POST", CREATE, "To=%2B14155550100&Channel=sms");

    assertEquals(429, answer.status());
    assertEquals("application/json", answer.header("Content-Type").orElse(""));
    assertTrue(answer.header("Retry-After").isEmpty());
    assertEquals(
        "{\"code\":60203,\"message\":\"Max send attempts reached\","
            + "\"more_info\":\"https://www.twilio.com/docs/errors/60203\",\"status\":429,"
            + "\"details\":{\"retry_after\":9}}",
        answer.body());
  }

  @Test
  void a_verification_has_every_key() {
    verification.start = command -> new StartVerification.Accepted(shown(GivenVerification.sent()));

    var answer = api.send("POST", CREATE, "Channel=sms&To=%2B14155550100");

    assertEquals(201, answer.status());
    var keys = new TreeSet<String>();
    answer.json().fieldNames().forEachRemaining(keys::add);
    assertEquals(
        new TreeSet<>(
            List.of(
                "account_sid",
                "amount",
                "channel",
                "date_created",
                "date_updated",
                "lookup",
                "payee",
                "send_code_attempts",
                "service_sid",
                "sid",
                "sna",
                "status",
                "to",
                "url",
                "valid")),
        keys);
    assertTrue(answer.json().get("url").textValue().startsWith("https://otp.example.com/v2/"));
  }

  @Test
  void a_key_of_the_callers_own_is_taken_from_either_header() {
    for (var header : List.of("Idempotency-Key", "I-Twilio-Idempotency-Token")) {
      verification.asked.clear();
      api.with(header, "token-1").send("POST", CREATE, "To=%2B14155550100&Channel=sms");

      var command =
          assertInstanceOf(StartVerification.Command.class, verification.asked.getFirst());
      assertEquals("token-1", command.repeatable().orElseThrow().key().value());
    }
  }

  @Test
  void auto_is_answered_by_a_channel_that_there_is() {
    verification.start = command -> new StartVerification.Accepted(shown(GivenVerification.sent()));

    var answer = api.send("POST", CREATE, "To=%2B14155550100&Channel=auto");

    assertEquals("sms", answer.json().get("channel").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "To=%2B14155550100",
        "Channel=sms",
        "To=&Channel=sms",
        "To=%2B14155550100&Channel=sms&Channel=sms",
        "To=%2B14155550100&Channel=sms&Locale=en_US",
        "To=%2B14155550100&Channel=sms&CustomCode=123",
        "To=%2B14155550100&Channel=sms&AppHash=x",
        "To=%2B14155550100&Channel=sms&RateLimits={",
        "To=%2B14155550100&Channel=sms&RateLimits=[]",
        "To=%2B14155550100&Channel=sms&RateLimits={\"end_user_ip\":5}",
        "To=%2B14155550100&Channel=sms&RateLimits={\"end_user_ip\":\"x\"}",
        "To=%2B14155550100&Channel=sms&DeviceIp=x",
        "To=%&Channel=sms",
        "To=%zz&Channel=sms",
        "To=%00&Channel=sms",
        "To=%ED%A0%80&Channel=sms",
        "To=\u00ff&Channel=sms",
        "{\"To\":\"+14155550100\",\"Channel\":\"sms\"}",
        "&&&&====&&&",
        "\u0000\u0001"
      })
  void a_form_that_is_none_is_an_invalid_parameter(String form) {
    var answer = api.send("POST", CREATE, form);

    assertEquals(400, answer.status(), answer.body());
    assertEquals(60200, answer.json().get("code").intValue());
    assertTrue(verification.asked.isEmpty());
  }

  @Test
  void a_huge_form_is_refused_and_a_long_one_read() {
    var huge = api.send("POST", CREATE, "To=" + "1".repeat(10 << 20));
    var many = api.send("POST", CREATE, "a".repeat(500_000) + "&To=%2B1");

    assertEquals(413, huge.status());
    assertEquals(413, huge.json().get("status").intValue());
    assertEquals(400, many.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v2/Services/VA1",
        "GET /v2/Services/%00",
        "POST /v2/Services",
        "DELETE /v2/Services/VA00000000000000000000000000000007",
        "GET /v2/Services/VA00000000000000000000000000000007/Verifications",
        "GET /v2/Services/VA00000000000000000000000000000007/Verifications/%FF",
        "GET /v2/Services/VA00000000000000000000000000000007/Verifications/VE0",
        "GET /v2/Services/VA00000000000000000000000000000007/Verifications/%2B1",
        "GET /v2/Services/VA00000000000000000000000000000007/VerificationCheck",
        "GET /v2/Services/VA00000000000000000000000000000007/RateLimits",
        "GET /v2/Attempts/VL00000000000000000000000000000000",
        "GET /v2/Attempts/Summary",
        "POST /v2/SafeList/Numbers",
        "POST /2010-04-01/Accounts/AC0/Messages.json"
      })
  void whatever_else_there_is_at_twilio_is_not_found(String operation) {
    var space = operation.indexOf(' ');

    var answer = api.send(operation.substring(0, space), operation.substring(space + 1), "");

    assertEquals(404, answer.status(), answer.body());
    assertEquals(20404, answer.json().get("code").intValue());
    assertEquals(404, answer.json().get("status").intValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AC00000000000000000000000000000007",
        "AC00000000000000000000000000000007:",
        "AC00000000000000000000000000000007:cp_other",
        "ac00000000000000000000000000000007:cp_test_key",
        "AC7:cp_test_key",
        "USAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:cp_test_key",
        ":cp_test_key"
      })
  void who_is_not_let_in_is_told_so(String user) {
    var answer = basic(user).send("GET", SERVICE, "");

    assertEquals(401, answer.status());
    assertEquals(20003, answer.json().get("code").intValue());
    assertEquals("Basic realm=\"Twilio API\"", answer.header("WWW-Authenticate").orElse(""));
  }

  @Test
  void no_other_scheme_opens_this_door() {
    assertEquals(401, served.api.send("GET", SERVICE, "").status());
    assertEquals(
        401, served.stranger.with("X-API-Key", Served.KEY).send("GET", SERVICE, "").status());
    assertEquals(401, raw("Basic !!!!").send("GET", SERVICE, "").status());
    assertEquals(401, raw("Basic " + "A".repeat(3000)).send("GET", SERVICE, "").status());
  }

  @Test
  void the_smscode_api_beside_it_speaks_as_before() {
    assertTrue(served.api.send("GET", "/v2/nothing", "").json().has("success"));
    assertFalse(served.api.send("GET", "/v2/Services/x/y/z", "").json().has("success"));
  }

  private Api basic(String user) {
    return raw("Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)));
  }

  private Api raw(String authorization) {
    return served.stranger.with("Authorization", authorization);
  }
}
