package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.domain.pool.VendorCatalog.Word;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {
  private static final String SERVICES =
      "{\"status\":\"success\",\"services\":[{\"code\":\"wa\",\"name\":\"Whatsapp\"},"
          + "{\"code\":\"eh\",\"name\":\"Telegram 2.0\"},{\"code\":\"zzz\",\"name\":\"Brand New\"}]}";

  private final Parrot parrot = new Parrot();

  @AfterEach
  void close() {
    parrot.close();
  }

  private VendorCatalog catalog() {
    return (VendorCatalog)
        assertInstanceOf(Answer.Given.class, parrot.provider().catalog()).value();
  }

  private static List<Word> listed(List<Word> words) {
    return words.stream().filter(Word::listed).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"6\":{\"id\":6,\"rus\":\"\",\"eng\":\"Indonesia\"},\"999\":{\"id\":999,\"eng\":\"Mars\"}}",
        "[{\"id\":6,\"eng\":\"Indonesia\"},{\"id\":\"999\",\"eng\":\"Mars\"}]",
        "{\"6\":{\"eng\":\"Indonesia\"},\"999\":\"Mars\"}",
        "{\"status\":\"success\",\"countries\":[{\"id\":6,\"name\":\"Indonesia\"},"
            + "{\"id\":999,\"title\":\"Mars\"}]}",
      })
  void countries_come_in_many_forms(String body) {
    parrot.to("getCountries", body).to("getServicesList", SERVICES);

    assertEquals(
        List.of(
            new Word("6", "Indonesia", Optional.of("id"), true, true),
            new Word("999", "Mars", Optional.empty(), false, true)),
        listed(catalog().countries()));
  }

  @Test
  void services_are_told_with_what_they_mean_and_whether_we_order_by_them() {
    parrot.to("getCountries", "[]").to("getServicesList", SERVICES);

    var platforms = catalog().platforms();

    assertEquals(
        List.of(
            new Word("wa", "Whatsapp", Optional.of("whatsapp"), true, true),
            new Word("eh", "Telegram 2.0", Optional.of("telegram"), false, true),
            new Word("zzz", "Brand New", Optional.empty(), false, true)),
        listed(platforms));
    assertTrue(platforms.contains(new Word("tg", "", Optional.of("telegram"), true, false)));
  }

  @Test
  void whoever_has_no_lists_shows_its_codes_in_its_prices() {
    parrot.to(
        "getPrices",
        "{\"6\":{\"wa\":{\"cost\":1,\"count\":1}},\"999\":{\"zzz\":{\"cost\":1,\"count\":1}}}");

    assertEquals(
        List.of("6", "999"), listed(catalog().countries()).stream().map(Word::code).toList());
    assertEquals(
        List.of("wa", "zzz"), listed(catalog().platforms()).stream().map(Word::code).toList());
  }

  @Test
  void prices_by_service_first_are_read_as_well() {
    parrot.to("getPrices", "{\"wa\":{\"6\":{\"price\":1,\"count\":1}}}");

    assertEquals(List.of("6"), listed(catalog().countries()).stream().map(Word::code).toList());
    assertEquals(List.of("wa"), listed(catalog().platforms()).stream().map(Word::code).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"BAD_KEY|[]", "[]|BAD_KEY", "<html>|[]", "[]|{", "ERROR_SQL|[]"})
  void what_cannot_be_read_is_missing(String countries, String services) {
    parrot.to("getCountries", countries).to("getServicesList", services);

    assertInstanceOf(Answer.Missing.class, parrot.provider().catalog());
  }
}
