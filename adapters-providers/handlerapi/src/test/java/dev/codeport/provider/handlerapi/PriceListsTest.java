package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.Power;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceListsTest {
  private final Parrot parrot = new Parrot();

  @AfterEach
  void close() {
    parrot.close();
  }

  private static Offer offer(String operator, String cost, int count) {
    var request = Parrot.request();
    var tier =
        new TierKey(
            Parrot.LEASE.provider(),
            request.country().id(),
            request.platform().id(),
            Optional.of(operator).filter(name -> !name.isEmpty()));
    return new Offer(tier, Money.of(cost, Currency.USD), count);
  }

  private static List<Offer> offers(HandlerApiProvider provider) {
    var given = assertInstanceOf(Answer.Given.class, provider.offers());
    return ((List<?>) given.value()).stream().map(Offer.class::cast).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"6\":{\"wa\":{\"cost\":0.25,\"count\":7}}}",
        "{\"6\":{\"wa\":{\"cost\":\"0.2500\",\"count\":\"7\",\"physicalCount\":3}}}",
        "{\"6\":{\"wa\":{\"price\":0.25,\"physicalCount\":7}}}",
        "{\"wa\":{\"6\":{\"count\":7,\"price\":0.25}}}",
        "\uFEFF{\"6\":{\"wa\":{\"cost\":0.2499999999,\"count\":7.0}}}",
        "{\"6\":{\"wa\":{\"cost\":0.25,\"count\":7},\"never-heard\":{\"cost\":1,\"count\":1}},"
            + "\"99999\":{\"wa\":{\"cost\":1,\"count\":1}}}",
      })
  void a_price_is_read_in_whatever_shape(String body) {
    parrot.to("getPrices", body);

    assertEquals(List.of(offer("", "0.25", 7)), offers(parrot.provider()));
  }

  @Test
  void of_a_ladder_the_lowest_step_that_has_any_is_offered_as_such() {
    parrot.to("getPrices", "{\"6\":{\"wa\":{\"0.25\":7,\"0.30\":100,\"0.10\":0}}}");

    assertEquals(List.of(offer("", "0.25", 7).onLadder()), offers(parrot.provider()));
  }

  private static List<Offer> before(HandlerApiProvider provider) {
    var request = Parrot.request();
    var given =
        assertInstanceOf(
            Answer.Given.class, provider.offers(request.country().id(), request.platform().id()));
    return ((List<?>) given.value()).stream().map(Offer.class::cast).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v2|getPricesV2|{'6':{'wa':{'0.30':100,'0.25':7,'0.10':0}}}",
        "v3|getPricesV3|{'6':{'wa':{'3291':{'count':100,'price':0.3,'provider_id':3291},"
            + "'17':{'count':4,'price':0.25},'18':{'count':3,'price':'0.250'},"
            + "'19':{'count':0,'price':0.1}}}}",
        "offers|offers|{'data':{'wa':{'6':{'prices':{'default':0.3},'counts':{'total':107},"
            + "'map':{'0.30':100,'0.25':7,'0.1':0}}}}}",
      })
  void before_a_sale_the_lowest_step_that_has_any_is_found(
      String prices, String action, String body) {
    parrot.to(action, body.replace('\'', '"'));
    var provider = parrot.provider(Dialects.with(Map.of("prices", prices)));

    assertEquals(List.of(offer("", "0.25", 7).onLadder()), before(provider));
  }

  @Test
  void one_step_is_no_ladder() {
    parrot.to("getPrices", "{\"6\":{\"wa\":{\"0.25\":7,\"0.30\":0}}}");

    assertEquals(List.of(offer("", "0.25", 7)), offers(parrot.provider()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{}}",
        "{\"data\":{\"wa\":{\"6\":{\"prices\":{\"default\":0.3},\"map\":[]}}}}",
        "{\"data\":{\"wa\":{\"6\":{\"counts\":{\"total\":9},\"map\":{\"0.30\":0}}}}}",
        "{\"title\":\"OFFER_NOT_FOUND\"}",
      })
  void where_nothing_is_offered_there_is_nothing_whatever_the_counts_say(String body) {
    parrot.to("offers", body);

    assertEquals(List.of(), before(parrot.provider(Dialects.with(Map.of("prices", "offers")))));
  }

  @Test
  void the_whole_list_is_only_a_hint_where_steps_can_be_asked_for() {
    parrot.to("getPrices", "{\"6\":{\"wa\":{\"cost\":0.30,\"count\":107}}}");

    assertEquals(
        List.of(offer("", "0.30", 107).onLadder()),
        offers(parrot.provider(Dialects.with(Map.of("prices", "v3")))));
  }

  @Test
  void suppliers_that_are_not_bought_from_do_not_count() {
    var body =
        "{\"6\":{\"wa\":{\"17\":{\"count\":4,\"price\":0.2},\"18\":{\"count\":3,\"price\":0.25},"
            + "\"19\":{\"count\":5,\"price\":0.3}}}}";
    parrot.to("getPricesV3", body);
    var dialect = Dialects.with(Map.of("prices", "v3", "suppliers", "true"));

    assertEquals(
        List.of(offer("", "0.25", 3).onLadder()),
        before(parrot.provider(dialect, new Suppliers(List.of(), List.of("17")))));
    assertEquals(
        List.of(offer("", "0.30", 5).onLadder()),
        before(parrot.provider(dialect, new Suppliers(List.of("19"), List.of()))));
  }

  @Test
  void the_key_of_heros_own_interface_stands_in_a_header() {
    parrot.to("offers", "{\"data\":{}}");

    before(parrot.provider(Dialects.with(Map.of("prices", "offers"))));

    assertEquals(List.of("services=wa&countries=6"), parrot.heard());
    assertEquals(List.of("ApiKey k3y"), parrot.keys());
  }

  @Test
  void four_tenths_of_a_cent_are_exact() {
    parrot.to("getPrices", "{\"6\":{\"wa\":{\"cost\":0.0044,\"count\":1}}}");

    assertEquals(List.of(offer("", "0.0044", 1)), offers(parrot.provider()));
  }

  @Test
  void a_code_that_is_only_understood_is_not_what_would_be_ordered() {
    // 12 is the old virtual United States, 187 what is ordered.
    parrot.to("getPrices", "{\"12\":{\"wa\":{\"cost\":1,\"count\":1}}}");

    assertEquals(List.of(), offers(parrot.provider()));
  }

  @Test
  void more_than_an_int_of_them_is_as_many_as_an_int_holds() {
    parrot.to("getPrices", "{\"6\":{\"wa\":{\"cost\":0.25,\"count\":99999999999}}}");

    assertEquals(List.of(offer("", "0.25", Integer.MAX_VALUE)), offers(parrot.provider()));
  }

  @Test
  void operators_are_asked_for_in_the_countries_that_are_named() {
    parrot
        .to("getPrices", "{\"6\":{\"wa\":{\"cost\":0.25,\"count\":7}}}")
        .to("getOperators", "{\"countryOperators\":{\"6\":[\"any\",\"telkomsel\",\"xl\"]}}")
        .to("getNumbersStatus", "{\"wa_0\":5,\"wa_1\":9,\"tg\":4,\"nothing\":1}");

    var provider = parrot.provider(HandlerApiDialect.vanilla(), "id");

    assertEquals(
        Set.of(offer("", "0.25", 7), offer("telkomsel", "0.25", 5), offer("xl", "0.25", 5)),
        Set.copyOf(offers(provider)));
    assertTrue(provider.profile().can(Power.OPERATORS));
  }

  @Test
  void without_countries_nobody_asks_for_operators() {
    parrot.to("getPrices", "{\"6\":{\"wa\":{\"cost\":0.25,\"count\":7}}}");

    offers(parrot.provider());

    assertEquals(1, parrot.heard().size());
  }

  @Test
  void operators_that_cannot_be_learnt_leave_the_other_offers() {
    parrot
        .to("getPrices", "{\"6\":{\"wa\":{\"cost\":0.25,\"count\":7}}}")
        .to("getOperators", "OPERATORS_NOT_FOUND");

    assertEquals(
        List.of(offer("", "0.25", 7)), offers(parrot.provider(HandlerApiDialect.vanilla(), "id")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "NO_NUMBERS", "{\"6\":[]}"})
  void an_empty_list_is_a_list(String body) {
    parrot.to("getPrices", body);

    assertEquals(List.of(), offers(parrot.provider()));
  }
}
