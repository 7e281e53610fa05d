package dev.codeport.http.facade.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.http.Contract;
import dev.codeport.http.Given;
import dev.codeport.http.Served;
import dev.codeport.http.Stubs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of the protocol. */
class ListsTest {
  private final Served served = Served.start();
  private final Stubs stubs = Stubs.of(served);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void prices_are_the_least_and_how_many_there_are_at_it() {
    served.codeport.products =
        List.of(
            product(Given.tier(), 7500, 100),
            product(Given.tier(), 7500, 80),
            product(Given.tier(), 9000, 5),
            product(Given.tierOf("telko"), 7000, 30));

    assertDocument(
        "{\"6\":{\"wa\":{\"cost\":7500.00,\"count\":180,\"physicalCount\":180}}}", "getPrices");
    assertDocument("{\"wa\":185}", "getNumbersStatus", "country=6");
    assertDocument("{\"wa\":30}", "getNumbersStatus", "country=6", "operator=TELKO,other");
    assertDocument(
        "{\"status\":\"success\",\"countryOperators\":{\"6\":[\"telko\"]}}", "getOperators");
    assertDocument(
        "{\"0\":{\"country\":6,\"count\":185,\"price\":7500.00,\"retail_price\":7500.00}}",
        "getTopCountriesByService",
        "service=wa");
    assertDocument(
        "{\"0\":{\"country\":6,\"count\":185,\"price\":7500.00,\"retail_price\":7500.00,"
            + "\"freePriceMap\":{\"7500.00\":180,\"9000.00\":5}}}",
        "getTopCountriesByService",
        "service=wa",
        "freePrice=true");
  }

  @Test
  void where_only_operators_sell_they_count() {
    served.codeport.products = List.of(product(Given.tierOf("telko"), 7000, 30));

    assertDocument(
        "{\"6\":{\"wa\":{\"cost\":7000.00,\"count\":30,\"physicalCount\":30}}}", "getPrices");
  }

  @Test
  void nothing_in_stock_is_an_empty_list_or_its_own_word() {
    assertDocument("{}", "getPrices");
    assertDocument("{}", "getNumbersStatus", "country=6");
    assertDocument("{}", "getTopCountriesByService", "service=wa");
    assertEquals("OPERATORS_NOT_FOUND", stubs.ask("getOperators"));
    assertEquals("NO_ACTIVATIONS", stubs.ask("getActiveActivations"));
    assertDocument("[]", "getHistory");
  }

  @Test
  void filters_that_mean_nothing_are_refused() {
    assertEquals("BAD_COUNTRY", stubs.ask("getPrices", "country=nowhere"));
    assertEquals("BAD_SERVICE", stubs.ask("getPrices", "service=nothing"));
    assertEquals("BAD_COUNTRY", stubs.ask("getOperators", "country=nowhere"));
    assertEquals("BAD_COUNTRY", stubs.ask("getServicesList", "country=nowhere"));
    assertEquals("BAD_SERVICE", stubs.ask("getTopCountriesByService"));
  }

  @Test
  void countries_and_services_have_the_codes_that_clients_know() {
    var country = Contract.parse(stubs.ask("getCountries")).get("6");

    assertEquals(6, country.get("id").intValue());
    assertEquals("Indonesia", country.get("eng").textValue());
    assertEquals("Индонезия", country.get("rus").textValue());
    assertEquals(1, country.get("visible").intValue());
    assertDocument(
        "{\"status\":\"success\",\"services\":[{\"code\":\"wa\",\"name\":\"WhatsApp\"}]}",
        "getServicesList");
  }

  @Test
  void active_ones_show_their_sms() {
    served.codeport.orders = List.of(Given.shown(Given.awaiting(7)), Given.shown(Given.active(5)));

    var rows = Contract.parse(stubs.ask("getActiveActivations")).get("activeActivations");

    assertEquals(2, rows.size());
    assertEquals(
        Contract.parse(
            "{\"activationId\":\"7\",\"serviceCode\":\"wa\",\"phoneNumber\":\"628110001007\","
                + "\"activationCost\":7500.00,\"activationStatus\":\"3\",\"smsCode\":[\"480215\"],"
                + "\"smsText\":\"480215 is your WhatsApp code\","
                + "\"activationTime\":\"2031-01-02 03:00:00\",\"discount\":\"0.00\","
                + "\"repeated\":\"0\",\"countryCode\":\"6\",\"countryName\":\"Indonesia\","
                + "\"canGetAnotherSms\":\"1\",\"activationOperator\":\"any\",\"currency\":360}"),
        rows.get(0));
    assertTrue(rows.get(1).get("smsCode").isNull());
    assertEquals("4", rows.get(1).get("activationStatus").textValue());
  }

  @Test
  void the_history_shows_how_it_ended() {
    served.codeport.orders =
        List.of(
            Given.shown(Given.received(9).complete(Given.NOW).order()),
            Given.shown(Given.active(8).cancel(Given.NOW).order()),
            Given.shown(Given.active(7).expire(Given.NOW).order()),
            Given.shown(Given.received(6)));

    var rows = Contract.parse(stubs.ask("getHistory"));

    assertEquals(List.of("6", "8", "10", "2"), rows.findValuesAsText("status"));
    assertEquals(
        Contract.parse(
            "{\"id\":9,\"date\":\"2031-01-02 03:00:00\",\"phone\":\"628110001009\","
                + "\"sms\":\"480215 is your WhatsApp code\",\"cost\":7500.00,\"status\":\"6\","
                + "\"currency\":360}"),
        rows.get(0));
    assertEquals(2, Contract.parse(stubs.ask("getHistory", "offset=1", "limit=2")).size());
    assertDocument("[]", "getHistory", "start=1925100000", "end=1925100001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"start=x", "start=-1", "end=1e9", "start=2&end=1", "start=0&end=2592001", "end="})
  void times_are_seconds_and_at_most_thirty_days_apart(String parameters) {
    var word = stubs.ask("getHistory", parameters);

    assertEquals(parameters.equals("end=") ? "[]" : "WRONG_DATE", word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"offset=x", "offset=-1", "offset=10001", "limit=x", "limit=99999999"})
  void rows_are_counted_in_numbers(String parameters) {
    assertEquals("BAD_DATA", stubs.ask("getHistory", parameters));
  }

  private void assertDocument(String expected, String action, String... parameters) {
    assertEquals(Contract.parse(expected), Contract.parse(stubs.ask(action, parameters)));
  }

  private static BrowseCatalog.Product product(Tier tier, long price, int available) {
    return new BrowseCatalog.Product(
        tier, Given.INDONESIA, Given.WHATSAPP, Money.of(price, Currency.IDR), available, Given.NOW);
  }
}
