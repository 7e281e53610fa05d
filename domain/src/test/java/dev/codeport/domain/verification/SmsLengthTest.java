package dev.codeport.domain.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SmsLengthTest {
  @Test
  void counts_septets_of_the_default_alphabet() {
    assertEquals(new SmsLength(true, 160), SmsLength.of("a".repeat(160)));
    assertEquals(1, SmsLength.of("a".repeat(160)).parts());
    assertEquals(2, SmsLength.of("a".repeat(161)).parts());
    assertEquals(3, SmsLength.of("a".repeat(307)).parts());
  }

  @Test
  void counts_extended_characters_twice() {
    assertEquals(new SmsLength(true, 8), SmsLength.of("[€]~"));
  }

  @Test
  void counts_utf16_units_once_any_other_character_occurs() {
    assertEquals(new SmsLength(false, 70), SmsLength.of("ж" + "a".repeat(69)));
    assertEquals(1, SmsLength.of("ж" + "a".repeat(69)).parts());
    assertEquals(2, SmsLength.of("ж" + "a".repeat(70)).parts());
    assertEquals(new SmsLength(false, 2), SmsLength.of("😀"));
  }
}
