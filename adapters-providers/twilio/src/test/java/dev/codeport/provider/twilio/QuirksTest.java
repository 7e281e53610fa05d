package dev.codeport.provider.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.MovableClock;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult.Forged;
import dev.codeport.domain.verification.CallbackResult.Genuine;
import dev.codeport.domain.verification.CallbackResult.NotOurs;
import dev.codeport.domain.verification.CallbackResult.Unreadable;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Accepted;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this dialect has that others have not. */
final class QuirksTest {
  private static final Handle SM = new Handle("SM0123456789abcdef0123456789abcdef");
  private static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private final MovableClock clock = new MovableClock();
  private final FakeTwilio far = FakeTwilio.start(clock);
  private final TextGateway sender = TwilioTest.adapter(far, clock, UpstreamLimits.STANDARD);

  @AfterEach
  void close() {
    far.close();
  }

  private static TextMessage message(String text, Duration life) {
    return new TextMessage(
        "ref", new PhoneNumber("+447700900123"), new OneTimeCode("735201"), text, life);
  }

  private SendResult send(String text) {
    return sender.deliver(message(text, Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, INVALID_NUMBER",
    "400, 21612, UNREACHABLE",
    "400, 21614, UNREACHABLE",
    "400, 21610, OPTED_OUT",
    "400, 21408, COUNTRY_BLOCKED",
    "400, 30450, FRAUD",
    "400, 30453, FRAUD",
    "401, 20003, ACCOUNT",
    "404, 20404, ACCOUNT",
    "429, 20429, away",
    "429, 99999, away",
    "400, 99999, OTHER",
    "402, 0, BALANCE",
    "500, 21211, unknown",
    "200, 21211, unknown"
  })
  void every_code_has_one_meaning(int status, int code, String meaning) {
    far.plan(Fault.answering(status, "{\"code\":%d,\"message\":\"x\"}".formatted(code)));

    var result = send("735201");

    assertEquals(meaning, named(result), result.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "queued, null, accepted",
    "accepted, null, accepted",
    "something_new, null, accepted",
    "failed, 21610, OPTED_OUT",
    "undelivered, 30450, FRAUD",
    "failed, null, OTHER",
    "canceled, 7, OTHER"
  })
  void one_that_failed_at_once_is_told_with_a_good_status(
      String status, String code, String meaning) {
    far.plan(
        Fault.answering(
            201,
            "{\"sid\":\"%s\",\"status\":\"%s\",\"error_code\":%s}"
                .formatted(SM.value(), status, code)));

    assertEquals(meaning, named(send("735201")));
  }

  @Test
  void it_asks_that_no_sign_be_replaced_and_nothing_arrive_too_late() {
    assertInstanceOf(Accepted.class, send("“735201”"));

    assertEquals("false", far.lastForm().get("SmartEncoded"));
    assertEquals("600", far.lastForm().get("ValidityPeriod"));
    assertEquals(TwilioTest.TOLD, far.lastForm().get("StatusCallback"));
    assertEquals("+447700900999", far.lastForm().get("From"));
  }

  @Test
  void more_than_it_takes_is_refused() {
    assertInstanceOf(SendResult.Refused.class, send("x".repeat(1601)));
  }

  /** The example of Twilio's own documents (usage/security). */
  @Test
  void it_signs_as_twilios_documents_do() {
    var fields =
        Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");
    var url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    var signature = new TwilioSignature(Secret.of("12345"), URI.create(url));
    var callback = Signed.form(url, url, fields, "12345");

    assertEquals("RSOYDt4T1cUTdK1PDd93/VVr8B8=", callback.header("x-twilio-signature").orElse(""));
    assertTrue(signature.isOn(callback));
  }

  @ParameterizedTest
  @CsvSource({
    "https://codes.example.org/in, https://codes.example.org:443/in",
    "https://codes.example.org:8443/in, https://codes.example.org/in",
    "https://codes.example.org:8443/in, https://codes.example.org:8443/in",
    "http://codes.example.org/in, http://codes.example.org:80/in"
  })
  void the_address_is_signed_with_its_port_or_without(String told, String signed) {
    var signature = new TwilioSignature(Secret.of(TOKEN), URI.create(told));
    var behindProxy = "http://10.0.0.7:8080/in";
    var fields = TwilioTest.fields(SM, Status.SENT);

    assertTrue(signature.isOn(Signed.form(signed, behindProxy, fields, TOKEN)));
    assertFalse(
        signature.isOn(Signed.form(signed.replace("codes", "c0des"), behindProxy, fields, TOKEN)));
  }

  @Test
  void of_a_field_that_comes_twice_each_value_is_signed_once_in_order() {
    var body = "MessageStatus=sent&MessageSid=" + SM.value() + "&Media=b&Media=a&Media=b&a=1&B=2";
    var joined = "B2MediaaMediabMessageSid" + SM.value() + "MessageStatussenta1";

    var callback = Signed.post(TwilioTest.TOLD, body, Signed.sign(TwilioTest.TOLD + joined, TOKEN));

    assertInstanceOf(Genuine.class, sender.read(callback));
  }

  @Test
  void a_body_that_is_no_form_is_signed_by_its_hash_in_the_address() {
    var body = "{\"a\":1}";
    var hash = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";
    var url = TwilioTest.TOLD + "?bodySHA256=" + hash;

    var right = sender.read(Signed.post(url, body, Signed.sign(url, TOKEN)));
    var changed = sender.read(Signed.post(url, body + " ", Signed.sign(url, TOKEN)));
    var unsigned = sender.read(Signed.post(url, body, Signed.sign(url, "another")));

    assertInstanceOf(Unreadable.class, right);
    assertInstanceOf(Forged.class, changed);
    assertInstanceOf(Forged.class, unsigned);
  }

  @Test
  void a_failure_says_why_by_its_code() {
    var receipts =
        assertInstanceOf(
                Genuine.class, sender.read(signed(TwilioTest.fields(SM, Status.UNDELIVERED))))
            .receipts();

    assertEquals("30003", receipts.getFirst().detail());
  }

  @Test
  void what_is_new_or_about_something_else_is_genuine_and_says_nothing() {
    for (var word : List.of("receiving", "received", "partially_delivered", "something_new")) {
      var fields = new HashMap<>(TwilioTest.fields(SM, Status.SENT));
      fields.put("MessageStatus", word);
      fields.put("NewField", "new & strange=é");

      assertEquals(new Genuine(List.of()), sender.read(signed(fields)), word);
    }
  }

  @Test
  void what_is_signed_and_names_no_message_is_unreadable() {
    assertInstanceOf(Unreadable.class, sender.read(signed(Map.of("A", "b"))));
  }

  @Test
  void what_is_no_form_is_forged() {
    var broken = Signed.post(TwilioTest.TOLD, "a=%zz", Signed.sign(TwilioTest.TOLD, TOKEN));

    assertInstanceOf(Forged.class, sender.read(broken));
  }

  @Test
  void without_an_address_of_ours_it_is_not_listened_to() {
    var settings = TwilioSettings.of(far.base(), FakeTwilio.ACCOUNT, far.token(), "Acme");
    var deaf = TwilioFactory.open(new SenderId("deaf"), settings, around());

    assertEquals(new NotOurs(), deaf.read(signed(TwilioTest.fields(SM, Status.SENT))));
  }

  @Test
  void it_is_found_by_its_dialect_and_reads_its_settings() {
    var values = new HashMap<>(settings());
    values.put("from", "MG" + "0".repeat(32));
    values.put("callback", TwilioTest.TOLD);

    var opened =
        (TextGateway)
            SenderFactory.named("twilio")
                .open(new SenderId("sms"), new Section("sender.sms", values), around());
    opened.deliver(message("735201", Duration.ofDays(2)));

    assertEquals("MG" + "0".repeat(32), far.lastForm().get("MessagingServiceSid"));
    assertEquals("36000", far.lastForm().get("ValidityPeriod"));
    assertFalse(far.lastForm().containsKey("From"));
  }

  @Test
  void a_dialect_that_is_mistyped_is_named_right() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> SenderFactory.named("twillio"));

    assertEquals("no sender dialect \"twillio\"; did you mean twilio?", refused.getMessage());
  }

  @Test
  void settings_that_are_wrong_are_named() {
    assertWrong("account-sid", "AC12");
    assertWrong("auth-token", "");
    assertWrong("from", "a name that is too long");
    assertWrong("callback", "codes.example.org");
    assertWrong("key-sid", "AC" + "0".repeat(32));
    assertWrong("tokem", "x");
  }

  private void assertWrong(String key, String value) {
    var values = new HashMap<>(settings());
    values.put("key-sid", "SK" + "0".repeat(32));
    values.put("key-secret", "s");
    values.put(key, value);

    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> TwilioSettings.read(new Section("sender.sms", values)));

    assertTrue(String.valueOf(refused.getMessage()).contains(key), refused.getMessage());
  }

  private Map<String, String> settings() {
    return Map.of(
        "url",
        far.base().toString(),
        "account-sid",
        FakeTwilio.ACCOUNT,
        "auth-token",
        far.token().reveal(),
        "from",
        "+447700900999");
  }

  private Surroundings around() {
    return new Surroundings(Atlas.standard(), clock, Upstream.client(1));
  }

  private static Callback signed(Map<String, String> fields) {
    return Signed.form(TwilioTest.TOLD, TwilioTest.TOLD, fields, TOKEN);
  }

  private static String named(SendResult result) {
    return switch (result) {
      case Accepted accepted -> "accepted";
      case SendResult.Refused refused -> refused.reason().name();
      case SendResult.Unavailable away -> "away";
      case SendResult.Unknown unknown -> "unknown";
    };
  }
}
