package dev.codeport.http.api.verification;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is sent through our own API. */
class StartingTest extends Bench {
  private static final String WANTED = "{\"phone\":\"+14155550100\"}";

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

  private void started(StartVerification.Result result) {
    verification.start = command -> result;
  }
}
