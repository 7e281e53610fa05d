package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Currency;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SectionTest {
  private static Section section(String... keysAndValues) {
    var values = new TreeMap<String, String>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Section("provider.swift", values);
  }

  private static String complaint(Section section, Consumer<Section> reading) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> reading.accept(section)).getMessage());
  }

  @Test
  void what_is_not_there_is_what_the_reader_says() {
    var empty = section("url", "  ");

    assertEquals("x", empty.text("name", "x"));
    assertEquals(7, empty.number("number", 7, 1, 10));
    assertEquals(true, empty.flag("flag", true));
    assertEquals(Duration.ofSeconds(3), empty.duration("time", Duration.ofSeconds(3)));
    assertEquals(URI.create("http://a"), empty.uri("url", URI.create("http://a")));
    assertEquals(List.of(), empty.list("list"));
    empty.done();
  }

  @Test
  void what_is_there_is_read() {
    var full =
        section(
            "name",
            " swift ",
            "number",
            "9",
            "flag",
            "false",
            "url",
            "https://v.example/api",
            "list",
            "id, us ,,gb",
            "currency",
            "RUB",
            "api-key",
            "k");

    assertEquals("swift", full.text("name"));
    assertEquals(9, full.number("number", 7, 1, 10));
    assertEquals(false, full.flag("flag", true));
    assertEquals(URI.create("https://v.example/api"), full.uri("url"));
    assertEquals(List.of("id", "us", "gb"), full.list("list"));
    assertEquals(
        Currency.RUB, full.value("currency", Currency.USD, Currency::new, "a currency code"));
    assertEquals("k", full.secret("api-key").reveal());
    full.done();
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "10s,PT10S", "2m,PT2M", "1H,PT1H"})
  void times_have_a_unit(String text, Duration time) {
    assertEquals(time, section("time", text).duration("time", Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "s", "1.5s", "10 s", "9999999999999999999s", "99999999999999999h"})
  void what_is_no_time_is_refused(String text) {
    assertEquals(
        "provider.swift.time must be a time such as 500ms, 10s, 2m, 1h or 7d",
        complaint(section("time", text), s -> s.duration("time", Duration.ZERO)));
  }

  @Test
  void what_is_wrong_is_refused_with_its_name_and_without_its_value() {
    var wrong = section("number", "11", "other", "x", "flag", "yes", "url", "ftp://host/");

    assertEquals(
        "provider.swift.number must be a whole number from 1 to 10",
        complaint(wrong, s -> s.number("number", 7, 1, 10)));
    assertEquals(
        "provider.swift.other must be a whole number",
        complaint(wrong, s -> s.number("other", 7, 1, 10)));
    assertEquals(
        "provider.swift.flag must be true or false", complaint(wrong, s -> s.flag("flag", true)));
    assertEquals(
        "provider.swift.url must be an address that starts with http:// or https://",
        complaint(wrong, s -> s.uri("url")));
  }

  @Test
  void a_missing_key_is_named_with_the_one_that_may_be_meant() {
    assertEquals(
        "provider.swift.api-key is missing; is provider.swift.apikey meant to be it?",
        complaint(section("apikey", "k", "unlike", "x"), s -> s.secret("api-key")));
    assertEquals(
        "provider.swift.api-key is missing",
        complaint(section("unlike", "x"), s -> s.secret("api-key")));
  }

  @Test
  void an_unknown_key_is_named_with_the_nearest_there_is() {
    var section = section("deadlin", "10s");
    section.duration("deadline", Duration.ZERO);
    section.text("url", "");

    assertEquals(
        "provider.swift.deadlin is not a setting; did you mean provider.swift.deadline?",
        complaint(section, Section::done));
  }

  @Test
  void an_unknown_key_unlike_any_is_told_which_there_are() {
    var section = section("colour", "red");
    section.text("url", "");

    assertEquals(
        "provider.swift.colour is not a setting; there are [url]",
        complaint(section, Section::done));
  }

  @Test
  void a_section_prints_no_values() {
    assertFalse(new Section("a", Map.of("api-key", "hush")).toString().contains("hush"));
  }

  @Test
  void keys_that_others_name_are_read_together() {
    var section = section("header.X-One", " 1 ", "header.X-Two", "", "header.", "3", "other", "4");

    assertEquals(Map.of("X-One", "1"), section.group("header."));
    assertTrue(complaint(section, Section::done).contains("provider.swift.header."));
  }

  @Test
  void what_is_not_said_is_taken_from_below_and_need_not_be_read() {
    var section =
        new Section("provider.v", Map.of("own", "1", "blank", " "))
            .over(Map.of("own", "2", "blank", "3", "below", "4", "unread", "5"));

    assertEquals("1", section.text("own"));
    assertEquals("3", section.text("blank"));
    assertEquals("4", section.text("below"));
    section.done();
  }

  @Test
  void what_nobody_reads_is_refused_over_others_too() {
    var section = new Section("provider.v", Map.of("wrong", "1")).over(Map.of("below", "2"));
    section.text("below");

    assertThrows(IllegalArgumentException.class, section::done);
  }

  @Test
  void a_value_that_must_be_given_is_missed_by_its_name() {
    var section = new Section("provider.v", Map.of());

    var missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> section.value("count", Integer::valueOf, "a number"));
    assertEquals("provider.v.count is missing", missing.getMessage());
  }
}
