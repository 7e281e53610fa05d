package dev.codeport.http.flow;

import static dev.codeport.http.flow.PostOffice.PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.verify.v2.service.Verification;
import com.twilio.rest.verify.v2.service.VerificationCheck;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.http.Api;
import dev.codeport.http.Own;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes go out and come back by every door, through the whole of the service. */
class CodesTest {
  private static final String ALL = "/api/verifications";
  private static final String WANTED = "{\"phone\":\"+44 7700 900123\"}";

  private final PostOffice office = new PostOffice();
  private final Own api = Own.over(office.customer());

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void a_code_that_was_sent_is_right_once() {
    var id = started();

    var wrong = check(id, office.wrong());
    var right = check(id, office.code());
    var again = check(id, office.code());

    assertEquals("wrong_code", wrong.json().get("why").textValue());
    assertEquals(4, wrong.json().get("attempts_left").intValue());
    assertTrue(right.json().get("verified").booleanValue());
    assertFalse(again.json().get("verified").booleanValue());
    assertEquals("already_verified", again.json().get("why").textValue());
    var whole = api.get(ALL + "/" + id);
    assertEquals("verified", whole.json().get("state").textValue());
    assertEquals("paper", whole.json().at("/dispatches/0/sender").textValue());
    assertFalse(whole.body().contains(office.code()));
  }

  @Test
  void the_same_code_is_sent_again_when_the_answer_said_and_not_before() {
    var id = started();
    var code = office.code();

    office.wait(Duration.ofSeconds(16));
    var early = api.post(ALL + "/" + id + "/resend", "");
    office.wait(Duration.ofSeconds(14));
    var again = api.post(ALL + "/" + id + "/resend", "");

    assertEquals(429, early.status());
    assertEquals("14", early.header("Retry-After").orElse(""));
    assertEquals(200, again.status());
    assertEquals(2, again.json().get("sends").intValue());
    assertEquals(2, office.sent.size());
    assertEquals(code, office.code());
  }

  @Test
  void under_one_key_one_message_goes_out() {
    var first = api.keyed("login-1").post(ALL, WANTED);
    office.wait(Duration.ofMinutes(2));
    var again = api.keyed("login-1").post(ALL, WANTED);
    var other = api.keyed("login-1").post(ALL, "{\"phone\":\"+447700900124\"}");

    assertEquals(201, again.status());
    assertEquals(first.json().get("id"), again.json().get("id"));
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""));
    assertEquals(422, other.status());
    assertEquals(1, office.sent.size());
  }

  @Test
  void of_many_requests_at_once_one_sends() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 16)
                  .<java.util.concurrent.Callable<Api.Answer>>mapToObj(
                      i -> () -> api.post(ALL, WANTED))
                  .toList());

      assertEquals(1, answers.stream().map(CodesTest::id).distinct().count());
    }
    assertEquals(1, office.sent.size());
  }

  private static String id(Future<Api.Answer> answer) {
    return answer.resultNow().json().get("id").textValue();
  }

  @Test
  void when_nothing_could_be_sent_the_key_is_free_and_the_next_try_sends() {
    office.next = Optional.of(new SendResult.Unavailable(Optional.empty(), "closed"));
    var failed = api.keyed("login-1").post(ALL, WANTED);
    office.next = Optional.empty();
    var again = api.keyed("login-1").post(ALL, WANTED);

    assertEquals(503, failed.status());
    assertEquals(201, again.status());
    assertEquals(1, office.sent.size());
    var lost = api.get(ALL + "/" + failed.json().get("verification").textValue());
    assertEquals("not_sent", lost.json().get("reason").textValue());
  }

  @Test
  void whom_no_code_goes_to_is_told_the_kind_and_kept_for_the_record() {
    var landline = api.post(ALL, "{\"phone\":\"+442079460000\"}");
    office.admin.send(
        "PUT",
        "/api/admin/fraud/entries",
        "{\"kind\":\"block\",\"subject\":\"+4477*\",\"reason\":\"drill\"}");
    var listed = api.post(ALL, WANTED);

    assertEquals("fixed_line", landline.json().get("kind").textValue());
    assertTrue(listed.json().get("type").textValue().endsWith(":blocked"));
    assertEquals(0, office.sent.size());
    var kept = api.get(ALL + "?state=failed").json().get("verifications");
    assertEquals(2, kept.size());
    assertEquals("blocked", kept.get(0).get("reason").textValue());
  }

  @Test
  void they_are_read_page_by_page() {
    for (int i = 0; i < 5; i++) {
      api.post(ALL, "{\"phone\":\"+44770090010" + i + "\"}");
      office.wait(Duration.ofSeconds(1));
    }

    var first = api.get(ALL + "?limit=3").json();
    var rest = api.get(ALL + "?limit=3&cursor=" + first.get("next_cursor").textValue()).json();

    assertEquals("+447700900104", first.at("/verifications/0/phone").textValue());
    assertEquals(3, first.get("verifications").size());
    assertEquals(2, rest.get("verifications").size());
    assertEquals("+447700900100", rest.at("/verifications/1/phone").textValue());
    assertTrue(rest.get("next_cursor").isNull());
  }

  @Test
  void a_receipt_is_shown_with_what_was_sent() {
    var id = started();
    var handle = office.sent.getLast().reference();
    var stranger = office.customer();

    var forged = stranger.send("POST", "/callbacks/senders/paper", handle);
    var taken =
        stranger.with("X-Word", "open sesame").send("POST", "/callbacks/senders/paper", handle);
    var nobody = stranger.send("POST", "/callbacks/senders/stone", handle);

    assertEquals(List.of(403, 204, 404), List.of(forged.status(), taken.status(), nobody.status()));
    var whole = api.get(ALL + "/" + id).json();
    assertEquals("delivered", whole.at("/dispatches/0/delivery/status").textValue());
  }

  @Test
  void the_two_routes_say_yes_once_and_no_to_everything_else() {
    var sent = api.post("/auth/send-otp", WANTED).json();
    var id = sent.get("request_id").textValue();

    var answers =
        List.of(
            verify(id, office.wrong()),
            verify(id, office.code()),
            verify(id, office.code()),
            verify("0".repeat(32), office.code()),
            verify("nonsense", office.code()));

    assertEquals(
        List.of(false, true, false, false, false),
        answers.stream().map(answer -> answer.json().get("verified").booleanValue()).toList());
  }

  @Test
  void an_expired_code_is_wrong() {
    var id = api.post("/auth/send-otp", WANTED).json().get("request_id").textValue();

    office.wait(Duration.ofMinutes(10));

    assertFalse(verify(id, office.code()).json().get("verified").booleanValue());
    var check = check(id, office.code());
    assertEquals("expired", check.json().get("why").textValue());
  }

  @Test
  void twilios_sdk_sends_resends_and_checks() {
    var client = twilio();
    var service = "VA%032x".formatted(office.account);

    var first = Verification.creator(service, PHONE, "sms").create(client);
    var code = office.code();
    var repeated = Verification.creator(service, PHONE, "sms").create(client);
    office.wait(Duration.ofSeconds(31));
    var resent = Verification.creator(service, PHONE, "sms").create(client);

    assertEquals(first.getSid(), repeated.getSid());
    assertEquals(first.getSid(), resent.getSid());
    assertEquals(1, repeated.getSendCodeAttempts().size());
    assertEquals(2, resent.getSendCodeAttempts().size());
    assertEquals(2, office.sent.size());
    assertEquals(code, office.code());
    assertEquals("pending", guess(service, office.wrong(), client).getStatus());
    assertEquals("approved", guess(service, code, client).getStatus());
    var gone = assertThrows(ApiException.class, () -> guess(service, code, client));
    assertEquals(20404, gone.getCode());
  }

  @Test
  void twilios_sdk_meets_the_limits() {
    var client = twilio();
    var service = "VA%032x".formatted(office.account);
    Verification.creator(service, PHONE, "sms").create(client);
    office.wait(Duration.ofSeconds(16));

    var soon =
        assertThrows(
            ApiException.class, () -> Verification.creator(service, PHONE, "sms").create(client));
    for (int i = 0; i < 5; i++) {
      assertNotEquals("approved", guess(service, office.wrong(), client).getStatus());
    }
    var spent = assertThrows(ApiException.class, () -> guess(service, office.code(), client));

    assertEquals(60203, soon.getCode());
    assertEquals(14, soon.getDetails().get("retry_after"));
    assertEquals(60202, spent.getCode());
  }

  @Test
  void a_code_of_startmessagings_customer_is_the_one_that_goes_out() {
    var sent =
        office
            .customer()
            .send("POST", "/otp/send", "{\"phoneNumber\":\"" + PHONE + "\",\"otp\":\"481516\"}");
    var id = sent.json().at("/data/otpRequestId").textValue();

    var checked =
        office
            .customer()
            .send("POST", "/otp/verify", "{\"requestId\":\"" + id + "\",\"otpCode\":\"481516\"}");

    assertEquals("481516", office.code());
    assertTrue(checked.json().at("/data/verified").booleanValue());
  }

  private String started() {
    var answer = api.post(ALL, WANTED);
    assertEquals(201, answer.status(), answer.body());
    return answer.json().get("id").textValue();
  }

  private Api.Answer check(String id, String code) {
    return api.post(ALL + "/" + id + "/check", "{\"code\":\"" + code + "\"}");
  }

  private Api.Answer verify(String id, String code) {
    return api.post(
        "/auth/verify-otp", "{\"request_id\":\"" + id + "\",\"code\":\"" + code + "\"}");
  }

  private static VerificationCheck guess(String service, String code, TwilioRestClient client) {
    return VerificationCheck.creator(service).setTo(PHONE).setCode(code).create(client);
  }

  private TwilioRestClient twilio() {
    var here = new HttpHost("http", "127.0.0.1", office.port());
    var leading =
        HttpClientBuilder.create()
            .disableAutomaticRetries()
            .setRoutePlanner((host, context) -> new HttpRoute(here));
    return new TwilioRestClient.Builder("AC%032x".formatted(office.account), office.key)
        .httpClient(new NetworkHttpClient(leading))
        .build();
  }
}
