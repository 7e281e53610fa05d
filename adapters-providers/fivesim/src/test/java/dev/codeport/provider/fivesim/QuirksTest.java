package dev.codeport.provider.fivesim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.provider.fivesim.Books.Rack;
import dev.codeport.provider.fivesim.FakeFiveSim.Says;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this dialect has that others have not. */
class QuirksTest {
  private static final String OPEN =
      "{\"id\":7,\"phone\":\"+79000381454\",\"status\":\"RECEIVED\",\"sms\":%s}";

  @Test
  void an_operators_number_that_is_dearer_than_allowed_goes_back_at_once() {
    try (var bench = new Bench()) {
      var rack = new Rack("indonesia", "telkomsel", "whatsapp");
      bench.vendor.books().stock(rack, FiveSimTest.rubles("12", 5));
      var before = bench.vendor.books().balance();

      var result = bench.provider.lease(bench.request(Optional.of("telkomsel"), "11.99"));

      assertEquals(Reason.PRICE, assertInstanceOf(LeaseResult.Refused.class, result).reason());
      assertEquals(before, bench.vendor.books().balance());
    }
  }

  @Test
  void one_that_cannot_go_back_is_ours_for_what_it_cost() {
    try (var bench = new Bench()) {
      var dear = "{\"id\":7,\"phone\":\"+79000381454\",\"price\":12,\"status\":\"PENDING\"}";
      bench.saying(new Says(200, dear)).saying(new Says(500, "internal error"));

      var result = bench.provider.lease(bench.request(Optional.empty(), "11.99"));

      var lease = assertInstanceOf(LeaseResult.Leased.class, result).lease();
      assertEquals(Money.of("12", Currency.RUB), lease.cost());
    }
  }

  @Test
  void received_does_not_say_that_an_sms_came() {
    for (var none : List.of("null", "[]", "[{}]", "[{\"text\":\" \",\"code\":\"\"}]", "7")) {
      assertEquals(new LeaseNews(State.OPEN, List.of()), news(OPEN.formatted(none)), none);
    }
  }

  @Test
  void a_code_without_its_text_is_an_sms() {
    var message = news(OPEN.formatted("[{\"code\":\"4711\"}]")).messages().getFirst();

    assertEquals("4711", message.text());
    assertEquals(Optional.of("4711"), message.code());
  }

  @Test
  void an_sms_has_the_vendors_id_or_one_of_time_and_text() {
    var at = "\"created_at\":\"2018-10-13T08:20:38.809469028Z\"";
    var one = news(OPEN.formatted("[{\"id\":5,\"text\":\"a\"}]")).messages().getFirst();
    var two = news(OPEN.formatted("[{" + at + ",\"text\":\"a\"}]")).messages().getFirst();
    var three = news(OPEN.formatted("[{" + at + ",\"text\":\"b\"}]")).messages().getFirst();

    assertEquals("5", one.key());
    assertNotEquals(two.key(), three.key());
    assertEquals(Optional.of(Instant.parse("2018-10-13T08:20:38.809469Z")), two.receivedAt());
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, OPEN",
    "RECEIVED, OPEN",
    "SOMETHING_NEW, OPEN",
    "CANCELED, CANCELED",
    "TIMEOUT, CANCELED",
    "BANNED, CANCELED",
    "FINISHED, FINISHED"
  })
  void every_status_has_its_state(String status, State state) {
    assertEquals(state, news(OPEN.formatted("null").replace("RECEIVED", status)).state());
  }

  @Test
  void an_answer_about_another_order_is_none() {
    try (var bench = new Bench()) {
      bench.saying(new Says(200, OPEN.formatted("null").replace("7,", "8,")));

      assertInstanceOf(Answer.Missing.class, bench.provider.poll(List.of(bench.lease("7"))));
    }
  }

  @Test
  void the_balance_is_the_accounts_and_a_wrong_token_has_none() {
    try (var bench = new Bench()) {
      assertEquals(Money.of("50000", Currency.RUB), Bench.given(bench.provider.balance()));
      bench.saying(new Says(401, ""));
      assertInstanceOf(Answer.Missing.class, bench.provider.balance());
    }
  }

  @Test
  void every_name_has_a_meaning_and_leads_back() {
    var countries = Names.load("countries.tsv", Atlas.standard()::countryByIso);
    var products = Names.load("products.tsv", Atlas.standard()::platformBySlug);

    assertEquals("gb", countries.meaning("england").orElseThrow().iso());
    assertEquals("gb", countries.meaning("uk").orElseThrow().iso());
    assertEquals(Optional.empty(), countries.ordered("uk"));
    assertEquals("vk", products.meaning("vkontakte").orElseThrow().slug());
    assertEquals(Optional.empty(), products.meaning("1day"));
    assertThrows(
        IllegalStateException.class, () -> Names.load("countries.tsv", word -> Optional.empty()));
  }

  @Test
  void it_is_found_by_its_dialect_and_reads_its_settings() {
    var around = new Surroundings(Atlas.standard(), new MovableClock(), Upstream.client(1));
    var factory = ProviderFactory.named("fivesim");
    var id = new ProviderId("five");
    var section =
        new Section("provider.five", Map.of("api-key", "t", "currency", "USD", "lifetime", "20m"));

    var profile = factory.open(id, section, around).profile();

    assertEquals(Currency.USD, profile.currency());
    assertEquals(Duration.ofMinutes(20), profile.lifetime());
    var unknown = new Section("provider.five", Map.of("api-key", "t", "tokem", "x"));
    var refused =
        assertThrows(IllegalArgumentException.class, () -> factory.open(id, unknown, around));
    assertTrue(String.valueOf(refused.getMessage()).contains("provider.five.tokem"));
    var missing = new Section("provider.five", Map.of());
    assertThrows(IllegalArgumentException.class, () -> factory.open(id, missing, around));
  }

  private static LeaseNews news(String order) {
    try (var bench = new Bench().saying(new Says(200, order))) {
      var all = Bench.given(bench.provider.poll(List.of(bench.lease("7"))));
      return Optional.ofNullable(all.get(bench.lease("7"))).orElseThrow();
    }
  }
}
