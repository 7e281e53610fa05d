package dev.codeport.http.facade.twilioverify;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.PHONE;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.verify.v2.Service;
import com.twilio.rest.verify.v2.service.Verification;
import com.twilio.rest.verify.v2.service.VerificationCheck;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification.Reason;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import dev.codeport.http.Served;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official SDK for Java, unchanged but for where its HTTP client leads. */
class SdkTest {
  private static final String SERVICE = Sdk.SERVICE;
  private static final String ACCOUNT = Sdk.ACCOUNT;
  private static final String SID = "VE" + ID;

  private final Served served = Served.start();
  private final FakeVerification verification = served.codeport.verification;
  private final TwilioRestClient client = client(ACCOUNT, Served.KEY);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void creates_a_verification() {
    verification.dispatches = List.of(GivenVerification.dispatch(), GivenVerification.refused());
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    var created = Verification.creator(SERVICE, PHONE.e164(), "sms").create(client);

    assertEquals(SID, created.getSid());
    assertEquals(SERVICE, created.getServiceSid());
    assertEquals(ACCOUNT, created.getAccountSid());
    assertEquals(PHONE.e164(), created.getTo());
    assertEquals(Verification.Channel.SMS, created.getChannel());
    assertEquals("pending", created.getStatus());
    assertEquals(false, created.getValid());
    assertEquals(Given.NOW, created.getDateCreated().toInstant());
    assertTrue(
        created.getUrl().toString().endsWith("/v2/Services/" + SERVICE + "/Verifications/" + SID));
    assertEquals(1, created.getSendCodeAttempts().size());
    var attempt = assertInstanceOf(Map.class, created.getSendCodeAttempts().getFirst());
    assertEquals("SMS", attempt.get("channel"));
    assertTrue(String.valueOf(attempt.get("attempt_sid")).matches("VL[0-9a-f]{32}"));
  }

  @Test
  void passes_on_what_has_a_meaning_here() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));

    Verification.creator(SERVICE, "+1 (415) 555-0100", "call")
        .setLocale("pt-BR")
        .setCustomCode("048151")
        .setAppHash("FA+9qCX9VSu")
        .setRateLimits(Map.of("end_user_ip", "203.0.113.7"))
        .setCustomFriendlyName("Acme & Söhne")
        .setTags("{\"k\":\"v\"}")
        .create(client);

    var command = command();
    assertEquals("+1 (415) 555-0100", command.phone());
    assertEquals(Channel.CALL, command.channel());
    assertEquals(Locale.forLanguageTag("pt-BR"), command.locale());
    assertEquals("048151", command.chosen().orElseThrow().digits());
    assertEquals(Optional.of("FA+9qCX9VSu"), command.appHash());
    assertEquals("203.0.113.7", command.address().orElseThrow().toString());
    assertEquals(Optional.empty(), command.repeatable());
  }

  @Test
  void created_once_more_it_has_the_same_sid() {
    started(new StartVerification.Accepted(shown(GivenVerification.sent())));
    var first = Verification.creator(SERVICE, PHONE.e164(), "sms").create(client);
    started(new StartVerification.Accepted(shown(GivenVerification.sent().again(later()))));

    var again = Verification.creator(SERVICE, PHONE.e164(), "sms").create(client);

    assertEquals(first.getSid(), again.getSid());
    assertEquals(later(), again.getDateUpdated().toInstant());
    assertEquals(first.getDateCreated(), again.getDateCreated());
  }

  /** After a fault it does so by itself; the first may have been sent. */
  @Test
  void posting_again_by_itself_it_gets_what_became_of_the_first() {
    var posts = new AtomicInteger();
    verification.start =
        command -> {
          if (posts.incrementAndGet() == 1) {
            throw new IllegalStateException("broken on purpose, after the message left");
          }
          return new StartVerification.Replayed(shown(GivenVerification.sent()));
        };

    var created = Verification.creator(SERVICE, PHONE.e164(), "sms").create(client);

    assertEquals(SID, created.getSid());
    assertEquals(2, posts.get());
    assertEquals(1, verification.asked.stream().distinct().count());
  }

  @Test
  void checks_a_code_by_phone_and_by_sid() {
    verification.checked = new CheckVerification.Right(shown(GivenVerification.verified()));

    var byPhone =
        VerificationCheck.creator(SERVICE).setTo(PHONE.e164()).setCode("048151").create(client);
    var bySid =
        VerificationCheck.creator(SERVICE).setVerificationSid(SID).setCode("048151").create(client);

    for (var check : List.of(byPhone, bySid)) {
      assertEquals("approved", check.getStatus());
      assertEquals(true, check.getValid());
      assertEquals(SID, check.getSid());
      assertEquals(PHONE.e164(), check.getTo());
    }
    assertEquals(
        List.of(
            new FakeVerification.Guessed(PHONE, "048151"),
            new FakeVerification.Guessed(ID, "048151")),
        verification.asked);
  }

  @Test
  void a_wrong_code_leaves_it_pending() {
    verification.checked = new CheckVerification.Wrong(shown(GivenVerification.guessed(1)));

    var check =
        VerificationCheck.creator(SERVICE).setTo(PHONE.e164()).setCode("000000").create(client);

    assertEquals("pending", check.getStatus());
    assertEquals(false, check.getValid());
  }

  @ParameterizedTest
  @CsvSource({"CANCELED, 404, 20404", "EXPIRED, 404, 20404", "TOO_MANY_GUESSES, 429, 60202"})
  void what_has_ended_is_gone(Reason reason, int status, int code) {
    verification.checked = new CheckVerification.Ended(shown(GivenVerification.failed(reason)));

    Sdk.assertFault(status, code, this::check);
  }

  @Test
  void after_success_the_check_is_not_found() {
    verification.checked = new CheckVerification.Ended(shown(GivenVerification.verified()));

    var fault = Sdk.assertFault(404, 20404, this::check);

    assertEquals(
        "The requested resource /Services/" + SERVICE + "/VerificationCheck was not found",
        fault.getMessage());
    assertEquals("https://www.twilio.com/docs/errors/20404", fault.getMoreInfo());
  }

  @Test
  void what_is_not_found_is_named_by_its_sid_and_never_by_its_phone() {
    var bySid = Sdk.assertFault(404, 20404, () -> Verification.fetcher(SERVICE, SID).fetch(client));
    var byPhone =
        Sdk.assertFault(
            404, 20404, () -> Verification.fetcher(SERVICE, PHONE.e164()).fetch(client));

    assertTrue(String.valueOf(bySid.getMessage()).contains("/Verifications/" + SID + " was"));
    assertTrue(String.valueOf(byPhone.getMessage()).contains("/Verifications/… was"));
  }

  @Test
  void by_phone_a_last_guess_that_was_taken_is_told_from_nothing() {
    Sdk.assertFault(404, 20404, this::check);

    verification.known = List.of(shown(GivenVerification.failed(Reason.TOO_MANY_GUESSES)));

    Sdk.assertFault(429, 60202, this::check);
  }

  /** A guess was spent, and it must not be spent again behind the caller's back. */
  @Test
  void a_check_that_could_not_be_made_is_not_posted_again() {
    verification.checked = new CheckVerification.Unavailable(Optional.of(Duration.ofSeconds(1)));

    Sdk.assertFault(409, 20409, this::check);

    assertEquals(1, verification.asked.size());
  }

  @Test
  void fetches_by_sid_and_by_phone() {
    verification.known = List.of(shown(GivenVerification.sent()));

    var bySid = Verification.fetcher(SERVICE, SID).fetch(client);
    var byPhone = Verification.fetcher(SERVICE, PHONE.e164()).fetch(client);

    assertEquals("pending", bySid.getStatus());
    assertEquals(bySid, byPhone);
  }

  @ParameterizedTest
  @CsvSource({
    "CANCELED, canceled",
    "EXPIRED, expired",
    "TOO_MANY_GUESSES, max_attempts_reached",
    "NOT_SENT, failed"
  })
  void an_ended_one_is_found_by_its_sid_only(Reason reason, String status) {
    verification.known = List.of(shown(GivenVerification.failed(reason)));

    assertEquals(status, Verification.fetcher(SERVICE, SID).fetch(client).getStatus());
    Sdk.assertFault(404, 20404, () -> Verification.fetcher(SERVICE, PHONE.e164()).fetch(client));
  }

  @Test
  void cancels_by_sid_and_by_phone() {
    var canceled = shown(GivenVerification.failed(Reason.CANCELED));
    verification.known = List.of(shown(GivenVerification.sent()));
    verification.canceled = new CancelVerification.Canceled(canceled);

    var bySid = cancel(SID);
    verification.canceled = new CancelVerification.Ended(canceled);
    var byPhone = cancel(PHONE.e164());

    assertEquals("canceled", bySid.getStatus());
    assertEquals("canceled", byPhone.getStatus());
    assertEquals(List.of(ID, ID), verification.asked);
  }

  @Test
  void nothing_is_approved_by_word_of_mouth() {
    verification.known = List.of(shown(GivenVerification.sent()));

    Sdk.assertFault(
        403,
        60204,
        () -> Verification.updater(SERVICE, SID, Verification.Status.APPROVED).update(client));
    assertTrue(verification.asked.isEmpty());
  }

  @Test
  void what_is_not_there_cannot_be_canceled() {
    Sdk.assertFault(404, 20404, () -> cancel(SID));
    verification.known = List.of(shown(GivenVerification.verified()));
    verification.canceled = new CancelVerification.Ended(shown(GivenVerification.verified()));

    Sdk.assertFault(404, 20404, () -> cancel(SID));
  }

  @Test
  void fetches_the_accounts_one_service_and_lists_it() {
    var fetched = Service.fetcher(SERVICE).fetch(client);
    var listed = Service.reader().read(client);

    assertEquals(SERVICE, fetched.getSid());
    assertEquals(ACCOUNT, fetched.getAccountSid());
    assertEquals("Test", fetched.getFriendlyName());
    assertTrue(fetched.getLinks().containsKey("verifications"));
    var sids = new java.util.ArrayList<String>();
    listed.forEach(service -> sids.add(service.getSid()));
    assertEquals(List.of(SERVICE), sids);
  }

  @Test
  void a_service_of_another_account_is_not_there() {
    var other = "VA" + "0".repeat(31) + "8";

    Sdk.assertFault(404, 20404, () -> Service.fetcher(other).fetch(client));
    Sdk.assertFault(
        404, 20404, () -> Verification.creator(other, PHONE.e164(), "sms").create(client));
    assertTrue(verification.asked.isEmpty());
  }

  @Test
  void a_key_opens_under_a_keys_name_too_and_a_wrong_one_does_not() {
    var key = client("SK" + "b".repeat(32), Served.KEY);
    var wrong = client(ACCOUNT, "cp_other");

    assertEquals(SERVICE, Service.fetcher(SERVICE).fetch(key).getSid());
    Sdk.assertFault(401, 20003, () -> Service.fetcher(SERVICE).fetch(wrong));
  }

  @Test
  void too_many_sends_say_in_details_when_to_come_back() {
    started(new StartVerification.PhoneLimited(Duration.ofMinutes(9)));

    var fault = Sdk.assertFault(429, 60203, this::create);

    assertEquals(Map.of("retry_after", 540), fault.getDetails());
    assertEquals("Max send attempts reached", fault.getMessage());
  }

  @Test
  void other_limits_have_codes_of_their_own() {
    started(new StartVerification.AddressLimited(Duration.ofSeconds(7)));
    Sdk.assertFault(429, 60207, this::create);
    started(new StartVerification.PhoneLocked(Given.NOW.plusSeconds(60)));
    assertEquals(Map.of("retry_after", 60), Sdk.assertFault(429, 60202, this::create).getDetails());
    served.decision = new Decision.Denied(Duration.ofSeconds(3));
    assertEquals(Map.of("retry_after", 3), Sdk.assertFault(429, 20429, this::create).getDetails());
  }

  @ParameterizedTest
  @CsvSource({
    "region, AQ, 403, 60605",
    "number-kind, fixed_line, 400, 60205",
    "number-kind, premium_rate, 403, 60410",
    "block-list, listed, 403, 60410"
  })
  void each_rule_has_its_code(String rule, String value, int status, int code) {
    started(new StartVerification.Blocked(new Finding(rule, Mode.BLOCK, value, "")));

    Sdk.assertFault(status, code, this::create);
  }

  @Test
  void refusals_have_their_codes() {
    started(new StartVerification.NotANumber());
    Sdk.assertFault(400, 60200, this::create);
    started(new StartVerification.NoSender());
    Sdk.assertFault(403, 60204, this::create);
    started(new StartVerification.KeyReused());
    Sdk.assertFault(400, 60200, this::create);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_NUMBER, 400, 60200",
    "UNREACHABLE, 400, 60205",
    "COUNTRY_BLOCKED, 403, 60605",
    "FRAUD, 403, 60410",
    "OPTED_OUT, 400, 21610",
    "TOO_MANY, 429, 60203",
    "UNSUPPORTED, 403, 60204",
    "ACCOUNT, 503, 20503"
  })
  void a_senders_refusal_has_its_code(SendResult.Reason reason, int status, int code) {
    started(
        new StartVerification.NotSent(
            shown(GivenVerification.failed(Reason.NOT_SENT)),
            new SendResult.Refused(reason, "a vendor's own words")));

    var fault = Sdk.assertFault(status, code, this::create);

    assertFalse(String.valueOf(fault.getMessage()).contains("own words"));
  }

  @Test
  void what_is_malformed_is_an_invalid_parameter() {
    Sdk.assertFault(
        400, 60200, () -> Verification.creator(SERVICE, PHONE.e164(), "pigeon").create(client));
    Sdk.assertFault(
        400,
        60200,
        () ->
            Verification.creator(SERVICE, PHONE.e164(), "sms")
                .setCustomCode("12x4")
                .create(client));
    Sdk.assertFault(
        400,
        60200,
        () -> VerificationCheck.creator(SERVICE).setTo(PHONE.e164()).setCode("1").create(client));
    Sdk.assertFault(
        400, 60200, () -> VerificationCheck.creator(SERVICE).setCode("1234").create(client));
    assertTrue(verification.asked.isEmpty());
  }

  private Verification create() {
    return Verification.creator(SERVICE, PHONE.e164(), "sms").create(client);
  }

  private VerificationCheck check() {
    return VerificationCheck.creator(SERVICE).setTo(PHONE.e164()).setCode("000000").create(client);
  }

  private Verification cancel(String key) {
    return Verification.updater(SERVICE, key, Verification.Status.CANCELED).update(client);
  }

  private StartVerification.Command command() {
    return assertInstanceOf(StartVerification.Command.class, verification.asked.getFirst());
  }

  private void started(StartVerification.Result result) {
    verification.start = command -> result;
  }

  private static Instant later() {
    return Given.NOW.plusSeconds(60);
  }

  private TwilioRestClient client(String user, String secret) {
    return Sdk.client(served, user, secret);
  }
}
