package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.SendResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderLineTest {
  @Test
  void neither_the_key_nor_what_one_call_hides_shows_in_a_reason() throws IOException {
    try (var server = RawServer.answering("HTTP/1.1 +447700900123 s3cret 482913\r\n\r\n")) {
      var line = new SenderLine(Upstream.client(1), UpstreamLimits.STANDARD, List.of("s3cret"));

      var reply = line.call(server.request(), List.of("+447700900123", "482913"));

      var reason = assertInstanceOf(Reply.Lost.class, reply).reason();
      assertTrue(reason.contains("***"), reason);
      assertFalse(reason.contains("447700900123"), reason);
      assertFalse(reason.contains("482913"), reason);
      assertFalse(reason.contains("s3cret"), reason);
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
