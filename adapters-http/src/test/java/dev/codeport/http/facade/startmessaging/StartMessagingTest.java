package dev.codeport.http.facade.startmessaging;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.Api;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every generation of its pages finds what it reads. */
class StartMessagingTest {
  private final Served served = Served.start();
  private final FakeVerification verification = served.codeport.verification;
  private final Api api = served.stranger.with("X-API-Key", Served.KEY);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void a_guide_sends_a_phone_and_reads_request_id_expiry_and_attempts() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    var answer = post("/otp/send", "{\"phoneNumber\":\"+14155550100\",\"idempotencyKey\":\"k-1\"}");

    assertEquals(201, answer.status());
    var data = answer.json().get("data");
    assertEquals(ID.hex(), data.get("requestId").textValue());
    assertEquals("2031-01-02T03:10:00Z", data.get("expiresAt").textValue());
    assertEquals(5, data.get("attemptsLeft").intValue());
    assertEquals("k-1", command().repeatable().orElseThrow().key().value());
  }

  @Test
  void a_code_that_the_customer_made_is_sent_and_read_as_queued() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    var answer = post("/otp/send", "{\"phoneNumber\":\"+14155550100\",\"otp\":\"481516\"}");

    assertTrue(answer.json().get("success").booleanValue());
    assertEquals(201, answer.json().get("statusCode").intValue());
    assertTrue(answer.json().get("requestId").textValue().startsWith("req_"));
    assertEquals(ID.hex(), answer.json().at("/data/otpRequestId").textValue());
    assertEquals("queued", answer.json().at("/data/status").textValue());
    assertEquals("481516", command().chosen().orElseThrow().digits());
  }

  @Test
  void a_code_among_the_variables_of_a_template_is_the_same() {
    post(
        "/otp/send",
        "{\"phoneNumber\":\"+14155550100\",\"templateId\":\"t\",\"idempotencyKey\":\"\","
            + "\"variables\":{\"otp\":\"4815\",\"appName\":\"Acme\"}}");

    assertEquals("4815", command().chosen().orElseThrow().digits());
    assertEquals(Optional.empty(), command().repeatable());
  }

  @Test
  void the_same_key_with_another_code_means_something_else() {
    post("/otp/send", "{\"phoneNumber\":\"+1\",\"otp\":\"4815\",\"idempotencyKey\":\"k\"}");
    post("/otp/send", "{\"phoneNumber\":\"+1\",\"otp\":\"4816\",\"idempotencyKey\":\"k\"}");

    var meanings =
        verification.asked.stream()
            .map(StartVerification.Command.class::cast)
            .map(command -> command.repeatable().orElseThrow().fingerprint())
            .distinct();
    assertEquals(2, meanings.count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"requestId\":\"%s\",\"otpCode\":\"123456\"}",
        "{\"otpRequestId\":\"%s\",\"otp\":\"123456\"}",
        "{\"requestId\":\"req_trace\",\"otpRequestId\":\"%s\",\"otpCode\":\"123456\"}"
      })
  void a_code_is_checked_under_either_name(String body) {
    verification.checked = new CheckVerification.Right(shown(GivenVerification.verified()));

    var answer = post("/otp/verify", body.formatted(ID));

    assertEquals(200, answer.status());
    assertTrue(answer.json().at("/data/verified").booleanValue());
    assertEquals(List.of(new FakeVerification.Guessed(ID, "123456")), verification.asked);
  }

  @Test
  void whatever_is_not_right_is_not_verified() {
    verification.checked = new CheckVerification.Wrong(shown(GivenVerification.guessed(2)));
    var wrong = verify(ID.hex());
    verification.checked = ended(Verification.Reason.EXPIRED);
    var over = verify(ID.hex());
    verification.checked = new CheckVerification.NotFound();
    var unknown = verify(ID.hex());

    assertFalse(wrong.json().at("/data/verified").booleanValue());
    assertEquals(3, wrong.json().at("/data/attemptsLeft").intValue());
    for (var answer : List.of(over, unknown, verify("req_1"))) {
      assertEquals(200, answer.status());
      assertEquals(
          "{\"success\":true,\"data\":{\"verified\":false,\"attemptsLeft\":0}}", answer.body());
    }
  }

  @Test
  void a_code_is_sent_again() {
    verification.resent =
        new ResendVerification.Done(
            new StartVerification.Accepted(shown(GivenVerification.sent().again(Given.NOW))));

    var answer = post("/otp/resend", "{\"requestId\":\"" + ID + "\"}");

    assertEquals(201, answer.status());
    assertEquals(ID.hex(), answer.json().at("/data/requestId").textValue());
    verification.resent = new ResendVerification.NotFound();
    assertFailure(
        post("/otp/resend", "{\"otpRequestId\":\"" + ID + "\"}"), 400, "INVALID_REQUEST_ID");
    verification.resent =
        new ResendVerification.Ended(shown(GivenVerification.failed(Verification.Reason.EXPIRED)));
    assertFailure(post("/otp/resend", "{\"requestId\":\"" + ID + "\"}"), 400, "OTP_EXPIRED");
  }

  @Test
  void the_authentication_pages_send_with_what_they_promise() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    var answer =
        served.api.send(
            "POST",
            "/v1/auth/send-otp",
            "{\"phone\":\"+14155550100\",\"channel\":\"whatsapp\",\"otp_length\":8,"
                + "\"expiry_seconds\":60,\"sender_name\":\"Acme\",\"locale\":\"hi\","
                + "\"metadata\":{\"a\":1}}");

    assertEquals(200, answer.status());
    assertEquals("auth_" + ID, answer.json().get("request_id").textValue());
    assertEquals("2031-01-02T03:10:00Z", answer.json().get("expires_at").textValue());
    assertEquals(Channel.WHATSAPP, command().channel());
    assertEquals(Locale.forLanguageTag("hi"), command().locale());
    assertEquals(Optional.of(8), command().codeLength());
    assertEquals(Optional.of(Duration.ofMinutes(1)), command().life());
  }

  @Test
  void a_code_lives_five_minutes_there_unless_said() {
    post("/v1/auth/send-otp", "{\"phone\":\"+14155550100\"}");

    assertEquals(Optional.of(Duration.ofMinutes(5)), command().life());
    assertEquals(Channel.SMS, command().channel());
  }

  @Test
  void the_authentication_pages_check_and_tell_what_is_left() {
    verification.checked = new CheckVerification.Right(shown(GivenVerification.verified()));
    var right = authVerify("auth_" + ID);
    verification.checked = new CheckVerification.Wrong(shown(GivenVerification.guessed(3)));
    var wrong = authVerify("auth_" + ID);

    assertEquals(
        "{\"success\":true,\"verified\":true,\"phone\":\"+14155550100\",\"channel\":\"sms\","
            + "\"verified_at\":\"2031-01-02T03:01:00Z\"}",
        right.body());
    assertFalse(wrong.json().get("verified").booleanValue());
    assertEquals(2, wrong.json().get("attempts_remaining").intValue());
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, OTP_EXPIRED",
    "TOO_MANY_GUESSES, MAX_ATTEMPTS_EXCEEDED",
    "CANCELED, INVALID_REQUEST_ID",
    "NOT_SENT, INVALID_REQUEST_ID"
  })
  void the_authentication_pages_tell_why_it_has_ended(Verification.Reason reason, String code) {
    verification.checked = ended(reason);

    assertFailure(authVerify("auth_" + ID), 400, code);
  }

  @Test
  void a_code_that_was_right_once_is_told() {
    verification.checked = new CheckVerification.Ended(shown(GivenVerification.verified()));

    assertFailure(authVerify("auth_" + ID), 400, "ALREADY_VERIFIED");
    assertFailure(authVerify("auth_x"), 400, "INVALID_REQUEST_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/otp/send", "/v1/auth/send-otp"})
  void each_refusal_has_its_code(String path) {
    refused(path, new StartVerification.NotANumber(), 400, "INVALID_PHONE");
    refused(path, blocked("region"), 400, "UNSUPPORTED_COUNTRY");
    refused(path, blocked("number-kind"), 400, "INVALID_PHONE");
    refused(path, blocked("block-list"), 403, "BLOCKED");
    refused(path, new StartVerification.NoSender(), 400, "CHANNEL_UNAVAILABLE");
    refused(path, new StartVerification.KeyReused(), 422, "IDEMPOTENCY_KEY_REUSED");
    refused(path, new StartVerification.PhoneLimited(SECOND), 429, "RATE_LIMITED");
    refused(path, new StartVerification.AddressLimited(SECOND), 429, "RATE_LIMITED");
    refused(path, new StartVerification.PhoneLocked(Given.NOW.plusSeconds(9)), 429, "RATE_LIMITED");
    refused(
        path,
        notSent(new SendResult.Unavailable(Optional.empty(), "x")),
        503,
        "SERVICE_UNAVAILABLE");
  }

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource(SendResult.Reason.class)
  void a_senders_refusal_is_never_a_success(SendResult.Reason reason) {
    started(notSent(new SendResult.Refused(reason, "a vendor's own words")));

    var answer = post("/otp/send", "{\"phoneNumber\":\"+14155550100\"}");

    assertTrue(answer.status() >= 400 && answer.status() <= 502, answer.body());
    assertFalse(answer.json().get("success").booleanValue());
    assertFalse(answer.body().contains("own words"));
  }

  @Test
  void who_comes_too_often_is_told_when_to_come_back() {
    started(new StartVerification.PhoneLimited(Duration.ofSeconds(30)));
    var phone = post("/otp/send", "{\"phoneNumber\":\"+14155550100\"}");
    served.decision = new Decision.Denied(Duration.ofSeconds(4));
    var key = post("/otp/send", "{\"phoneNumber\":\"+14155550100\"}");

    assertEquals("30", phone.header("Retry-After").orElse(""));
    assertEquals(30, phone.json().at("/error/retry_after").intValue());
    assertFailure(key, 429, "RATE_LIMITED");
    assertEquals("4", key.header("Retry-After").orElse(""));
    assertEquals("http.change", served.taken.getLast().policy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/otp/send | {} | phoneNumber",
        "/otp/send | {\"phoneNumber\":5} | phoneNumber",
        "/otp/send | {\"phoneNumber\":\"+1\",\"otp\":\"12\"} | otp",
        "/otp/send | {\"phoneNumber\":\"+1\",\"variables\":[]} | variables",
        "/otp/send | {\"phoneNumber\":\"+1\",\"idempotencyKey\":\"a b\"} | idempotencyKey",
        "/otp/verify | {\"otpCode\":\"1234\"} | requestId",
        "/otp/verify | {\"requestId\":\"x\"} | otp",
        "/otp/verify | {\"requestId\":\"x\",\"otpCode\":\"one\"} | otpCode",
        "/otp/resend | {} | requestId",
        "/v1/auth/send-otp | {} | phone",
        "/v1/auth/send-otp | {\"phone\":\"+1\",\"channel\":\"fax\"} | channel",
        "/v1/auth/send-otp | {\"phone\":\"+1\",\"otp_length\":3} | otp_length",
        "/v1/auth/send-otp | {\"phone\":\"+1\",\"expiry_seconds\":59} | expiry_seconds",
        "/v1/auth/send-otp | {\"phone\":\"+1\",\"locale\":\"_\"} | locale",
        "/v1/auth/verify-otp | {\"request_id\":\"x\",\"otp\":\"x\"} | otp",
        "/v1/auth/verify-otp | {\"otp\":\"1234\"} | request_id"
      })
  void what_is_malformed_is_named(String path, String body, String field) {
    var answer = post(path, body);

    assertFailure(answer, 400, "INVALID_REQUEST");
    assertTrue(answer.json().at("/error/message").textValue().startsWith(field), answer.body());
  }

  @Test
  void what_is_no_operation_is_refused_in_its_own_words() {
    assertFailure(post("/otp/nothing", "{}"), 404, "NOT_FOUND");
    assertFailure(post("/v1/auth/nothing", "{}"), 404, "NOT_FOUND");
    assertFailure(api.send("GET", "/otp/send", ""), 405, "NOT_FOUND");
    assertFailure(served.stranger.send("POST", "/otp/send", "{}"), 401, "UNAUTHORIZED");
  }

  private void refused(String path, StartVerification.Result result, int status, String code) {
    started(result);
    assertFailure(
        post(path, "{\"phoneNumber\":\"+14155550100\",\"phone\":\"+14155550100\"}"), status, code);
  }

  private static StartVerification.Blocked blocked(String rule) {
    return new StartVerification.Blocked(new Finding(rule, Mode.BLOCK, "x", "y"));
  }

  private static StartVerification.NotSent notSent(SendResult last) {
    ShownVerification failed = shown(GivenVerification.failed(Verification.Reason.NOT_SENT));
    return new StartVerification.NotSent(failed, last);
  }

  private static CheckVerification.Ended ended(Verification.Reason reason) {
    return new CheckVerification.Ended(shown(GivenVerification.failed(reason)));
  }

  private Api.Answer verify(String id) {
    return post("/otp/verify", "{\"requestId\":\"" + id + "\",\"otpCode\":\"123456\"}");
  }

  private Api.Answer authVerify(String id) {
    return post("/v1/auth/verify-otp", "{\"request_id\":\"" + id + "\",\"otp\":\"123456\"}");
  }

  private Api.Answer post(String path, String body) {
    return api.send("POST", path, body);
  }

  private StartVerification.Command command() {
    return assertInstanceOf(StartVerification.Command.class, verification.asked.getFirst());
  }

  private void started(StartVerification.Result result) {
    verification.start = command -> result;
  }

  private static void assertFailure(Api.Answer answer, int status, String code) {
    assertEquals(status, answer.status(), answer.body());
    assertFalse(answer.json().get("success").booleanValue());
    assertEquals(code, answer.code(), answer.body());
  }
}
