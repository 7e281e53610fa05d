package dev.codeport.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2031-01-02T03:04:05Z");

  @Test
  void reads_seconds_and_dates() {
    assertEquals(Optional.of(Duration.ofMinutes(2)), RetryAfter.parse(" 120 ", NOW));
    assertEquals(
        Optional.of(Duration.ofSeconds(55)),
        RetryAfter.parse("Thu, 02 Jan 2031 03:05:00 GMT", NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-1",
        "1.5",
        "99999999999999999999",
        "Thu, 02 Jan 2031 03:04:05 GMT",
        "Wed, 01 Jan 2031 03:04:05 GMT",
        "2031-01-02T04:00:00Z"
      })
  void takes_nothing_for_a_wish_that_is_none(String text) {
    assertEquals(Optional.empty(), RetryAfter.parse(text, NOW));
  }
}
