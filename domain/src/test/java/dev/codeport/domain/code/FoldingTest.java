package dev.codeport.domain.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789",
        "٠١٢٣٤٥٦٧٨٩",
        "۰۱۲۳۴۵۶۷۸۹",
        "०१२३४५६७८९",
        "০১২৩৪৫৬৭৮৯",
        "๐๑๒๓๔๕๖๗๘๙",
        "၀၁၂၃၄၅၆၇၈၉",
        "០១២៣៤៥៦៧៨៩",
        "０１２３４５６７８９",
        "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
        "0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣"
      })
  void knows_one_form_of_every_digit(String digits) {
    assertEquals("0123456789", text(digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-2", "1‐2", "1‑2", "1‒2", "1–2", "1—2", "1−2", "1－2"})
  void knows_one_dash(String dashed) {
    assertEquals("1-2", text(dashed));
  }

  @Test
  void joins_white_space_and_keeps_line_ends() {
    assertEquals("a b\nc", text("  a \u00a0\t b \r\n\n c"));
  }

  @Test
  void drops_what_nobody_sees() {
    assertEquals("123", text("\u200e1\u2067\u00ad2\u2069\ufe0f3\u200b"));
  }

  @Test
  void drops_accents_and_vowel_points() {
    assertEquals("codigo eno", text("código éñö"));
    assertEquals("רמז", text("רֶמֶז"));
    assertEquals("رمز", text("رَمْز"));
  }

  @Test
  void gives_the_same_whether_letters_come_composed_or_not() {
    assertEquals(text("কোড"), text("ক\u09c7\u09beড"));
    assertEquals(text("é"), text("e\u0301"));
  }

  @Test
  void compares_in_lower_case_without_dashes() {
    assertEquals("one time code", Folding.fold("ONE-TIME\nCode").words());
  }

  @Test
  void keeps_both_views_equally_long() {
    var folded = Folding.fold("İSTANBUL ẞ ΣΣ — 𝐀𝐁 😀\ud800");

    assertEquals(folded.text().length(), folded.words().length());
  }

  private static String text(String message) {
    return Folding.fold(message).text();
  }
}
