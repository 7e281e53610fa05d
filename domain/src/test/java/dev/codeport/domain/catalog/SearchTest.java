package dev.codeport.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final Atlas ATLAS = Atlas.standard();

  @Test
  void a_platform_is_found_by_name_slug_alias_beginning_and_typo() {
    for (var typed :
        List.of(
            "WhatsApp", "whatsapp", "whatsa", "whatsap", "watsapp", "whtasapp", "  WHATSAPP! ")) {
      assertEquals("whatsapp", platforms(typed).getFirst().found().slug(), typed);
    }
    assertEquals("google", platforms("gmail").getFirst().found().slug());
    assertEquals("twitter", platforms("twitter").getFirst().found().slug());
  }

  @Test
  void a_country_is_found_by_name_code_dial_code_and_without_its_accents() {
    assertEquals("id", countries("indonesia").getFirst().found().iso());
    assertEquals("id", countries("ID").getFirst().found().iso());
    assertEquals("id", countries("+62").getFirst().found().iso());
    assertEquals("de", countries("germny").getFirst().found().iso());
    assertTrue(
        countries("cote d ivoire").stream().anyMatch(hit -> hit.found().iso().equals("ci"))
            || countries("ivory").stream().anyMatch(hit -> hit.found().iso().equals("ci")));
  }

  @Test
  void only_what_was_typed_to_the_letter_is_exact() {
    assertTrue(platforms("telegram").getFirst().exact());
    assertFalse(platforms("telegra").getFirst().exact());
    assertFalse(platforms("telegrma").getFirst().exact());
  }

  @Test
  void nothing_is_found_by_nothing_and_by_nonsense() {
    assertEquals(List.of(), platforms(""));
    assertEquals(List.of(), platforms(" -- "));
    assertEquals(List.of(), platforms("qqqqzzzz"));
    assertEquals(List.of(), platforms("x".repeat(100_000)));
  }

  private static List<Search.Hit<Platform>> platforms(String typed) {
    return Search.platforms(ATLAS.platforms(), typed);
  }

  private static List<Search.Hit<Country>> countries(String typed) {
    return Search.countries(ATLAS.countries(), typed);
  }
}
