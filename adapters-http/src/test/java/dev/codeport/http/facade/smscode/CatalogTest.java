package dev.codeport.http.facade.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.BrowseCatalog.OperatorChoice;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.http.Given;
import dev.codeport.http.Served;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void lists_countries_and_services(String version) {
    var country = served.api.get(version + "/catalog/countries").data().get(0);
    var service = served.api.get(version + "/catalog/services?country_id=88").data().get(0);

    assertEquals(
        "{\"id\":88,\"code\":\"id\",\"name\":\"Indonesia\",\"dial_code\":\"62\",\"emoji\":\"🇮🇩\",\"active\":true}",
        country.toString());
    assertEquals(
        "{\"id\":1,\"code\":\"whatsapp\",\"name\":\"WhatsApp\",\"active\":true}",
        service.toString());
  }

  @Test
  void lists_products_in_rupiah_on_v1() {
    served.codeport.products = List.of(Given.product(7500));

    var answer = served.api.get("/v1/catalog/products");

    assertEquals(7500, answer.data().get(0).get("price").intValue());
    assertEquals("{\"page\":1,\"limit\":1000,\"count\":1}", answer.json().get("meta").toString());
  }

  @Test
  void lists_products_in_dollars_on_v2_with_the_rate_that_was_used() {
    served.codeport.products = List.of(Given.product(7500));

    var answer = served.api.get("/v2/catalog/products");

    assertEquals(
        "{\"amount\":\"0.4615\",\"currency\":\"USD\",\"canonical_amount\":7500,\"canonical_currency\":\"IDR\"}",
        answer.data().get(0).get("price").toString());
    assertEquals(
        "{\"pair\":\"USD/IDR\",\"rate\":16250,\"rate_as_of\":\"2031-01-02T03:00:00+00:00\"}",
        answer.json().at("/meta/fx").toString());
  }

  @ParameterizedTest
  @CsvSource({"16250,7500,0.4615", "17970,139,0.0077", "16000,1,0.0001", "20000,1,0.0001"})
  void rounds_half_up_to_four_decimals(long rate, long rupiah, String dollars) {
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.Known(Given.rate(rate));
    served.codeport.products = List.of(Given.product(rupiah));

    var price = served.api.get("/v2/catalog/products").data().get(0).get("price");

    assertEquals(dollars, price.get("amount").textValue());
  }

  @ParameterizedTest
  @CsvSource({"0,1", "-5,1", "1,1", "10000,10000", "99999,10000"})
  void clamps_the_limit(long asked, int applied) {
    var answer = served.api.get("/v1/catalog/products?page=0&limit=" + asked);

    assertEquals(applied, answer.json().at("/meta/limit").intValue());
    assertEquals(1, answer.json().at("/meta/page").intValue());
  }

  @Test
  void takes_an_unknown_sort_for_the_cheapest_first() {
    served.api.get("/v1/catalog/products?sort=sideways");
    served.api.get("/v1/catalog/products?sort=name_desc&operator_id=42&page=3");

    var first = (BrowseCatalog.Query) served.codeport.asked.get(0);
    var second = (BrowseCatalog.Query) served.codeport.asked.get(1);
    assertEquals(BrowseCatalog.Sort.PRICE_ASC, first.sort());
    assertEquals(BrowseCatalog.Sort.NAME_DESC, second.sort());
    assertEquals(new OperatorId(42), second.operator().orElseThrow());
    assertEquals(3, second.page());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"country_id=abc", "platform_id=1.5", "operator_id=99999999999", "limit=x"})
  void refuses_what_is_not_an_integer(String query) {
    var answer = served.api.get("/v2/catalog/products?" + query);

    assertEquals("VALIDATION_ERROR", answer.code());
    assertTrue(answer.body().contains(query.substring(0, query.indexOf('='))));
  }

  @Test
  void finds_nothing_for_ids_that_nothing_can_have() {
    served.codeport.products = List.of(Given.product(7500));

    assertEquals(0, served.api.get("/v1/catalog/products?country_id=512").data().size());
    assertEquals(0, served.api.get("/v1/catalog/services?country_id=0").data().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?country_id=88", "?platform_id=1", "?country_id=88&platform_id="})
  void needs_country_and_platform_for_operators(String query) {
    assertEquals("VALIDATION_ERROR", served.api.get("/v1/catalog/operators" + query).code());
  }

  @Test
  void offers_any_operator_only_beside_others() {
    var telko = new Operator(new OperatorId(42), "telko");
    served.codeport.operators = new OperatorChoice(true, List.of(telko));
    var both = served.api.get("/v2/catalog/operators?country_id=88&platform_id=1").data();
    served.codeport.operators = new OperatorChoice(true, List.of());
    var none = served.api.get("/v2/catalog/operators?country_id=88&platform_id=1").data();

    assertEquals(
        "[{\"operator_id\":null,\"code\":\"any\",\"name\":\"Any\",\"local_name\":null},"
            + "{\"operator_id\":42,\"code\":\"telko\",\"name\":\"Telko\",\"local_name\":null}]",
        both.toString());
    assertEquals("[]", none.toString());
  }
}
