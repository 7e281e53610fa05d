package dev.codeport.provider.twilioverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.MovableClock;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Accepted;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.SendResult.Refused;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each of Twilio's codes makes of a send and of a guess, and what else is its own. */
final class TwilioVerifyFaultsTest {
  private static final PhoneNumber PHONE = new PhoneNumber("+447700900123");

  private final MovableClock clock = new MovableClock();
  private final FakeTwilioVerify far = FakeTwilioVerify.start(clock);
  private final OtpSender sender = TwilioVerifyTest.adapter(far, clock, UpstreamLimits.STANDARD);

  @AfterEach
  void close() {
    far.close();
  }

  private SendResult send() {
    return sender.send(request(Locale.ENGLISH));
  }

  private static SendRequest request(Locale locale) {
    return new SendRequest(
        "ref",
        PHONE,
        Channel.SMS,
        locale,
        6,
        Duration.ofMinutes(10),
        Optional.of("FA+9qCX9VSu"),
        Optional.of("203.0.113.7"),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "400, 60200, Invalid parameter `To`: +44770, INVALID_NUMBER",
    "400, 60200, Invalid parameter `Channel`: pigeon, UNSUPPORTED",
    "400, 60200, Invalid parameter, OTHER",
    "400, 21211, '', INVALID_NUMBER",
    "403, 60205, '', UNREACHABLE",
    "400, 21612, '', UNREACHABLE",
    "400, 21614, '', UNREACHABLE",
    "400, 21610, '', OPTED_OUT",
    "403, 60605, '', COUNTRY_BLOCKED",
    "400, 21408, '', COUNTRY_BLOCKED",
    "403, 60410, '', FRAUD",
    "400, 30450, '', FRAUD",
    "400, 30453, '', FRAUD",
    "429, 60203, '', TOO_MANY",
    "429, 60202, '', TOO_MANY",
    "403, 60204, '', UNSUPPORTED",
    "401, 20003, '', ACCOUNT",
    "404, 20404, '', ACCOUNT",
    "400, 60206, '', OTHER",
    "400, 99999, '', OTHER",
    "403, 99999, '', ACCOUNT",
    "429, 20429, '', away",
    "429, 60212, '', away",
    "429, 99999, '', away",
    "500, 60410, '', unknown",
    "503, 20503, '', unknown",
    "200, 60410, '', unknown"
  })
  void every_code_has_one_meaning_for_a_send(int status, int code, String message, String meaning) {
    far.plan(Fault.answering(status, error(code, message)));

    var result = send();

    assertEquals(meaning, named(result), result.toString());
    assertFalse(result.toString().contains("44770"), result.toString());
  }

  @Test
  void a_service_that_breaks_again_and_again_is_left_alone_but_for_guesses() {
    var handle = assertInstanceOf(Accepted.class, send()).handle();
    for (int i = 0; i < 5; i++) {
      far.plan(Fault.answering(503, ""));
      assertEquals("unknown", named(send()));
    }

    assertEquals("away", named(send()));
    assertInstanceOf(CheckResult.Wrong.class, sender.check(handle, new OneTimeCode("000000")));
    clock.advance(Duration.ofSeconds(15));
    assertInstanceOf(Accepted.class, send());
  }

  @ParameterizedTest
  @CsvSource({
    "404, 20404, gone",
    "429, 60202, too many",
    "400, 60201, wrong",
    "429, 60212, away",
    "429, 20429, away",
    "401, 20003, away",
    "400, 60200, unknown",
    "400, 99999, unknown",
    "404, 99999, away",
    "500, 20404, unknown"
  })
  void every_code_has_one_meaning_for_a_guess(int status, int code, String meaning) {
    far.plan(Fault.answering(status, error(code, "")));

    assertEquals(meaning, named(check("VE00000000000000000000000000000000")));
  }

  @ParameterizedTest
  @CsvSource({
    "approved, right",
    "pending, wrong",
    "max_attempts_reached, too many",
    "expired, gone",
    "canceled, gone",
    "deleted, gone",
    "failed, gone",
    "something_new, unknown"
  })
  void every_status_has_one_meaning_for_a_guess(String status, String meaning) {
    far.plan(
        Fault.answering(
            200,
            "{\"sid\":\"VE0123456789abcdef0123456789abcdef\",\"status\":\"%s\"}"
                .formatted(status)));

    assertEquals(meaning, named(check("VE0123456789abcdef0123456789abcdef")));
  }

  @Test
  void within_ten_minutes_the_same_code_goes_out_under_the_same_name_five_times() {
    var first = assertInstanceOf(Accepted.class, send());
    for (int i = 1; i < 5; i++) {
      assertEquals(first, send());
    }

    assertEquals(Reason.TOO_MANY, assertInstanceOf(Refused.class, send()).reason());
    assertEquals(1, far.books().inbox(PHONE.e164()).stream().distinct().count());
    assertEquals(Optional.of(clock.instant().plus(Duration.ofMinutes(10))), first.expiresAt());
  }

  @Test
  void two_requests_for_one_number_at_the_same_time_are_one_too_many() {
    far.books().setBusy(PHONE.e164(), true);
    assertInstanceOf(SendResult.Unavailable.class, send());

    far.books().setBusy(PHONE.e164(), false);
    var sent = assertInstanceOf(Accepted.class, send());

    far.books().setBusy(PHONE.e164(), true);
    assertInstanceOf(CheckResult.Unavailable.class, check(sent.handle().value()));
  }

  @Test
  void it_asks_for_what_was_asked_of_it() {
    sender.send(request(Locale.GERMANY));

    assertEquals(
        Map.of("To", "+447700900123", "Channel", "sms", "Locale", "de", "AppHash", "FA+9qCX9VSu"),
        far.lastForm());
  }

  @Test
  void a_language_that_it_does_not_have_is_not_asked_for() {
    assertEquals(Optional.of("pt-BR"), TwilioVerifyForms.locale(Locale.of("pt", "BR")));
    assertEquals(Optional.of("pt"), TwilioVerifyForms.locale(Locale.of("pt", "PT")));
    assertEquals(Optional.empty(), TwilioVerifyForms.locale(Locale.of("eo")));
    assertEquals(Optional.empty(), TwilioVerifyForms.locale(Locale.ROOT));
  }

  @Test
  void it_is_found_by_its_dialect_and_reads_its_settings() {
    var values = new HashMap<>(settings());
    values.putAll(
        Map.of("url", far.base().toString(), "channels", "sms, call", "address-limit", "by_ip"));
    var around = new Surroundings(Atlas.standard(), clock, Upstream.client(1));

    var opened =
        (OtpSender)
            SenderFactory.named("twilioverify")
                .open(new SenderId("verify"), new Section("sender.verify", values), around);

    assertEquals(Set.of(Channel.SMS, Channel.CALL), opened.profile().channels());
    assertInstanceOf(Accepted.class, opened.send(request(Locale.ENGLISH)));
    assertEquals("{\"by_ip\":\"203.0.113.7\"}", far.lastForm().get("RateLimits"));
  }

  @Test
  void settings_that_are_wrong_are_named() {
    assertWrong("key-sid", "AC12");
    assertWrong("key-secret", "");
    assertWrong("service-sid", FakeTwilioVerify.ACCOUNT);
    assertWrong("channels", "pigeon");
    assertWrong("life", "soon");
    assertWrong("tokem", "x");
  }

  private void assertWrong(String key, String value) {
    var values = new HashMap<>(settings());
    values.put(key, value);

    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> TwilioVerifySettings.read(new Section("sender.verify", values)));

    assertTrue(String.valueOf(refused.getMessage()).contains(key), refused.getMessage());
  }

  private Map<String, String> settings() {
    return Map.of(
        "key-sid",
        FakeTwilioVerify.ACCOUNT,
        "key-secret",
        far.token().reveal(),
        "service-sid",
        FakeTwilioVerify.SERVICE);
  }

  private CheckResult check(String sid) {
    return sender.check(new Handle(sid), new OneTimeCode("123456"));
  }

  private static String error(int code, String message) {
    return "{\"code\":%d,\"message\":\"%s\",\"status\":400}".formatted(code, message);
  }

  private static String named(SendResult result) {
    return switch (result) {
      case Accepted accepted -> "accepted";
      case Refused refused -> refused.reason().name();
      case SendResult.Unavailable away -> "away";
      case SendResult.Unknown unknown -> "unknown";
    };
  }

  private static String named(CheckResult result) {
    return switch (result) {
      case CheckResult.Right right -> "right";
      case CheckResult.Wrong wrong -> "wrong";
      case CheckResult.UsedUp used -> "used up";
      case CheckResult.Gone gone -> gone.tooMany() ? "too many" : "gone";
      case CheckResult.Unavailable away -> "away";
      case CheckResult.Unknown unknown -> "unknown";
    };
  }
}
