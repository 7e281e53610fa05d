package dev.codeport.http.api.verification;

import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Codes are sent again and verifications canceled through our own API. */
class StepsTest extends Bench {
  @Test
  void a_code_is_sent_again_under_a_key() {
    verification.resent =
        new ResendVerification.Done(
            new StartVerification.Accepted(shown(GivenVerification.sent().again(Given.NOW))));

    var answer = api.keyed("again").post(ONE + "/resend", "");

    assertEquals(200, answer.status());
    assertEquals(2, answer.json().get("sends").intValue());
    assertEquals("2031-01-02T03:01:00Z", answer.json().at("/next/resend_at").textValue());
    var asked = assertInstanceOf(FakeVerification.Resent.class, verification.asked.getFirst());
    assertEquals("again", asked.repeatable().orElseThrow().key().value());
  }

  @Test
  void nothing_is_sent_again_for_what_has_ended_or_never_was() {
    assertProblem(api.post(ONE + "/resend", "{}"), 404, "not-found");
    verification.resent =
        new ResendVerification.Ended(shown(GivenVerification.failed(Verification.Reason.EXPIRED)));
    var ended = api.post(ONE + "/resend", "{}");
    verification.resent =
        new ResendVerification.Done(new StartVerification.PhoneLimited(Duration.ofSeconds(9)));
    var early = api.post(ONE + "/resend", "{}");

    assertProblem(ended, 409, "verification-ended");
    assertEquals("expired", ended.json().get("reason").textValue());
    assertProblem(early, 429, "phone-limited");
    assertProblem(api.post(ONE + "/resend", "{\"x\":1}"), 422, "invalid");
  }

  @Test
  void a_verification_is_canceled_however_often_it_is_asked_for() {
    var canceled = shown(GivenVerification.failed(Verification.Reason.CANCELED));
    verification.canceled = new CancelVerification.Canceled(canceled);
    var first = api.post(ONE + "/cancel", "");
    verification.canceled = new CancelVerification.Ended(canceled);
    var again = api.post(ONE + "/cancel", "{}");

    assertEquals(200, first.status());
    assertEquals("canceled", first.json().get("reason").textValue());
    assertEquals(first.body(), again.body());
  }

  @Test
  void what_was_verified_cannot_be_canceled() {
    assertProblem(api.post(ONE + "/cancel", ""), 404, "not-found");
    verification.canceled = new CancelVerification.Ended(shown(GivenVerification.verified()));

    var answer = api.post(ONE + "/cancel", "");

    assertProblem(answer, 409, "verification-ended");
    assertEquals("verified", answer.json().get("state").textValue());
  }
}
