package dev.codeport.http.api.verification;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.CheckVerification;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is checked through our own API. */
class CheckingTest extends Bench {
  @Test
  void the_right_code_verifies() {
    verification.checked = new CheckVerification.Right(shown(GivenVerification.verified()));

    var answer = api.post(ONE + "/check", "{\"code\":\"048021\"}");

    assertEquals(200, answer.status());
    assertTrue(answer.json().get("verified").booleanValue());
    assertTrue(answer.json().get("why").isNull());
    assertEquals("verified", answer.json().get("state").textValue());
    assertEquals("2031-01-02T03:01:00Z", answer.json().get("ended_at").textValue());
    assertEquals(List.of(new FakeVerification.Guessed(ID, "048021")), verification.asked);
  }

  @Test
  void a_wrong_code_is_no_error_and_says_how_many_guesses_are_left() {
    verification.checked = new CheckVerification.Wrong(shown(GivenVerification.guessed(2)));

    var answer = api.post(ONE + "/check", "{\"code\":\"000000\"}");

    assertEquals(200, answer.status());
    assertFalse(answer.json().get("verified").booleanValue());
    assertEquals("wrong_code", answer.json().get("why").textValue());
    assertEquals(3, answer.json().get("attempts_left").intValue());
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, expired",
    "TOO_MANY_GUESSES, too_many_guesses",
    "CANCELED, canceled",
    "NOT_SENT, not_sent",
    "BLOCKED, blocked"
  })
  void after_its_end_no_code_is_right_and_the_answer_says_why(
      Verification.Reason reason, String why) {
    verification.checked = new CheckVerification.Ended(shown(GivenVerification.failed(reason)));

    var answer = api.post(ONE + "/check", "{\"code\":\"000000\"}");

    assertEquals(200, answer.status());
    assertFalse(answer.json().get("verified").booleanValue());
    assertEquals(why, answer.json().get("why").textValue());
    assertEquals(0, answer.json().get("attempts_left").intValue());
    assertTrue(answer.json().at("/next/check_at").isNull());
  }

  @Test
  void a_code_that_was_right_once_is_not_right_again() {
    verification.checked = new CheckVerification.Ended(shown(GivenVerification.verified()));

    var answer = api.post(ONE + "/check", "{\"code\":\"000000\"}");

    assertFalse(answer.json().get("verified").booleanValue());
    assertEquals("already_verified", answer.json().get("why").textValue());
  }

  @Test
  void one_that_is_over_shows_as_expired_before_anybody_has_recorded_it() {
    var late = Verification.started(late(), GivenVerification.started().mark());
    verification.checked = new CheckVerification.Ended(shown(late));

    var answer = api.post(ONE + "/check", "{\"code\":\"000000\"}");

    assertEquals("expired", answer.json().get("why").textValue());
    assertEquals("failed", answer.json().get("state").textValue());
    assertEquals(0, answer.json().get("attempts_left").intValue());
  }

  private static Terms late() {
    var terms = GivenVerification.terms();
    return new Terms(
        terms.id(),
        terms.account(),
        terms.phone(),
        terms.region(),
        terms.channel(),
        terms.locale(),
        terms.intent(),
        terms.codeLength(),
        terms.mostGuesses(),
        Given.NOW.minus(Duration.ofMinutes(10)),
        Given.NOW,
        terms.address(),
        terms.judgement(),
        terms.test());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "12345678901", "12345a", "１２３４５６", "+12345", " 123456"})
  void what_is_no_code_is_refused_before_anything_is_spent(String code) {
    var answer = api.post(ONE + "/check", "{\"code\":\"" + code + "\"}");

    assertProblem(answer, 422, "malformed-code");
    assertEquals("code", answer.json().at("/errors/0/field").textValue());
    assertTrue(verification.asked.isEmpty());
  }

  @Test
  void a_code_that_is_a_number_is_of_the_wrong_type() {
    assertProblem(api.post(ONE + "/check", "{\"code\":123456}"), 422, "invalid");
  }

  @Test
  void what_keeps_a_guess_from_being_compared_is_told() {
    assertProblem(api.post(ONE + "/check", "{\"code\":\"000000\"}"), 404, "not-found");
    verification.checked = new CheckVerification.PhoneLocked(Given.NOW.plusSeconds(90));
    var locked = api.post(ONE + "/check", "{\"code\":\"000000\"}");
    verification.checked = new CheckVerification.Unavailable(Optional.of(Duration.ofSeconds(2)));
    var away = api.post(ONE + "/check", "{\"code\":\"000000\"}");

    assertProblem(locked, 429, "phone-locked");
    assertEquals("90", locked.header("Retry-After").orElse(""));
    assertProblem(away, 503, "check-unavailable");
    assertEquals("2", away.header("Retry-After").orElse(""));
  }
}
