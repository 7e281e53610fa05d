package dev.codeport.provider.smscode;

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
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.provider.kit.CallRate;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.smscode.Books.Stock;
import dev.codeport.provider.smscode.FakeSmsCode.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this dialect has that others have not. */
class QuirksTest {
  @ParameterizedTest
  @CsvSource({
    "ACTIVE, OPEN",
    "OTP_RECEIVED, OPEN",
    "otp_received, OPEN",
    "SOMETHING_NEW, OPEN",
    "'', OPEN",
    "COMPLETED, FINISHED",
    "CANCELED, CANCELED",
    "EXPIRED, CANCELED"
  })
  void every_status_has_its_state(String status, State state) {
    assertEquals(state, Bench.news("\"status\":\"" + status + "\"").state());
  }

  @Test
  void a_status_that_is_missing_or_no_text_is_pending() {
    for (var status : List.of("\"x\":1", "\"status\":null", "\"status\":[]", "\"status\":7")) {
      assertEquals(new LeaseNews(State.OPEN, List.of()), Bench.news(status), status);
    }
  }

  @Test
  void an_sms_is_told_by_its_revision() {
    var one = Bench.news("\"otp_message\":\"a\",\"sms_revision\":1").messages().getFirst();
    var two = Bench.news("\"otp_message\":\"a\",\"sms_revision\":\"2\"").messages().getFirst();
    var bare = Bench.news("\"otp_message\":\"a\"").messages().getFirst();

    assertEquals("r1", one.key());
    assertEquals("r2", two.key());
    assertNotEquals(bare.key(), Bench.news("\"otp_message\":\"b\"").messages().getFirst().key());
  }

  @Test
  void the_code_of_an_earlier_sms_is_not_taken_for_this_ones() {
    var fields = "\"otp_code\":\"480215\",\"otp_message\":\"%s\",\"sms_revision\":2";

    var welcome = Bench.news(fields.formatted("welcome")).messages().getFirst();
    var same = Bench.news(fields.formatted("480215 again")).messages().getFirst();

    assertEquals(Optional.empty(), welcome.code());
    assertEquals(Optional.of("480215"), same.code());
  }

  @Test
  void a_code_without_its_text_is_an_sms() {
    var message = Bench.news("\"otp_code\":4711,\"otp_message\":null").messages().getFirst();

    assertEquals("4711", message.text());
    assertEquals(Optional.of("4711"), message.code());
  }

  @Test
  void only_the_first_sms_has_a_time() {
    var fields =
        "\"otp_message\":\"a\",\"otp_received_at\":\"2031-01-02T03:01:10.123456789+07:00\",";

    var first = Bench.news(fields + "\"sms_revision\":1").messages().getFirst();
    var second = Bench.news(fields + "\"sms_revision\":2").messages().getFirst();

    assertEquals(Optional.of(Instant.parse("2031-01-01T20:01:10.123456Z")), first.receivedAt());
    assertEquals(Optional.empty(), second.receivedAt());
  }

  @Test
  void numbers_may_be_texts_and_more_may_be_told_than_is_known() {
    var order =
        "{\"success\":true,\"meta\":{\"new\":1},\"extra\":[],\"data\":{\"orders\":[{\"id\":\"511\","
            + "\"phone_number\":628110000511,\"amount\":\"7500\",\"status\":\"ACTIVE\",\"new\":{},"
            + "\"operator_name\":\"any\",\"expires_at\":\"2031-01-02T12:20:00Z\"}]}}";
    try (var bench = new Bench().saying(new Says(201, order))) {
      var lease = bench.leased("a");

      assertEquals("511", lease.ref().id());
      assertEquals("+628110000511", lease.phone().e164());
      assertEquals(Money.of(7500, Currency.IDR), lease.cost());
      assertEquals(Optional.empty(), lease.operator());
      assertEquals(Instant.parse("2031-01-02T12:20:00Z"), lease.expiresAt());
    }
  }

  @Test
  void a_number_in_an_answer_of_failure_is_none() {
    try (var bench = new Bench()) {
      var order = "{\"id\":511,\"phone_number\":\"+628110000511\",\"amount\":7500}";
      bench.vendor.babble(
          new Says(502, "{\"success\":true,\"data\":{\"orders\":[" + order + "]}}"));

      assertInstanceOf(LeaseResult.Unknown.class, bench.lease("a"));
    }
  }

  @Test
  void without_its_price_a_number_is_taken_to_cost_what_was_allowed() {
    var order =
        "{\"success\":true,\"data\":{\"orders\":[{\"id\":511,\"phone_number\":\"+628110000511\"}]}}";
    try (var bench = new Bench().saying(new Says(200, order))) {
      assertEquals(Money.of(100_000, Currency.IDR), bench.leased("a").cost());
    }
  }

  @Test
  void less_than_a_rupiah_is_not_asked_for() {
    try (var bench = new Bench()) {
      var heard = bench.vendor.heard().size();

      var result = bench.provider.lease(bench.request("a", 0));

      assertEquals(Reason.PRICE, assertInstanceOf(LeaseResult.Refused.class, result).reason());
      assertEquals(heard, bench.vendor.heard().size());
    }
  }

  @Test
  void of_several_tiers_the_cheapest_with_numbers_is_the_offer() {
    try (var bench = new Bench()) {
      bench.vendor.books().stock(Bench.ANY, new Stock(7000, 5));
      assertEquals(List.of("7000 IDR x5 and dearer ones", "telko 7500 IDR x40"), offers(bench));
      bench.vendor.books().stock(Bench.ANY, new Stock(7500, 5));
      assertEquals(List.of("7500 IDR x45", "telko 7500 IDR x40"), offers(bench));
      bench.vendor.books().stock(Bench.ANY, new Stock(7000, 0));
      assertEquals(List.of("7500 IDR x40", "telko 7500 IDR x40"), offers(bench));
    }
  }

  private static List<String> offers(Bench bench) {
    return Bench.given(bench.provider.offers(Bench.country().id(), Bench.platform().id())).stream()
        .map(QuirksTest::shown)
        .sorted()
        .toList();
  }

  private static String shown(Offer offer) {
    return offer.tier().operator().map(name -> name + " ").orElse("")
        + offer.cost()
        + " x"
        + offer.count()
        + (offer.isLadder() ? " and dearer ones" : "");
  }

  @Test
  void a_service_is_known_by_its_name_where_its_code_says_nothing() {
    try (var bench = new Bench()) {
      var telegram = Atlas.standard().platformBySlug("telegram").orElseThrow();
      var britain = Atlas.standard().countryByIso("gb").orElseThrow();

      var offers = Bench.given(bench.provider.offers(britain.id(), telegram.id()));

      assertEquals(Money.of(9000, Currency.IDR), offers.getFirst().cost());
    }
  }

  @Test
  void a_purchase_finds_its_product_also_when_no_list_was_read_before() {
    try (var bench = new Bench()) {
      var settings = SmsCodeSettings.of(bench.vendor.base(), bench.vendor.token());

      var result = bench.provider(settings).lease(bench.request("a", 100_000));

      assertInstanceOf(LeaseResult.Leased.class, result);
    }
  }

  @Test
  void what_was_never_listed_is_not_in_stock() {
    try (var bench = new Bench()) {
      bench.vendor.books().stock(Bench.TELKO, new Stock(7500, 0));
      var settings = SmsCodeSettings.of(bench.vendor.base(), bench.vendor.token());

      var result = bench.provider(settings).lease(bench.request("a", 100_000));

      assertEquals(new LeaseResult.NoNumbers(), result);
    }
  }

  @Test
  void many_leases_are_asked_about_at_once_and_one_by_itself() {
    try (var bench = new Bench()) {
      var leases = leases(bench, 20);

      assertEquals(20, Bench.given(bench.provider.poll(leases)).size());
      assertEquals(List.of("orders/active"), bench.vendor.heard());
      bench.provider.poll(leases.subList(0, 1));
      assertEquals(List.of("orders/active", "orders/511"), bench.vendor.heard());
    }
  }

  @Test
  void a_list_that_is_long_beside_what_is_asked_about_is_not_read() {
    try (var bench = new Bench()) {
      bench.vendor.books().stock(Bench.TELKO, new Stock(7500, 100));
      var leases = leases(bench, 90);
      bench.provider.poll(leases);

      assertEquals(2, Bench.given(bench.provider.poll(leases.subList(0, 2))).size());

      assertEquals(3, bench.vendor.heard().size());
    }
  }

  private static List<LeaseRef> leases(Bench bench, int count) {
    var leases = IntStream.range(0, count).mapToObj(i -> bench.leased("r" + i).ref()).toList();
    bench.vendor.heard().clear();
    return leases;
  }

  @Test
  void an_answer_about_another_order_is_none() {
    try (var bench = new Bench()) {
      bench.saying(new Says(200, "{\"success\":true,\"data\":{\"id\":8,\"status\":\"EXPIRED\"}}"));

      assertInstanceOf(Answer.Missing.class, bench.provider.poll(List.of(Bench.lease(7))));
    }
  }

  @Test
  void too_early_says_how_long_still() {
    try (var bench = new Bench()) {
      var lease = bench.leased("a");
      bench.clock.advance(Duration.ofSeconds(50));

      assertEquals(
          new CancelResult.TooEarly(Optional.of(Duration.ofSeconds(70))),
          bench.provider.cancel(lease.ref()));
    }
  }

  @Test
  void what_its_own_vendor_refuses_stays_and_what_it_is_unsure_of_is_unknown() {
    for (boolean can : List.of(true, false)) {
      try (var bench = new Bench()) {
        bench.saying(new Says(422, Shapes.error("PROVIDER_ERROR", Map.of())));
        bench.saying(
            new Says(
                200,
                "{\"success\":true,\"data\":{\"id\":511,\"status\":\"ACTIVE\",\"can_cancel\":"
                    + can
                    + "}}"));

        var result = bench.provider.cancel(Bench.lease(511));

        assertEquals(can, result instanceof CancelResult.Refused);
        assertEquals(!can, result instanceof CancelResult.Unknown);
      }
    }
  }

  @Test
  void another_code_is_not_asked_for_twice_but_counts_as_asked_for() {
    try (var bench = new Bench()) {
      var lease = bench.leased("a");
      bench.vendor.books().deliver(lease.phone().e164(), "code 4711");

      assertEquals(new StepResult.Done(), bench.provider.another(lease.ref()));
      assertEquals(new StepResult.Done(), bench.provider.another(lease.ref()));
      bench.vendor.books().deliver(lease.phone().e164(), "code 4712");
      assertInstanceOf(StepResult.Refused.class, bench.provider.another(lease.ref()));
    }
  }

  @Test
  void a_balance_in_another_currency_is_none() {
    for (var data : List.of("{\"currency\":\"USD\",\"balance\":5}", "{\"balance\":5}", "{}")) {
      try (var bench = new Bench()) {
        bench.saying(new Says(200, "{\"success\":true,\"data\":" + data + "}"));

        assertInstanceOf(Answer.Missing.class, bench.provider.balance());
      }
    }
  }

  @Test
  void it_is_found_by_its_dialect_and_reads_its_settings() {
    var profile = open(Map.of("api-key", "t", "cancel-age", "30s", "lifetime", "15m")).profile();

    assertEquals(Currency.IDR, profile.currency());
    assertEquals(Duration.ofSeconds(30), profile.minimumCancelAge());
    assertEquals(Duration.ofMinutes(15), profile.lifetime());
    assertEquals("smscode", profile.dialect());
  }

  @Test
  void it_is_called_no_more_often_than_smscode_allows_unless_settings_say_so() {
    var plain = SmsCodeSettings.read(new Section("provider.p", Map.of("api-key", "t")));
    var other =
        SmsCodeSettings.read(
            new Section("provider.p", Map.of("api-key", "t", "calls-per-minute", "0")));

    assertEquals(CallRate.perMinute(300), plain.limits().rate());
    assertEquals(CallRate.UNLIMITED, other.limits().rate());
  }

  @Test
  void settings_that_cannot_work_say_why() {
    assertRefused(Map.of("api-key", "t", "apikey", "x"), "provider.p.apikey");
    assertRefused(Map.of("api-kei", "t"), "provider.p.api-key is missing");
    assertRefused(Map.of("api-key", "t", "url", "ftp://x"), "provider.p.url must be");
    assertRefused(
        Map.of("api-key", "t", "url", "https://codes.example/v1"), "https://codes.example");
    assertRefused(Map.of("api-key", "t", "lifetime", "0s"), "a lifetime is positive");
    assertRefused(Map.of("api-key", "t", "concurrency", "0"), "provider.p.concurrency must be");
    assertRefused(Map.of("api-key", "t", "push-secret", "short"), "at least 16 characters");
  }

  @Test
  void a_dialect_that_is_mistyped_has_a_nearest_one() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> ProviderFactory.named("smscod"));

    assertEquals("no provider dialect \"smscod\"; did you mean smscode?", refused.getMessage());
  }

  private static NumberProvider open(Map<String, String> settings) {
    var around = new Surroundings(Atlas.standard(), new MovableClock(), Upstream.client(1));
    return ProviderFactory.named("smscode")
        .open(new ProviderId("p"), new Section("provider.p", settings), around);
  }

  private static void assertRefused(Map<String, String> settings, String why) {
    var refused = assertThrows(IllegalArgumentException.class, () -> open(settings));

    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
  }
}
