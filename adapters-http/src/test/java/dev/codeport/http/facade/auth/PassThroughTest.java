package dev.codeport.http.facade.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.application.verification.PassCodes;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.http.Api;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import dev.codeport.http.server.Origins;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two routes when nothing is kept; every answer is held against the document. */
class PassThroughTest {
  private static final String WANTED = "{\"phone\":\"+14155550100\"}";
  private static final PassCodes.Ticket TICKET = new PassCodes.Ticket("paper.a-handle.signed");

  private final Served served =
      Served.start(
          HttpSettings.standard()
              .withAuth(new AuthSettings(new Origins(List.of()), Optional.empty(), true)));
  private final FakeVerification verification = served.codeport.verification;
  private final Own api = Own.over(served.api);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void the_ticket_is_the_request_id() {
    verification.passed = new PassCodes.Passed(TICKET, Given.NOW.plusSeconds(300));

    var answer = api.post("/auth/send-otp", WANTED);

    assertEquals(200, answer.status());
    assertEquals(
        "{\"request_id\":\"paper.a-handle.signed\",\"expires_at\":\"2031-01-02T03:05:00Z\"}",
        answer.body());
    assertEquals(List.of("+14155550100"), verification.asked);
  }

  @Test
  void the_ticket_is_checked_as_it_was_given() {
    verification.guessed = new PassCodes.Right();
    var right = verify("123456");
    verification.guessed = new PassCodes.Wrong();
    var wrong = verify("000000");
    verification.guessed = new PassCodes.Unavailable(Optional.of(Duration.ofSeconds(2)));
    var away = verify("123456");

    assertEquals("{\"verified\":true}", right.body());
    assertEquals("{\"verified\":false}", wrong.body());
    assertProblem(away, 503, "check-unavailable");
    assertEquals(new FakeVerification.Guessed(TICKET, "123456"), verification.asked.getFirst());
  }

  @Test
  void refusals_are_those_of_our_own_api() {
    assertProblem(sent(new PassCodes.NotANumber()), 422, "not-a-phone-number");
    assertProblem(
        sent(new PassCodes.Blocked(new Finding("region", Mode.BLOCK, "AQ", ""))),
        403,
        "region-not-allowed");
    assertProblem(sent(new PassCodes.PhoneLimited(Duration.ofSeconds(1))), 429, "phone-limited");
    assertProblem(
        sent(new PassCodes.AddressLimited(Duration.ofSeconds(1))), 429, "address-limited");
    assertProblem(sent(new PassCodes.NoSender()), 409, "no-sender");
    assertProblem(
        sent(new PassCodes.NotSent(new SendResult.Refused(SendResult.Reason.FRAUD, "x"))),
        502,
        "send-refused");
    assertProblem(
        sent(new PassCodes.NotSent(new SendResult.Unavailable(Optional.empty(), "x"))),
        503,
        "senders-unavailable");
    assertProblem(
        sent(new PassCodes.NotSent(new SendResult.Unknown("timeout"))), 502, "send-uncertain");
  }

  @Test
  void malformed_input_names_the_field() {
    assertProblem(api.post("/auth/send-otp", "{}"), 422, "invalid");
    assertProblem(verify("12"), 422, "malformed-code");
    assertProblem(api.post("/auth/verify-otp", "{\"code\":\"123456\"}"), 422, "invalid");
  }

  @Test
  void the_other_doors_are_as_before() {
    var answer = api.post("/api/verifications", WANTED);

    assertProblem(answer, 422, "not-a-phone-number");
    assertEquals(1, verification.asked.size());
  }

  private Api.Answer sent(PassCodes.Sent result) {
    verification.passed = result;
    return api.post("/auth/send-otp", WANTED);
  }

  private Api.Answer verify(String code) {
    return api.post(
        "/auth/verify-otp", "{\"request_id\":\"" + TICKET.text() + "\",\"code\":\"" + code + "\"}");
  }

  private static void assertProblem(Api.Answer answer, int status, String type) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
