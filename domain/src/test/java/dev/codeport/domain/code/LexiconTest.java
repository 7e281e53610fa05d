package dev.codeport.domain.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon lexicon = Lexicon.standard();

  @Test
  void knows_words_of_every_kind() {
    var samples =
        List.of(
            "otp",
            "code",
            "login",
            "never share",
            "coupon",
            "order",
            "won",
            "balans",
            "text",
            "to",
            "minutes",
            "is",
            "usd",
            "may",
            "in order to");
    for (var kind : Kind.values()) {
      assertTrue(samples.stream().anyMatch(word -> lexicon.knows(word, kind)), kind.name());
    }
  }

  @Test
  void meets_whole_words_only() {
    assertEquals(List.of(), found("decoder", Kind.LABEL));
    assertEquals(List.of("code"), found("the code!", Kind.LABEL));
    assertEquals(List.of("otp"), found("otp605318", Kind.STRONG));
    assertEquals(List.of(), found("footpath", Kind.STRONG));
  }

  @Test
  void meets_the_rest_of_an_open_word_too() {
    assertEquals(List.of("kodunuzu"), found("kodunuzu girin", Kind.LABEL));
    assertEquals(List.of("пароля"), found("Смена пароля", Kind.LABEL).subList(0, 1));
  }

  @Test
  void drops_a_word_within_a_longer_one() {
    assertEquals(List.of(), found("promo code 6053", Kind.LABEL));
    assertEquals(List.of("promo code"), found("promo code 6053", Kind.SPOILER));
  }

  @Test
  void does_not_mind_accents_case_and_dashes() {
    assertEquals(List.of("one time"), found("ONE-TIME pad", Kind.STRONG));
    assertEquals(List.of("codigo"), found("CÓDIGO", Kind.LABEL));
  }

  @Test
  void looks_up_whole_words() {
    assertTrue(lexicon.knows("minutes", Kind.UNIT));
    assertFalse(lexicon.knows("minutes", Kind.CURRENCY));
    assertFalse(lexicon.knows("minu", Kind.UNIT));
  }

  private List<String> found(String text, Kind kind) {
    var folded = Folding.fold(text);
    return lexicon.hits(folded).stream()
        .filter(hit -> hit.kind() == kind)
        .map(hit -> folded.words().substring(hit.start(), hit.end()))
        .toList();
  }
}
