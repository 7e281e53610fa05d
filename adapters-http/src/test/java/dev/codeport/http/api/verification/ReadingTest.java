package dev.codeport.http.api.verification;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.PHONE;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.http.GivenVerification;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifications are looked at through our own API. */
class ReadingTest extends Bench {
  @Test
  void one_is_shown_with_what_senders_said_and_without_their_names_for_it() {
    verification.known = List.of(shown(GivenVerification.sent()));
    verification.dispatches = List.of(GivenVerification.dispatch(), GivenVerification.refused());

    var answer = api.get(ONE);

    var first = answer.json().at("/dispatches/0");
    assertEquals("paper", first.get("sender").textValue());
    assertEquals("accepted", first.get("state").textValue());
    assertEquals("delivered", first.at("/delivery/status").textValue());
    assertEquals("ACCOUNT: suspended", answer.json().at("/dispatches/1/detail").textValue());
    assertEquals("allowed", answer.json().at("/fraud/decision").textValue());
    assertEquals("203.0.113.7", answer.json().get("end_user_ip").textValue());
    assertFalse(answer.body().contains("handle"));
    assertFalse(answer.body().contains("nonce"));
    assertFalse(answer.body().contains("hmac"));
  }

  @Test
  void one_that_was_blocked_shows_what_was_found() {
    verification.known = List.of(shown(GivenVerification.blocked()));

    var answer = api.get(ONE);

    assertEquals("failed", answer.json().get("state").textValue());
    assertEquals("blocked", answer.json().get("reason").textValue());
    assertEquals("blocked", answer.json().at("/fraud/decision").textValue());
    assertEquals("region", answer.json().at("/fraud/findings/0/rule").textValue());
    assertEquals("AQ", answer.json().at("/fraud/findings/0/value").textValue());
  }

  @Test
  void who_has_none_is_told_so_whatever_the_id_looks_like() {
    for (var id : List.of(ID.hex(), "5", "x", ID.hex().toUpperCase(Locale.ROOT))) {
      assertProblem(api.get(ALL + "/" + id), 404, "not-found");
    }
  }

  @Test
  void they_are_listed_by_phone_and_state_page_by_page() {
    verification.known =
        List.of(shown(GivenVerification.sent()), shown(GivenVerification.verified()));

    var first = api.get(ALL + "?phone=%2B14155550100&state=open&limit=1");
    var cursor = first.json().get("next_cursor").textValue();
    var second = api.get(ALL + "?phone=+14155550100&cursor=" + cursor);

    assertEquals(1, first.json().get("verifications").size());
    assertTrue(first.header("Link").orElse("").contains(cursor));
    assertEquals(2, second.json().get("verifications").size());
    var open = Set.of(Verifications.Status.STARTED, Verifications.Status.SENT);
    assertEquals(
        List.of(
            new Verifications.Filter(Optional.of(PHONE), open, Optional.empty()),
            new Verifications.Filter(Optional.of(PHONE), Set.of(), Optional.of(ID))),
        verification.asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=nothing",
        "phone=123",
        "limit=0",
        "x=1",
        "cursor=nonsense",
        "cursor=di4xLjIuMw",
        "cursor=di45OTk5OTk5OTk5OTk5OTk5LjIuMw"
      })
  void a_filter_that_nobody_understands_is_refused_by_name(String query) {
    var answer = api.get(ALL + "?" + query);

    assertProblem(answer, 400, "bad-parameter");
    assertEquals(
        query.substring(0, query.indexOf('=')), answer.json().at("/errors/0/field").textValue());
  }

  @Test
  void every_id_makes_a_cursor_that_leads_back_to_it() {
    for (var hex : List.of("f".repeat(32), "0".repeat(32), "8000000000000000" + "7".repeat(16))) {
      var id = new VerificationId(hex);
      verification.asked.clear();
      verification.known = List.of(shown(named(id)), shown(GivenVerification.sent()));

      var cursor = api.get(ALL + "?limit=1").json().get("next_cursor").textValue();
      api.get(ALL + "?cursor=" + cursor);

      var filter = assertInstanceOf(Verifications.Filter.class, verification.asked.getLast());
      assertEquals(Optional.of(id), filter.before());
    }
  }

  private static Verification named(VerificationId id) {
    var terms = GivenVerification.terms();
    return Verification.blocked(
        new Terms(
            id,
            terms.account(),
            terms.phone(),
            terms.region(),
            terms.channel(),
            terms.locale(),
            terms.intent(),
            terms.codeLength(),
            terms.mostGuesses(),
            terms.startedAt(),
            terms.expiresAt(),
            terms.address(),
            terms.judgement(),
            terms.test()));
  }
}
