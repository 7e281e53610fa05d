package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.application.catalog.ReportCatalog.Compared;
import dev.codeport.application.catalog.ReportCatalog.Finding;
import dev.codeport.application.catalog.ReportCatalog.Kind;
import dev.codeport.application.catalog.ReportCatalog.Side;
import dev.codeport.application.catalog.ReportCatalog.Untold;
import dev.codeport.application.catalog.ReportCatalog.VendorReport;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.domain.pool.VendorCatalog.Word;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportCatalogTest {
  private final World world = new World();

  private static Word listed(String code, String name, String meaning) {
    return new Word(code, name, Optional.of(meaning), true, true);
  }

  private static Word unknown(String code, String name) {
    return new Word(code, name, Optional.empty(), false, true);
  }

  private Side platforms(Word... words) {
    world.cheap.listing(new Answer.Given<>(new VendorCatalog(List.of(), List.of(words))));
    return ((Compared) world.codeport.reportCatalog().getFirst().outcome()).platforms();
  }

  private List<Finding> countries(Word... words) {
    world.cheap.listing(new Answer.Given<>(new VendorCatalog(List.of(words), List.of())));
    return ((Compared) world.codeport.reportCatalog().getFirst().outcome()).countries().findings();
  }

  @Test
  void what_means_what_it_says_is_counted_and_not_mentioned() {
    var side = platforms(listed("wa", "WhatsApp", "whatsapp"), listed("tg", "", "telegram"));

    assertEquals(new Side(2, 2, List.of()), side);
  }

  @Test
  void a_name_counts_by_its_letters_and_each_of_several() {
    assertEquals(
        List.of(),
        platforms(
                listed("wa", "WHATS-APP!", "whatsapp"),
                listed("go", "Google,youtube,Gmail", "google"),
                listed("ok", "A name that is nobody's", "vk"))
            .findings());
  }

  @Test
  void a_code_that_is_now_called_another_thing_has_changed() {
    assertEquals(
        List.of(new Finding(Kind.CHANGED, "wa", "Telegram", List.of("whatsapp", "telegram"))),
        platforms(listed("wa", "Telegram", "whatsapp")).findings());
    assertEquals(
        List.of(new Finding(Kind.CHANGED, "6", "Malaysia", List.of("id", "my"))),
        countries(listed("6", "Malaysia", "id")));
  }

  @Test
  void a_new_service_by_a_name_of_ours_is_a_candidate_and_any_other_is_told_too() {
    var side = platforms(unknown("zz", "Etsy"), unknown("zy", "Brand New Thing"));

    assertEquals(
        new Side(
            2,
            0,
            List.of(
                new Finding(Kind.CANDIDATE, "zz", "Etsy", List.of("etsy")),
                new Finding(Kind.UNKNOWN, "zy", "Brand New Thing", List.of()))),
        side);
  }

  @Test
  void a_second_code_for_a_thing_or_a_name_of_several_things_is_ambiguous() {
    assertEquals(
        List.of(
            new Finding(Kind.AMBIGUOUS, "wx", "Whatsapp", List.of("whatsapp")),
            new Finding(Kind.AMBIGUOUS, "tv", "Telegram / Viber", List.of("telegram", "viber"))),
        platforms(
                listed("wa", "WhatsApp", "whatsapp"),
                unknown("wx", "Whatsapp"),
                unknown("tv", "Telegram / Viber"))
            .findings());
  }

  @Test
  void a_code_that_we_order_by_and_the_vendor_lists_no_more_is_gone() {
    var side =
        platforms(
            new Word("wa", "", Optional.of("whatsapp"), true, false),
            new Word("ww", "", Optional.of("whatsapp"), false, false));

    assertEquals(
        new Side(0, 0, List.of(new Finding(Kind.GONE, "wa", "", List.of("whatsapp")))), side);
  }

  @Test
  void a_vendor_that_does_not_answer_is_told_and_keeps_no_other_from_being_compared() {
    world.cheap.listing(new Answer.Missing<>(Optional.empty(), "BAD_KEY"));

    var reports = world.codeport.reportCatalog();

    assertEquals(
        List.of("cheap", "dear"),
        reports.stream().map(VendorReport::provider).map(Object::toString).toList());
    assertEquals(new Untold("BAD_KEY"), reports.getFirst().outcome());
    assertEquals(
        new Compared(new Side(0, 0, List.of()), new Side(0, 0, List.of())),
        reports.getLast().outcome());
  }
}
