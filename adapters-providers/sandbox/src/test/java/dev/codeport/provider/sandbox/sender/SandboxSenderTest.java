package dev.codeport.provider.sandbox.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.sender.SenderBooks.State;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SandboxSenderTest {
  private static final PhoneNumber PHONE = new PhoneNumber("+447700900123");

  private final Asker asker = new Asker(SandboxSenderSettings.standard().withSendsPerPhone(0));
  private final SandboxSender sender = asker.sender;

  @AfterEach
  void close() {
    asker.close();
  }

  private String sent(String key) {
    return asker.send(PHONE.e164(), key).path("data").path("requestId").asText();
  }

  private String code() {
    return sender.phones().inbox(PHONE).getLast().text().substring(0, 6);
  }

  @Test
  void a_code_reaches_the_phone_it_is_for() {
    var id = sent("a");

    var inbox = sender.phones().inbox(PHONE);

    assertTrue(inbox.getFirst().text().matches("\\d{6} is your verification code\\."));
    assertEquals(asker.now, inbox.getFirst().at());
    assertEquals(List.of(id), sender.books().entries().stream().map(e -> e.id()).toList());
  }

  @Test
  void codes_are_as_long_and_have_as_many_guesses_as_it_is_told() {
    var settings = SandboxSenderSettings.standard().withCodeLength(8).withAttempts(5);
    try (var other = new Asker(settings)) {
      var data = other.send(PHONE.e164(), "a").path("data");

      assertEquals(5, data.path("attemptsLeft").asInt());
      assertTrue(other.sender.phones().inbox(PHONE).getFirst().text().matches("\\d{8} is your .*"));
    }
  }

  @Test
  void a_key_that_was_seen_sends_nothing_more() {
    assertEquals(sent("a"), sent("a"));

    assertEquals(1, sender.phones().inbox(PHONE).size());
    assertNotEquals(sent("a"), sent("b"));
    assertEquals(2, sender.books().sent());
  }

  @Test
  void the_books_say_how_each_code_stands() {
    var right = sent("a");
    var code = code();
    asker.verify(right, code.equals("000000") ? "000001" : "000000");
    assertTrue(asker.verify(right, code).path("data").path("verified").asBoolean());
    var wrong = sent("b");
    for (int i = 0; i < 4; i++) {
      asker.verify(wrong, "x");
    }

    var entries = sender.books().entries();

    assertEquals(State.VERIFIED, entries.getFirst().state());
    assertEquals(1, entries.getFirst().wrongGuesses());
    assertEquals(State.EXHAUSTED, entries.getLast().state());
    assertEquals(3, entries.getLast().wrongGuesses());
  }

  @Test
  void texts_are_carried_as_they_are() {
    var text = "Код 735201\n\n@acme.example #735201";

    var answer =
        asker.post(
            "/texts",
            "{\"to\":\"447700900123\",\"text\":\"%s\",\"reference\":\"r\"}"
                .formatted(text.replace("\n", "\\n")));

    assertTrue(answer.path("id").asText().startsWith("txt_"));
    assertEquals(text, sender.phones().inbox(PHONE).getFirst().text());
  }

  @Test
  void who_has_another_key_gets_nothing() {
    try (var other = new Asker(SandboxSenderSettings.standard().withGeneration(Generation.G4))) {
      // It wants its key elsewhere.
      var answer = other.post("/v1/auth/send-otp", "{\"phone\":\"+447700900123\"}");

      assertEquals("UNAUTHORIZED", answer.path("error").path("code").asText());
      assertEquals(0, other.sender.books().sent());
    }
  }

  @Test
  void who_listens_learns_of_every_message_before_it_is_answered() {
    var heard = new ConcurrentLinkedQueue<String>();
    sender.onArrival((phone, text) -> heard.add(phone.e164() + " " + text));

    sent("a");
    sent("a");

    assertEquals(
        List.of(PHONE.e164() + " " + code() + " is your verification code."), List.copyOf(heard));
  }

  @Test
  void a_phone_keeps_its_newest_messages_and_no_more() {
    var codes = new ArrayList<String>();
    for (int i = 0; i < 25; i++) {
      sent("key-" + i);
      codes.add(code());
    }

    var inbox = sender.phones().inbox(PHONE);

    assertEquals(codes.subList(5, 25), inbox.stream().map(m -> m.text().substring(0, 6)).toList());
    assertFalse(inbox.toString().contains(codes.getLast()));
  }

  @Test
  void what_goes_wrong_is_planned_and_counted() {
    sender.plan(
        Fault.of(Kind.REFUSE).on(Place.SEND).saying("INVALID_PHONE"),
        Fault.answering(418, "{\"tea\":true}").on(Place.CHECK));

    assertTrue(asker.verify("req_1", "123456").path("tea").asBoolean());
    assertEquals(
        "INVALID_PHONE", asker.send(PHONE.e164(), "a").path("error").path("code").asText());
    assertEquals(Map.of(Kind.REFUSE, 1L, Kind.ANSWER, 1L), sender.seen());
    assertEquals(List.of(), sender.pending());
    assertEquals(0, sender.books().sent());
  }

  @Test
  void it_tells_what_became_of_a_message_and_signs_that() throws Exception {
    var told = new LinkedBlockingQueue<Notice>();
    var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          told.add(new Notice(exchange.getRequestHeaders().getFirst(Notice.HEADER), body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    listener.start();
    try {
      sender.tell(URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/told"));

      var id = sent("a");

      var notice = told.poll(10, TimeUnit.SECONDS);
      assertNotNull(notice);
      assertTrue(notice.body().contains("\"requestId\":\"" + id + "\""));
      assertTrue(notice.body().contains("\"type\":\"otp.delivered\""));
      assertEquals(Hmac.of(sender.webhookSecret()).hex(notice.body()), notice.signature());
    } finally {
      listener.stop(0);
    }
  }

  @Test
  void it_tells_what_became_of_a_text_in_the_query_of_an_address() throws Exception {
    var told = new LinkedBlockingQueue<String>();
    var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          told.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    listener.start();
    try {
      var at = "http://127.0.0.1:" + listener.getAddress().getPort();
      sender.tell(URI.create(at + "/codes"));
      sender.tellOfTexts(URI.create(at + "/texts?secret=s"));

      var id =
          asker
              .post("/texts", "{\"to\":\"447700900123\",\"text\":\"Hi\",\"reference\":\"r\"}")
              .path("id")
              .asText();

      assertEquals(
          "GET /texts?secret=s&id=" + id + "&status=delivered", told.poll(10, TimeUnit.SECONDS));
    } finally {
      listener.stop(0);
    }
  }
}
