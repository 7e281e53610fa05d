package dev.codeport.http.facade.auth;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.Api;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two routes with a key; every answer is held against the document. */
class AuthFacadeTest {
  private final Served served = Served.start();
  private final FakeVerification verification = served.codeport.verification;
  private final Own api = Own.over(served.api);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void a_phone_goes_in_and_a_request_id_comes_out() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    var answer = api.post("/auth/send-otp", "{\"phone\":\"+14155550100\"}");

    assertEquals(200, answer.status());
    assertEquals(
        "{\"request_id\":\"" + ID + "\",\"expires_at\":\"2031-01-02T03:10:00Z\"}", answer.body());
    var command = assertInstanceOf(StartVerification.Command.class, verification.asked.getFirst());
    assertEquals(Given.ACCOUNT, command.account());
    assertEquals(Optional.empty(), command.address());
  }

  @Test
  void a_repetition_and_a_new_request_look_alike() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));
    var first = api.post("/auth/send-otp", "{\"phone\":\"+14155550100\"}");
    started(new StartVerification.Replayed(shown(GivenVerification.sent())));
    var again = api.post("/auth/send-otp", "{\"phone\":\"+14155550100\"}");

    assertEquals(first.status(), again.status());
    assertEquals(first.body(), again.body());
  }

  @Test
  void the_right_code_is_true() {
    verification.checked = new CheckVerification.Right(shown(GivenVerification.verified()));

    var answer = check(ID.hex());

    assertEquals(200, answer.status());
    assertEquals("{\"verified\":true}", answer.body());
  }

  @Test
  void whatever_is_not_right_is_false_and_looks_alike() {
    var results =
        List.of(
            new CheckVerification.Wrong(shown(GivenVerification.guessed(1))),
            new CheckVerification.Ended(
                shown(GivenVerification.failed(Verification.Reason.EXPIRED))),
            new CheckVerification.Ended(shown(GivenVerification.verified())),
            new CheckVerification.NotSent(shown(GivenVerification.started())),
            new CheckVerification.NotFound());
    for (var result : results) {
      verification.checked = result;

      var answer = check(ID.hex());

      assertEquals(200, answer.status(), result.toString());
      assertEquals("{\"verified\":false}", answer.body());
    }
    assertEquals("{\"verified\":false}", check("never-given").body());
  }

  @Test
  void a_sender_that_is_down_is_told_from_one_that_refuses() {
    var failed = shown(GivenVerification.failed(Verification.Reason.NOT_SENT));
    started(
        new StartVerification.NotSent(
            failed, new SendResult.Unavailable(Optional.empty(), "timeout")));
    var down = api.post("/auth/send-otp", "{\"phone\":\"+14155550100\"}");
    started(
        new StartVerification.NotSent(
            failed, new SendResult.Refused(SendResult.Reason.ACCOUNT, "x")));
    var refused = api.post("/auth/send-otp", "{\"phone\":\"+14155550100\"}");
    verification.checked = new CheckVerification.Unavailable(Optional.empty());
    var uncheckable = check(ID.hex());

    assertProblem(down, 503, "senders-unavailable");
    assertProblem(refused, 502, "send-refused");
    assertProblem(uncheckable, 503, "check-unavailable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/auth/send-otp | {} | phone",
        "/auth/send-otp | {\"phone\":5} | phone",
        "/auth/send-otp | {\"phone\":\"+14155550100\",\"x\":1} | x",
        "/auth/send-otp | [] | body",
        "/auth/verify-otp | {\"code\":\"123456\"} | request_id",
        "/auth/verify-otp | {\"request_id\":5,\"code\":\"123456\"} | request_id",
        "/auth/verify-otp | {\"request_id\":\"x\"} | code",
        "/auth/verify-otp | {\"request_id\":\"x\",\"code\":123456} | code",
        "/auth/verify-otp | {\"request_id\":\"x\",\"code\":\"12 456\"} | code"
      })
  void malformed_input_names_the_field(String path, String body, String field) {
    var answer = api.post(path, body);

    assertEquals(422, answer.status(), answer.body());
    assertEquals(field, answer.json().at("/errors/0/field").textValue(), answer.body());
  }

  @Test
  void a_number_that_is_none_is_a_problem() {
    assertProblem(api.post("/auth/send-otp", "{\"phone\":\"call me\"}"), 422, "not-a-phone-number");
  }

  @Test
  void a_key_is_needed_in_either_header() {
    var stranger = Own.over(served.stranger);
    var body = "{\"phone\":\"call me\"}";

    assertProblem(stranger.post("/auth/send-otp", body), 401, "unauthorized");
    assertProblem(stranger.post("/auth/verify-otp", "{}"), 401, "unauthorized");
    assertEquals(422, stranger.with("X-API-Key", Served.KEY).post("/auth/send-otp", body).status());
  }

  @Test
  void a_key_counts_here_as_everywhere() {
    served.decision = new Decision.Denied(Duration.ofSeconds(5));

    var answer = api.post("/auth/send-otp", "{\"phone\":\"+14155550100\"}");

    assertProblem(answer, 429, "quota-exceeded");
    assertEquals("http.change", served.taken.getFirst().policy());
    assertTrue(verification.asked.isEmpty());
  }

  private Api.Answer check(String id) {
    return api.post("/auth/verify-otp", "{\"request_id\":\"" + id + "\",\"code\":\"123456\"}");
  }

  private void started(StartVerification.Result result) {
    verification.start = command -> result;
  }

  private static void assertProblem(Api.Answer answer, int status, String type) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
