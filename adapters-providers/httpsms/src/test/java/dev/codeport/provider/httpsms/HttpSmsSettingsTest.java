package dev.codeport.provider.httpsms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.MovableClock;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult.Genuine;
import dev.codeport.domain.verification.CallbackResult.NotOurs;
import dev.codeport.domain.verification.CallbackResult.Unreadable;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Accepted;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.SendResult.Refused;
import dev.codeport.domain.verification.SendResult.Unknown;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template and its rules make of things, and which of them are refused at the start. */
final class HttpSmsSettingsTest {
  private static final String SECRET = "0123456789abcdef";

  private final FakeGateway far = FakeGateway.start();

  @AfterEach
  void close() {
    far.close();
  }

  private TextGateway gateway(String... keysAndValues) {
    var values = new HashMap<>(plain());
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return gateway(values);
  }

  private static TextGateway gateway(Map<String, String> values) {
    return (TextGateway)
        SenderFactory.named("httpsms")
            .open(
                new SenderId("sms"),
                new Section("sender.sms", values),
                new Surroundings(Atlas.standard(), new MovableClock(), Upstream.client(1)));
  }

  private Map<String, String> plain() {
    return Map.of("url", far.base() + "/json", "body", "{\"text\":\"{text}\"}");
  }

  private static TextMessage message(String text) {
    return new TextMessage(
        "ref-7",
        new PhoneNumber("+447700900123"),
        new OneTimeCode("735201"),
        text,
        Duration.ofMinutes(10));
  }

  private SendResult answered(TextGateway gateway, int status, String body) {
    far.plan(Fault.answering(status, body));
    return gateway.deliver(message("735201"));
  }

  @Test
  void without_a_name_in_the_answer_our_reference_is_the_name() {
    var accepted = assertInstanceOf(Accepted.class, answered(gateway(), 200, "OK"));

    assertEquals(new Handle("ref-7"), accepted.handle());
  }

  @Test
  void a_status_that_is_not_said_to_be_good_is_not() {
    var gateway = gateway("ok-status", "200, 202-203");

    assertInstanceOf(Accepted.class, answered(gateway, 203, "OK"));
    assertInstanceOf(Unknown.class, answered(gateway, 201, "OK"));
  }

  @Test
  void what_must_be_found_must_be_found() {
    var gateway = gateway("ok-pattern", "^OK");

    assertInstanceOf(Accepted.class, answered(gateway, 200, "OK 17"));
    assertInstanceOf(Unknown.class, answered(gateway, 200, "not OK"));
  }

  @Test
  void a_name_may_be_a_number_and_must_be_there() {
    var gateway = gateway("id-pointer", "/id");

    assertEquals(
        new Handle("17"),
        assertInstanceOf(Accepted.class, answered(gateway, 200, "{\"id\":17}")).handle());
    assertInstanceOf(Unknown.class, answered(gateway, 200, "{\"id\":\" \"}"));
    assertInstanceOf(Unknown.class, answered(gateway, 200, "{\"id\":\"" + "7".repeat(300) + "\"}"));
  }

  @Test
  void a_refusal_is_one_with_a_good_status_too_but_not_when_the_gateway_broke() {
    var gateway = gateway("refused-fraud", "AIT|pumping", "refused-balance", "credit");

    assertEquals(
        Reason.FRAUD,
        assertInstanceOf(Refused.class, answered(gateway, 200, "blocked: AIT")).reason());
    assertEquals(
        Reason.BALANCE,
        assertInstanceOf(Refused.class, answered(gateway, 402, "no credit")).reason());
    assertInstanceOf(Unknown.class, answered(gateway, 500, "no credit"));
  }

  @ParameterizedTest
  @CsvSource({"401, ACCOUNT", "402, BALANCE", "403, ACCOUNT", "404, OTHER", "302, OTHER"})
  void without_rules_a_status_says_what_it_says(int status, Reason reason) {
    assertEquals(reason, assertInstanceOf(Refused.class, answered(gateway(), status, "")).reason());
  }

  @Test
  void a_sign_that_cannot_be_written_is_not_replaced_but_refused() {
    var xml = gateway("body-type", "xml", "body", "<t>{text}</t>");

    for (var text : List.of("735201 \u0001", "735201 \uD83D")) {
      assertEquals(
          Reason.UNSUPPORTED, assertInstanceOf(Refused.class, xml.deliver(message(text))).reason());
    }
    assertInstanceOf(Refused.class, gateway().deliver(message("735201 \uD83D")));
  }

  @Test
  void what_is_filled_in_is_not_filled_in_again() {
    var template = new Template("{text}|{to}", Escape.TEXT);
    var values = new Values(Map.of("text", "{to}$1\\", "to", "+44"));

    assertEquals("{to}$1\\|+44", template.fill(values));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url| |url",
        "url|ftp://gateway.example/|url",
        "url|http://{to}.example/|url",
        "url|http://gateway.example:99999/|url",
        "method|DELETE|method",
        "method|GET|body",
        "body|{\"text\":{text}}|body",
        "body|{\"text\":\"{text}\"|body",
        "body|{\"text\":\"{txt}\"}|body",
        "body|{\"text\":\"735201\"}|{text}",
        "body-type|yaml|sender.sms.body-type",
        "header-X Y|1|header-X Y",
        "header-Host|gateway.example|header-Host",
        "header-Content-Type|text/html|header-Content-Type",
        "header-X-Text|{text}|header-X-Text",
        "header-X-Code|{code}|header-X-Code",
        "header-X-Key|{key}|header-X-Key",
        "header-X-Key|schlüssel|header-X-Key",
        "sends-once|true|{reference}",
        "sends-once|perhaps|sender.sms.sends-once",
        "ok-status|2xx|sender.sms.ok-status",
        "ok-pattern|(|sender.sms.ok-pattern",
        "id-pointer|id|sender.sms.id-pointer",
        "id-pattern|id|id-pattern",
        "refused-fraude|x|sender.sms.refused-fraude",
        "callback-secret|short|callback-secret",
        "callback-secret|0123456789abcdef|callback-id",
        "deadline|1h|deadline",
        "boddy|x|sender.sms.boddy"
      })
  void what_cannot_work_is_refused_at_the_start(String key, String value, String named) {
    var values = new HashMap<>(plain());
    values.put(key, value == null ? "" : value);

    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> HttpSmsSettings.read(new Section("sender.sms", values)));

    assertTrue(String.valueOf(refused.getMessage()).contains(named), refused.getMessage());
  }

  @Test
  void a_header_of_two_lines_is_refused_at_the_start() {
    for (var value : List.of("a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000b")) {
      var refused =
          assertThrows(IllegalArgumentException.class, () -> gateway("header-X-Key", value));

      assertTrue(String.valueOf(refused.getMessage()).contains("header-X-Key"));
    }
  }

  @Test
  void the_example_in_the_documents_works() throws IOException {
    var page = Files.readString(Path.of("../../docs/senders.md"));
    var example = new Properties();
    example.load(
        new StringReader(
            page.substring(page.indexOf("```properties") + 13, page.lastIndexOf("```"))));
    var values = new HashMap<String, String>();
    example.forEach((key, value) -> values.put(key.toString().substring(12), value.toString()));
    assertEquals("httpsms", values.remove("dialect"));
    values.put("url", far.base() + "/json");
    values.put("api-key", "k");

    var gateway = gateway(values);

    var taken = answered(gateway, 200, "{\"messages\":[{\"id\":\"m-1\"}]}");
    var fraud = answered(gateway, 200, "{\"error\":{\"code\":\"AIT_BLOCKED\"}}");
    assertEquals(new Handle("m-1"), assertInstanceOf(Accepted.class, taken).handle());
    assertEquals(Reason.FRAUD, assertInstanceOf(Refused.class, fraud).reason());
  }

  @Test
  void a_key_of_two_lines_makes_no_second_header() {
    assertEquals("a%0D%0AX: b", Escape.HEADER.apply("a\r\nX: b"));
  }

  @Test
  void a_reason_shows_neither_key_nor_header() {
    var gateway = gateway("api-key", "k3y", "header-Authorization", "Basic c2VjcmV0");
    far.plan(Fault.of(Fault.Kind.LOST_ANSWER).on(Fault.Place.ANY));

    var detail = gateway.deliver(message("735201")).toString();

    assertFalse(detail.contains("k3y") || detail.contains("c2VjcmV0"), detail);
  }

  @Test
  void a_receipt_may_be_json() {
    var gateway =
        gateway(
            "callback-secret", SECRET,
            "callback-id", "/report/id",
            "callback-status", "/report/state",
            "callback-delivered", "2");

    var told = gateway.read(told("{\"report\":{\"id\":\"m-1\",\"state\":2}}"));

    var receipt = assertInstanceOf(Genuine.class, told).receipts().getFirst();
    assertEquals(new Handle("m-1"), receipt.handle());
    assertEquals(Status.DELIVERED, receipt.status());
    assertEquals(
        new Genuine(List.of()),
        gateway.read(told("{\"report\":{\"id\":\"m-1\",\"state\":\"new\"}}")));
    for (var nothing : List.of("", "{", "{}", "{\"report\":{\"id\":\"m-1\"}}")) {
      assertInstanceOf(Unreadable.class, gateway.read(told(nothing)), nothing);
    }
  }

  @Test
  void without_a_secret_it_listens_to_nobody() {
    assertEquals(new NotOurs(), gateway().read(told("{}")));
  }

  private static Callback told(String body) {
    return new Callback(
        "POST",
        URI.create("https://codes.example.org/callbacks/sms?secret=" + SECRET),
        Map.of(),
        body);
  }
}
