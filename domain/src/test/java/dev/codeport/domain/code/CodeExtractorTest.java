package dev.codeport.domain.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeExtractorTest {
  private final CodeExtractor extractor = CodeExtractor.standard();

  static List<Message> withCode() {
    return Message.withCode();
  }

  static List<Message> withoutCode() {
    return Message.withoutCode();
  }

  @ParameterizedTest
  @MethodSource("withCode")
  void finds_the_code(Message message) {
    var extraction = extractor.extract(message.text());

    assertEquals(Optional.of(new Code(message.code())), extraction.code(), () -> why(extraction));
  }

  @ParameterizedTest
  @MethodSource("withoutCode")
  void finds_no_code_where_there_is_none(Message message) {
    var extraction = extractor.extract(message.text());

    assertEquals(Optional.empty(), extraction.code(), () -> why(extraction));
  }

  @Test
  void the_tables_are_as_long_as_promised() {
    assertTrue(Message.withCode().size() + Message.withoutCode().size() >= 120);
  }

  @Test
  void says_which_rule_decided() {
    assertEquals("labelled", rule("Your code is 605318"));
    assertEquals("labelled-after", rule("605318 is your code"));
    assertEquals("origin-bound", rule("Hello.\n@acme.example #605318"));
    assertEquals("prefixed", rule("G-605318"));
    assertEquals("bare", rule("605318"));
    assertEquals("purpose", rule("Sign in with 605318"));
    assertEquals("app-hash", rule("<#> 6053 qT5kPz0Xw1b"));
    assertEquals("app-hash", rule("Blim blam blom blum blem blym bla 605318\nqT5kPz0Xw1b"));
    assertEquals("warned", rule("Blim blam blom blum 6053 blem. Never share it."));
    assertEquals("terse", rule("Hallo 605318"));
  }

  @Test
  void says_why_no_rule_applied() {
    assertEquals("no-candidate", rule("See you at 10:30"));
    assertEquals("no-context", rule("The meeting on the second floor is in room 6053 today"));
    assertEquals("marketing", rule("You won! Claim 6053"));
    assertEquals("report", rule("Item 6053 was debited"));
  }

  @Test
  void names_what_was_passed_over_and_why() {
    var text = "Pay USD 1500 on 12.03.2025 at 10:30 with card *4410. Your code: 605318";

    var candidates = extractor.extract(text).candidates();

    assertEquals(
        List.of("1500 money", "12032025 date", "1030 time", "4410 masked", "605318 labelled"),
        candidates.stream().map(one -> one.value() + " " + one.reason()).toList());
  }

  @Test
  void takes_the_first_of_two_equal_codes() {
    assertEquals("6053", value("Your code is 6053. I repeat: your code is 6053."));
  }

  @Test
  void keeps_the_case_of_letters() {
    assertEquals("aB3dE9", value("Your verification code: aB3dE9"));
  }

  @Test
  void reports_at_most_sixty_four_candidates() {
    var extraction = extractor.extract("6053,".repeat(500) + " your code is 394127");

    assertEquals(64, extraction.candidates().size());
  }

  @Test
  void never_prints_a_code() {
    var printed = extractor.extract("Your code is 605318").toString();

    assertFalse(printed.contains("605318"), printed);
    assertTrue(printed.contains("labelled"), printed);
  }

  private String rule(String text) {
    return extractor.extract(text).rule();
  }

  private String value(String text) {
    return extractor.extract(text).code().map(Code::value).orElse("");
  }

  private static String why(Extraction extraction) {
    return extraction.rule() + ": " + extraction.candidates();
  }
}
