package dev.codeport.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import dev.codeport.provider.sandbox.sender.SandboxSenderSettings;
import dev.codeport.provider.sandbox.sender.SenderBooks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guesses at two services with one Postgres and one Redis between them. Codes to Britain are made
 * and checked by a sender whose books count what was compared; codes to America are ours.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GuessesOverNodesTest {
  private static final String BRITAIN = "+4477009001";
  private static final String AMERICA = "+1415555010";
  private static final Pattern CODE = Pattern.compile("\\d{6}");
  private static final List<String> BOTH = List.of("a", "b");

  private final SandboxSender sender =
      SandboxSender.start(
          SandboxSenderSettings.standard().withSendsPerPhone(0).withAttempts(10_000),
          InstantSource.system(),
          new Random(7));
  private final Nodes nodes;
  private final String key;

  GuessesOverNodesTest(@TempDir Path folder) throws IOException {
    this.nodes =
        Nodes.open(
            folder,
            Map.ofEntries(
                Map.entry("sandbox.mode", "off"),
                Map.entry("sender.codes.dialect", "startmessaging"),
                Map.entry("sender.codes.url", sender.baseUri().toString()),
                Map.entry("sender.codes.api-key", sender.apiKey().reveal()),
                Map.entry("sender.codes.regions", "GB"),
                Map.entry("sender.texts.dialect", "httpsms"),
                Map.entry("sender.texts.url", sender.textUri().toString()),
                Map.entry("sender.texts.api-key", sender.apiKey().reveal()),
                Map.entry("sender.texts.header-x-api-key", "{api_key}"),
                Map.entry(
                    "sender.texts.body",
                    "{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{reference}\"}"),
                Map.entry("sender.texts.id-pointer", "/id"),
                Map.entry("sender.texts.regions", "US"),
                Map.entry("verification.regions", "*"),
                Map.entry("verification.number-kinds", "off"),
                Map.entry("verification.phone-windows", "1000/1d"),
                Map.entry("verification.phone-pauses", "1ms"),
                Map.entry("verification.daily-sends", "1000"),
                Map.entry("verification.quiet", "0s")));
    this.key = nodes.customer();
  }

  @AfterAll
  void stop() throws IOException {
    nodes.close();
    sender.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {BRITAIN + "10", AMERICA + "0"})
  void of_a_thousand_wrong_guesses_at_once_as_many_are_compared_as_are_allowed(String phone)
      throws Exception {
    var id = begin("a", phone);

    var answers = atOnce(1_000, id, wrong(phone));

    assertEquals(5, Collections.frequency(answers, "wrong_code"), answers::toString);
    assertEquals(995, Collections.frequency(answers, "too_many_guesses"));
    assertEquals("too_many_guesses", guess("b", id, code(phone)));
    assertEquals(phone.startsWith(BRITAIN) ? 5 : 0, compared(phone));
  }

  @ParameterizedTest
  @ValueSource(strings = {BRITAIN + "20", AMERICA + "1"})
  void of_a_hundred_right_guesses_at_once_one_succeeds_and_no_later_one(String phone)
      throws Exception {
    var id = begin("a", phone);

    var answers = atOnce(100, id, code(phone));

    assertEquals(1, Collections.frequency(answers, "right"), answers::toString);
    for (var node : BOTH) {
      assertEquals("already_verified", guess(node, id, code(phone)));
      assertEquals("already_verified", guess(node, id, wrong(phone)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BRITAIN + "30", AMERICA + "2"})
  void a_loop_of_resends_ends_after_exactly_a_hundred_wrong_guesses(String phone) {
    assertEquals(100, wrongGuessesUntilLocked(phone, 200));

    assertLocked(phone);
    assertEquals(phone.startsWith(BRITAIN) ? 100 : 0, compared(phone));
  }

  @Test
  void without_redis_nothing_of_this_changes() throws Exception {
    var verified = begin("a", AMERICA + "4");
    assertEquals("right", guess("b", verified, code(AMERICA + "4")));
    var begun = begin("a", BRITAIN + "50");
    assertEquals("wrong_code", guess("a", begun, wrong(BRITAIN + "50")));
    assertEquals("wrong_code", guess("b", begun, wrong(BRITAIN + "50")));
    assertEquals(50, wrongGuessesUntilLocked(AMERICA + "6", 50));

    nodes.loseRedis();
    try {
      var answers = atOnce(1_000, begun, wrong(BRITAIN + "50"));

      assertEquals(3, Collections.frequency(answers, "wrong_code"), answers::toString);
      assertEquals(5, compared(BRITAIN + "50"));
      assertEquals("already_verified", guess("a", verified, code(AMERICA + "4")));
      assertEquals(50, wrongGuessesUntilLocked(AMERICA + "6", 100));
      assertLocked(AMERICA + "6");
      assertEquals(1, Collections.frequency(atOnceRight(AMERICA + "7"), "right"));
    } finally {
      nodes.regainRedis();
    }
    assertLocked(AMERICA + "6");
    assertEquals("already_verified", guess("b", verified, code(AMERICA + "4")));
  }

  private List<String> atOnceRight(String phone) throws Exception {
    return atOnce(100, begin("b", phone), code(phone));
  }

  /** Begins, guesses and has sent again at both in turn until it may not, or so often. */
  private int wrongGuessesUntilLocked(String phone, int most) {
    int wrong = 0;
    for (int round = 0; wrong < most; round++) {
      var begun = post(round, "/api/verifications", "{\"phone\": \"" + phone + "\"}");
      if (begun.status() == 429) {
        return wrong;
      }
      var id = begun.json().path("id").asText();
      for (int i = 0; i < 5; i++) {
        assertEquals("wrong_code", guess(BOTH.get((round + i) % 2), id, wrong(phone)));
        wrong++;
        if (i == 2) {
          var again = post(round, "/api/verifications/" + id + "/resend", "");
          assertEquals(200, again.status(), again.text());
        }
      }
    }
    return wrong;
  }

  private void assertLocked(String phone) {
    for (int node = 0; node < 2; node++) {
      var refused = post(node, "/api/verifications", "{\"phone\": \"" + phone + "\"}");
      assertEquals("urn:codeport:problem:phone-locked", refused.json().path("type").asText());
    }
  }

  private Customer.Answer post(int node, String path, String body) {
    return nodes.at(BOTH.get(node % 2), key).post(path, body);
  }

  private String begin(String node, String phone) {
    var begun = nodes.at(node, key).post("/api/verifications", "{\"phone\": \"" + phone + "\"}");
    assertEquals("sent", begun.json().path("state").asText(), begun.text());
    return begun.json().path("id").asText();
  }

  /** What each of so many came to, made at both. */
  private List<String> atOnce(int count, String id, String code) throws Exception {
    var calls = new ArrayList<Callable<String>>();
    for (int i = 0; i < count; i++) {
      var node = BOTH.get(i % 2);
      calls.add(() -> guess(node, id, code));
    }
    var answers = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private String guess(String node, String id, String code) {
    var path = "/api/verifications/" + id + "/check";
    var answer = nodes.at(node, key).post(path, "{\"code\": \"" + code + "\"}");
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("verified").asBoolean()
        ? "right"
        : answer.json().path("why").asText();
  }

  private String code(String phone) {
    var text = CODE.matcher(sender.phones().inbox(new PhoneNumber(phone)).getLast().text());
    assertTrue(text.find());
    return text.group();
  }

  private String wrong(String phone) {
    var right = code(phone);
    return (right.charAt(0) == '9' ? '0' : (char) (right.charAt(0) + 1)) + right.substring(1);
  }

  /** How many wrong guesses the sender was asked about, of those codes that it made. */
  private int compared(String phone) {
    var entries = sender.books().entries();
    assertFalse(entries.isEmpty());
    return entries.stream()
        .filter(entry -> entry.phone().e164().equals(phone))
        .mapToInt(SenderBooks.Entry::wrongGuesses)
        .sum();
  }
}
