package dev.codeport.http.api.verification;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.PHONE;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.http.Api;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is sent and checked through our own API; every answer is held against its document. */
class VerificationApiTest {
  private static final String ALL = "/api/verifications";
  private static final String ONE = ALL + "/" + ID;
  private static final String WANTED = "{\"phone\":\"+14155550100\"}";

  private final Served served = Served.start();
  private final FakeVerification verification = served.codeport.verification;
  private final Own api = Own.over(served.api);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void a_code_is_sent_and_the_answer_says_what_may_be_done_next() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    var answer = api.post(ALL, WANTED);

    assertEquals(201, answer.status());
    assertEquals(ONE, answer.header("Location").orElse(""));
    var json = answer.json();
    assertEquals("sent", json.get("state").textValue());
    assertEquals("+14155550100", json.get("phone").textValue());
    assertEquals(5, json.get("attempts_left").intValue());
    assertEquals("2031-01-02T03:00:30Z", json.at("/next/resend_at").textValue());
    assertEquals("2031-01-02T03:00:00Z", json.at("/next/check_at").textValue());
    assertEquals("2031-01-02T03:10:00Z", json.get("expires_at").textValue());
    assertFalse(json.has("fraud"));
  }

  @Test
  void everything_that_may_be_asked_for_is_passed_on() {
    api.keyed("k1")
        .post(
            ALL,
            "{\"phone\":\"+1 415 555 0100\",\"channel\":\"call\",\"locale\":\"pt-BR\","
                + "\"code_length\":8,\"code_life_seconds\":120,\"end_user_ip\":\"2001:db8::7\","
                + "\"app_hash\":\"FA+9qCX9VSu\"}");

    var command = assertInstanceOf(StartVerification.Command.class, verification.asked.getFirst());
    assertEquals("+1 415 555 0100", command.phone());
    assertEquals(Channel.CALL, command.channel());
    assertEquals(Locale.forLanguageTag("pt-BR"), command.locale());
    assertEquals(Optional.of(8), command.codeLength());
    assertEquals(Optional.of(Duration.ofMinutes(2)), command.life());
    assertEquals("2001:db8::7", command.address().orElseThrow().toString());
    assertEquals(Optional.of("FA+9qCX9VSu"), command.appHash());
    assertEquals("k1", command.repeatable().orElseThrow().key().value());
    assertEquals(Optional.empty(), command.chosen());
  }

  @Test
  void a_key_means_the_same_only_with_the_same_request() {
    api.keyed("k").post(ALL, WANTED);
    api.keyed("k").post(ALL, WANTED);
    api.keyed("k").post(ALL, "{\"phone\":\"+14155550100\",\"channel\":\"call\"}");
    api.keyed("k").post(ALL, "{\"phone\":\"+14155550101\"}");

    var meanings =
        verification.asked.stream()
            .map(StartVerification.Command.class::cast)
            .map(command -> command.repeatable().orElseThrow().fingerprint())
            .toList();
    assertEquals(meanings.get(0), meanings.get(1));
    assertEquals(3, Set.copyOf(meanings).size());
  }

  @Test
  void a_repetition_looks_like_the_first_and_says_so() {
    started(new StartVerification.Replayed(shown(GivenVerification.sent())));

    var answer = api.post(ALL, WANTED);

    assertEquals(201, answer.status());
    assertEquals("true", answer.header("Idempotency-Replayed").orElse(""));
  }

  @Test
  void who_is_no_number_is_told_the_field() {
    var answer = api.post(ALL, "{\"phone\":\"12\"}");

    assertProblem(answer, 422, "not-a-phone-number");
    assertEquals("phone", answer.json().at("/errors/0/field").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "number-kind, premium_rate, number-kind-not-allowed, kind",
    "region, AQ, region-not-allowed, region",
    "block-list, listed, blocked, rule",
    "anything-else, x, blocked, rule"
  })
  void each_rule_has_a_problem_of_its_own(String rule, String value, String type, String member) {
    started(new StartVerification.Blocked(new Finding(rule, Mode.BLOCK, value, "")));

    var answer = api.post(ALL, WANTED);

    assertProblem(answer, 403, type);
    assertEquals("phone", answer.json().at("/errors/0/field").textValue());
    assertEquals(member.equals("rule") ? rule : value, answer.json().get(member).textValue());
  }

  @Test
  void of_a_phones_quota_nothing_is_told_but_when_to_come_back() {
    started(new StartVerification.PhoneLimited(Duration.ofMillis(29_001)));

    var answer = api.post(ALL, WANTED);

    assertProblem(answer, 429, "phone-limited");
    assertEquals("30", answer.header("Retry-After").orElse(""));
    assertEquals("\"change\";q=60;w=60", answer.header("RateLimit-Policy").orElse(""));
    assertFalse(answer.header("RateLimit").orElse("").contains("phone"));
  }

  @Test
  void an_address_that_asks_too_often_and_a_locked_phone_are_told_until_when() {
    started(new StartVerification.AddressLimited(Duration.ofSeconds(7)));
    var address = api.post(ALL, WANTED);
    started(new StartVerification.PhoneLocked(Given.NOW.plus(Duration.ofHours(1))));
    var locked = api.post(ALL, WANTED);

    assertProblem(address, 429, "address-limited");
    assertEquals("7", address.header("Retry-After").orElse(""));
    assertProblem(locked, 429, "phone-locked");
    assertEquals("3600", locked.header("Retry-After").orElse(""));
    assertEquals("2031-01-02T04:00:00Z", locked.json().get("until").textValue());
  }

  @Test
  void without_a_sender_another_channel_may_help() {
    started(new StartVerification.NoSender());

    assertProblem(api.post(ALL, WANTED), 409, "no-sender");
  }

  @ParameterizedTest
  @EnumSource(SendResult.Reason.class)
  void a_refusal_says_why_and_what_to_do(SendResult.Reason reason) {
    started(
        new StartVerification.NotSent(
            shown(GivenVerification.failed(Verification.Reason.NOT_SENT)),
            new SendResult.Refused(reason, "secret words of a vendor")));

    var answer = api.post(ALL, WANTED);

    assertProblem(answer, 502, "send-refused");
    assertEquals(reason.name().toLowerCase(Locale.ROOT), answer.json().get("reason").textValue());
    assertEquals(ID.hex(), answer.json().get("verification").textValue());
    assertFalse(answer.body().contains("secret words"));
  }

  @Test
  void senders_that_are_away_are_worth_another_try() {
    started(
        new StartVerification.NotSent(
            shown(GivenVerification.failed(Verification.Reason.NOT_SENT)),
            new SendResult.Unavailable(Optional.of(Duration.ofSeconds(3)), "connection refused")));

    var answer = api.post(ALL, WANTED);

    assertProblem(answer, 503, "senders-unavailable");
    assertEquals("3", answer.header("Retry-After").orElse(""));
    assertFalse(answer.body().contains("connection refused"));
  }

  @Test
  void a_key_that_meant_something_else_is_refused() {
    started(new StartVerification.KeyReused());

    assertProblem(api.keyed("k").post(ALL, WANTED), 422, "idempotency-key-reused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en_US", "-", "e", "toolonglanguage", "en-", "x-private", "und", "de--AT"})
  void a_locale_that_is_no_language_tag_is_refused_by_name(String tag) {
    var answer = api.post(ALL, "{\"phone\":\"+14155550100\",\"locale\":\"" + tag + "\"}");

    assertProblem(answer, 422, "malformed-locale");
    assertEquals("locale", answer.json().at("/errors/0/field").textValue());
    assertTrue(verification.asked.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "tlh", "zh-Hant-TW", "EN", "sr-Latn-RS"})
  void any_well_formed_language_is_taken(String tag) {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    var body = "{\"phone\":\"+14155550100\",\"locale\":\"" + tag + "\"}";

    assertEquals(201, api.post(ALL, body).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone|null",
        "phone|14155550100",
        "phone|\"1234567890123456789012345678901234567890123456789012345678901234x\"",
        "channel|\"email\"",
        "channel|1",
        "locale|5",
        "code_length|3",
        "code_length|11",
        "code_length|\"6\"",
        "code_length|6.0",
        "code_life_seconds|29",
        "code_life_seconds|601",
        "code_life_seconds|99999999999",
        "end_user_ip|\"localhost\"",
        "end_user_ip|\"203.0.113.256\"",
        "end_user_ip|\"203.0.113.7/32\"",
        "app_hash|\"short\"",
        "app_hash|\"with blanks\"",
        "code|\"123456\""
      })
  void what_is_of_the_wrong_type_or_out_of_bounds_is_named(String field, String value) {
    var phone = field.equals("phone") ? "" : "\"phone\":\"+14155550100\",";

    var answer = api.post(ALL, "{" + phone + "\"" + field + "\":" + value + "}");

    assertProblem(answer, 422, "invalid");
    assertEquals(field, answer.json().at("/errors/0/field").textValue());
    assertTrue(verification.asked.isEmpty());
  }

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

  private static dev.codeport.domain.verification.Terms late() {
    var terms = GivenVerification.terms();
    return new dev.codeport.domain.verification.Terms(
        terms.id(),
        terms.account(),
        terms.phone(),
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
        new dev.codeport.domain.verification.Terms(
            id,
            terms.account(),
            terms.phone(),
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

  private void started(StartVerification.Result result) {
    verification.start = command -> result;
  }

  private static void assertProblem(Api.Answer answer, int status, String type) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
