package dev.codeport.domain.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.code.CodeExtractor;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final OneTimeCode CODE = new OneTimeCode("482913");
  private static final OneTimeCode LONGEST_CODE = new OneTimeCode("9876543210");
  private static final String LONGEST_BRAND = "Brand of 20 letters!";

  private final Wording plain = Wording.of("Acme", Optional.empty());

  @Test
  void speaks_many_languages() {
    assertTrue(plain.languages().size() >= 30, plain.languages().toString());
  }

  @Test
  void fits_into_one_part_in_every_language_with_the_longest_code_and_brand() {
    var wording = Wording.of(LONGEST_BRAND, Optional.empty());

    for (var language : wording.languages()) {
      var text = wording.text(Locale.forLanguageTag(language), LONGEST_CODE, Optional.empty());
      var length = SmsLength.of(text);

      assertTrue(text.contains(LONGEST_BRAND) && text.contains("9876543210"), language);
      assertTrue(length.isOnePart(), language + " takes " + length);
    }
  }

  @Test
  void fits_into_one_part_in_every_language_with_a_last_line() {
    var host = "verification.identity.customers.example.com";
    var wording = Wording.of(LONGEST_BRAND, Optional.of(host));

    for (var language : wording.languages()) {
      var locale = Locale.forLanguageTag(language);
      var bound = wording.text(locale, LONGEST_CODE, Optional.empty());
      var hashed = wording.text(locale, LONGEST_CODE, Optional.of("FA+9qCX9VSu"));

      assertTrue(SmsLength.of(bound).isOnePart(), language);
      assertTrue(bound.endsWith("\n\n@" + host + " #9876543210"), language);
      assertTrue(SmsLength.of(hashed).isOnePart(), language);
      assertTrue(hashed.endsWith("\n\nFA+9qCX9VSu"), language);
    }
  }

  @Test
  void is_read_by_our_own_reader_in_every_language() {
    var extractor = CodeExtractor.standard();

    for (var language : plain.languages()) {
      var text = plain.text(Locale.forLanguageTag(language), CODE, Optional.empty());

      assertEquals(Optional.of("482913"), extractor.extract(text).code().map(c -> c.value()), text);
    }
  }

  @Test
  void binds_the_code_to_an_origin_byte_for_byte() {
    var wording = Wording.of("Acme", Optional.of("example.com"));

    assertEquals(
        "482913 is your Acme code. Do not share it with anyone.\n\n@example.com #482913",
        wording.text(Locale.ENGLISH, CODE, Optional.empty()));
  }

  @Test
  void lets_the_code_stand_alone_where_text_and_last_line_are_too_long() {
    var wording = Wording.of("Acme", Optional.of("accounts.example.com"));

    assertEquals(
        "482913\n\n@accounts.example.com #482913",
        wording.text(Locale.forLanguageTag("ru"), CODE, Optional.empty()));
  }

  @Test
  void speaks_english_to_who_speaks_no_language_of_ours() {
    assertEquals(
        plain.text(Locale.ENGLISH, CODE, Optional.empty()),
        plain.text(Locale.forLanguageTag("tlh"), CODE, Optional.empty()));
    assertFalse(plain.speaks(Locale.forLanguageTag("tlh")));
  }

  @Test
  void writes_traditional_chinese_where_it_is_read() {
    assertTrue(plain.text(Locale.forLanguageTag("zh-TW"), CODE, Optional.empty()).contains("驗證碼"));
    assertTrue(plain.text(Locale.forLanguageTag("zh-CN"), CODE, Optional.empty()).contains("验证码"));
  }

  @Test
  void refuses_brands_and_origins_that_would_break_a_text() {
    for (var brand : new String[] {"", " ", "x".repeat(21), "Ac\nme", "{code}", "Añejo"}) {
      assertThrows(
          IllegalArgumentException.class, () -> Wording.of(brand, Optional.empty()), brand);
    }
    for (var host :
        new String[] {"", "localhost", "example.com/x", "ex ample.com", "EXAMPLE.com"}) {
      assertThrows(
          IllegalArgumentException.class, () -> Wording.of("Acme", Optional.of(host)), host);
    }
  }
}
