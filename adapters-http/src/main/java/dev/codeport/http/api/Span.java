package dev.codeport.http.api;

import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Days (UTC), as the parameters {@code from} and {@code to} say; the last 30 where they say
 * nothing.
 *
 * @param to the last of them
 */
public record Span(LocalDate from, LocalDate to) {
  private static final int USUAL = 30;

  /**
   * @param longest how many days there may be between the two
   */
  public static Span of(Query query, Instant now, int longest) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var to = query.text("to").map(text -> day("to", text)).orElse(today);
    var from = query.text("from").map(text -> day("from", text)).orElse(to.minusDays(USUAL - 1));
    if (from.isAfter(to) || from.plusDays(longest).isBefore(to)) {
      throw BadInput.parameter("from", "must be at most %d days before to".formatted(longest));
    }
    return new Span(from, to);
  }

  private static LocalDate day(String name, String text) {
    try {
      var day = LocalDate.parse(text);
      if (day.getYear() >= 2000 && day.getYear() < 3000) {
        return day;
      }
    } catch (DateTimeParseException e) {
      throw BadInput.parameter(name, "must be a day such as 2026-11-28");
    }
    throw BadInput.parameter(name, "must be a day of this millennium");
  }
}
