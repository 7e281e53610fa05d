package dev.codeport.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SandboxProtocolTest {
  private final Buyer vanilla = new Buyer(SandboxSettings.swift());
  private final Buyer hero =
      new Buyer(SandboxSettings.swift().named("hero", 3).withErrors(ErrorStyle.HTTP_JSON));

  @AfterAll
  void close() {
    vanilla.close();
    hero.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "action=nothing|BAD_ACTION|404 BAD_ACTION",
        "action=getNumber|BAD_SERVICE|422 UNPROCESSABLE_ENTITY service",
        "action=getNumber&service=??&country=x|BAD_SERVICE|422 UNPROCESSABLE_ENTITY service",
        "action=getNumber&service=wa|BAD_COUNTRY|422 UNPROCESSABLE_ENTITY country",
        "action=getNumber&service=wa&country=6&operator=x&maxPrice=x|BAD_OPERATOR"
            + "|422 UNPROCESSABLE_ENTITY operator",
        "action=getNumber&service=wa&country=6&maxPrice=x|BAD_DATA"
            + "|422 UNPROCESSABLE_ENTITY maxPrice",
        "action=getNumber&service=wa&country=6&maxPrice=1e999999|BAD_DATA"
            + "|422 UNPROCESSABLE_ENTITY maxPrice",
        "action=getNumber&service=wa&country=6&maxPrice=0.0001|WRONG_MAX_PRICE:0.346"
            + "|400 WRONG_MAX_PRICE",
        "action=getStatus&id=1|NO_ACTIVATION|404 NOT_FOUND",
        "action=getStatus&id=x|WRONG_ACTIVATION_ID|422 UNPROCESSABLE_ENTITY id",
        "action=setStatus&id=1&status=8|NO_ACTIVATION|404 NOT_FOUND",
        "action=setStatus&id=1&status=77|BAD_STATUS|400 BAD_STATUS",
        "action=setStatus&id=1&status=-1|NO_ACTIVATION|400 BAD_STATUS",
        "action=getFullSms&id=1|NO_ACTIVATION|404 BAD_ACTION",
        "action=getAllSms&id=1|BAD_ACTION|404 NOT_FOUND",
        "action=checkExtraActivation&activationId=1|WRONG_ACTIVATION_ID|404 BAD_ACTION",
        "action=getActiveActivations|NO_ACTIVATIONS|404 NO_ACTIVATIONS",
        "action=getNumbersStatus|BAD_COUNTRY|422 UNPROCESSABLE_ENTITY country",
        "action=getOperators&country=1|OPERATORS_NOT_FOUND|404 OPERATORS_NOT_FOUND",
        "action=getPrices&service=??|BAD_SERVICE|422 UNPROCESSABLE_ENTITY service",
      })
  void each_family_complains_in_its_way(String query, String token, String document) {
    assertEquals(token, vanilla.ask(query));
    assertEquals(
        document,
        hero.ask(query)
            .replaceAll("\\{\"title\":\"(\\w+)\"(.*\"field\":(\"\\w+\"))?.*", "$1 $3")
            .replace("\"", "")
            .strip());
  }

  @Test
  void the_key_is_looked_at_first() {
    for (var query : new String[] {"", "action=nothing", "api_key=wrong&action=getNumber"}) {
      assertEquals("BAD_KEY", vanilla.send(query).body());
      assertEquals(401, hero.send(query).statusCode());
    }
  }

  @Test
  void none_in_stock_is_a_line_of_text_with_both() {
    vanilla.vendor.restock("id", "viber", 0);
    hero.vendor.restock("id", "viber", 0);

    assertEquals("NO_NUMBERS", vanilla.ask("action=getNumber&service=vi&country=6"));
    assertEquals("NO_NUMBERS", hero.ask("action=getNumber&service=vi&country=6"));
  }

  @Test
  void everything_is_called_html() {
    var response = vanilla.send("action=getPrices&api_key=" + vanilla.vendor.apiKey().reveal());

    assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
  }
}
