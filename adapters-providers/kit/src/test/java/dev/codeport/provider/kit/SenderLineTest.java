package dev.codeport.provider.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.domain.pool.ProviderHealth.Circuit;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.provider.kit.Reply.Lost;
import dev.codeport.provider.kit.Reply.NotSent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderLineTest {
  private static final OkHttpClient CLIENT = Upstream.client(4);
  private static final Duration PAUSE = CircuitSettings.STANDARD.pause();
  private static final String CLOSE = "Connection: close\r\n";

  private final MovableClock clock = new MovableClock();
  private final SenderLine line = line(UpstreamLimits.STANDARD);

  private SenderLine line(UpstreamLimits limits) {
    return new SenderLine(
        new Surroundings(Atlas.standard(), clock, CLIENT), limits, List.of("s3cret"));
  }

  @Test
  void neither_the_key_nor_what_one_call_hides_shows_in_a_reason() throws IOException {
    try (var server = RawServer.answering("HTTP/1.1 +447700900123 s3cret 482913\r\n\r\n")) {
      var secret = List.of("+447700900123", "482913");

      assertShowsNothing(
          assertInstanceOf(Lost.class, line.send(server.request(), secret)).reason());
      assertShowsNothing(assertInstanceOf(Lost.class, line.ask(server.request(), secret)).reason());
    }
  }

  @Test
  void what_the_last_failure_hid_is_hidden_from_those_who_are_kept_back() throws IOException {
    try (var server = RawServer.answering("HTTP/1.1 +447700900123 s3cret 482913\r\n\r\n")) {
      for (int i = 0; i < 5; i++) {
        line.send(server.request(), List.of("+447700900123", "482913"));
      }

      var kept = assertInstanceOf(NotSent.class, line.send(server.request(), List.of()));

      assertShowsNothing(kept.reason());
      assertShowsNothing(line.health().detail());
    }
  }

  private static void assertShowsNothing(String reason) {
    assertTrue(reason.contains("***"), reason);
    assertFalse(reason.contains("447700900123"), reason);
    assertFalse(reason.contains("482913"), reason);
    assertFalse(reason.contains("s3cret"), reason);
  }

  @Test
  void a_service_that_is_not_there_is_left_alone_and_nobody_waits_for_it() throws IOException {
    var gone = RawServer.answering("");
    gone.close();

    for (int i = 0; i < 5; i++) {
      var refused = assertInstanceOf(NotSent.class, line.send(gone.request(), List.of()));
      assertEquals(Optional.empty(), refused.retryAfter());
    }
    var kept = assertInstanceOf(NotSent.class, line.send(gone.request(), List.of()));

    assertEquals(Optional.of(PAUSE), kept.retryAfter());
    assertTrue(kept.reason().startsWith("left alone: "), kept.reason());
    assertEquals(Circuit.OPEN, line.health().circuit());
  }

  @Test
  void one_that_answers_nothing_in_time_is_left_alone() throws IOException {
    var hurried = line(UpstreamLimits.STANDARD.withDeadline(Duration.ofMillis(100)));
    try (var server = RawServer.that((self, connection, out) -> self.hang())) {
      for (int i = 0; i < 5; i++) {
        assertInstanceOf(Lost.class, hurried.send(server.request(), List.of()));
      }

      assertInstanceOf(NotSent.class, hurried.send(server.request(), List.of()));
      assertEquals(5, server.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 499, 500, 502, 503, 504, 529})
  void one_that_breaks_is_left_alone(int status) throws IOException {
    try (var server = RawServer.answering(RawServer.http(status, CLOSE, ""))) {
      send(5, server);

      assertInstanceOf(NotSent.class, line.send(server.request(), List.of()));
      assertEquals(Optional.of(Cause.FAILURES), line.health().cause());
      assertEquals(5, server.requests());
    }
  }

  /** They may be about one phone, or somebody's balance: the next message may be welcome. */
  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 402, 403, 404, 409, 422, 429})
  void one_that_answers_is_well_whatever_it_says(int status) throws IOException {
    try (var server =
        RawServer.answering(RawServer.http(status, CLOSE + "Retry-After: 9\r\n", ""))) {
      send(20, server);

      assertEquals(Circuit.CLOSED, line.health().circuit());
      assertEquals(0, line.health().failures());
      assertEquals(20, server.requests());
    }
  }

  @Test
  void one_send_finds_out_when_it_is_well_again() throws Exception {
    var status = new AtomicInteger(500);
    var asked = new Semaphore(0);
    var answers = new Semaphore(5);
    try (var server =
        RawServer.that(
            (self, connection, out) -> {
              asked.release();
              answers.acquire();
              out.write(RawServer.http(status.get(), CLOSE, "").getBytes(US_ASCII));
            })) {
      send(5, server);
      status.set(200);
      clock.advance(PAUSE);
      assertEquals(Circuit.HALF_OPEN, line.health().circuit());

      var probe = CompletableFuture.supplyAsync(() -> line.send(server.request(), List.of()));
      assertTrue(asked.tryAcquire(6, 10, TimeUnit.SECONDS));
      assertInstanceOf(NotSent.class, line.send(server.request(), List.of()));
      answers.release(2);

      assertInstanceOf(Reply.Answered.class, probe.get(10, TimeUnit.SECONDS));
      assertEquals(Circuit.CLOSED, line.health().circuit());
      send(1, server);
      assertEquals(7, server.requests());
    }
  }

  @Test
  void a_guess_is_asked_about_whatever_becomes_of_sends() throws IOException {
    try (var server = RawServer.answering(RawServer.http(500, CLOSE, ""))) {
      send(5, server);

      assertInstanceOf(Reply.Answered.class, line.ask(server.request(), List.of()));
      assertEquals(6, server.requests());
    }
  }

  /** After the last code has ended nobody guesses: what could then tell that it is well again? */
  @Test
  void guesses_that_fail_keep_nobody_from_sending() throws IOException {
    try (var server = RawServer.answering(RawServer.http(500, CLOSE, ""))) {
      for (int i = 0; i < 20; i++) {
        line.ask(server.request(), List.of());
      }

      assertEquals(Circuit.CLOSED, line.health().circuit());
      assertInstanceOf(Reply.Answered.class, line.send(server.request(), List.of()));
    }
  }

  private void send(int times, RawServer server) {
    for (int i = 0; i < times; i++) {
      assertInstanceOf(Reply.Answered.class, line.send(server.request(), List.of()));
    }
  }

  @Test
  void ten_seconds_are_the_longest_a_sender_may_take() {
    assertEquals(UpstreamLimits.STANDARD, SenderLine.limits(section(Map.of())));
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> SenderLine.limits(section(Map.of("deadline", "10001ms"))));
    assertEquals("sender.one.deadline must be at most 10s", refused.getMessage());
  }

  @Test
  void settings_say_when_a_sender_is_left_alone() {
    var limits = SenderLine.limits(section(Map.of("circuit-failures", "3", "circuit-pause", "1m")));

    assertEquals(new CircuitSettings(3, Duration.ofMinutes(1)), limits.circuit());
  }

  @Test
  void regions_are_written_in_either_case() {
    assertEquals(
        Set.of(new Region("GB"), new Region("ID")),
        SenderLine.regions(section(Map.of("regions", "gb , ID"))));
    assertEquals(Set.of(), SenderLine.regions(section(Map.of())));
    assertThrows(
        IllegalArgumentException.class,
        () -> SenderLine.regions(section(Map.of("regions", "GBR"))));
  }

  @ParameterizedTest
  @CsvSource({
    "{\"a\":1}, HTTP 400 with a document",
    "'', HTTP 400 with nothing",
    "' ', HTTP 400 with nothing",
    "<p>482913</p>, HTTP 400 with a page",
    "{\"a\":, HTTP 400 with broken JSON of 5 characters",
    "{}{}, HTTP 400 with broken JSON of 4 characters",
    "code 482913, HTTP 400 with a text of 11 characters"
  })
  void what_was_heard_is_told_by_its_form(String body, String told) {
    var heard = Heard.of(new Reply.Answered(400, body, Optional.empty()));

    assertEquals(told, heard.toString());
  }

  @Test
  void a_document_of_a_thousand_levels_is_none() {
    var deep = "[".repeat(1000) + "]".repeat(1000);

    assertInstanceOf(
        Heard.Garbage.class, Heard.of(new Reply.Answered(200, deep, Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({
    "200, Unknown, Unknown",
    "204, Unknown, Unknown",
    "302, Refused, Unavailable",
    "400, Refused, Unknown",
    "401, Refused, Unavailable",
    "402, Refused, Unavailable",
    "403, Refused, Unavailable",
    "404, Refused, Unavailable",
    "408, Unknown, Unknown",
    "422, Refused, Unknown",
    "429, Unavailable, Unavailable",
    "500, Unknown, Unknown",
    "503, Unknown, Unknown"
  })
  void a_status_alone_has_its_meaning(int status, String send, String check) {
    SendResult sent = ByStatus.send(status, Optional.empty(), "");
    CheckResult checked = ByStatus.check(status, Optional.empty(), "");

    assertEquals(send, sent.getClass().getSimpleName());
    assertEquals(check, checked.getClass().getSimpleName());
  }

  @Test
  void a_dialect_that_is_not_there_is_named() {
    var refused = assertThrows(IllegalArgumentException.class, () -> SenderFactory.named("pigeon"));

    assertTrue(String.valueOf(refused.getMessage()).contains("pigeon"));
  }

  private static Section section(Map<String, String> values) {
    return new Section("sender.one", values);
  }
}
