package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import dev.codeport.contract.Race;
import dev.codeport.http.Api;
import dev.codeport.http.Contract;
import dev.codeport.http.Stubs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an existing client does, against a whole service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlerApiFlowTest {
  private final Town town = new Town();
  private Stubs client = customer();

  @BeforeEach
  void come() {
    client = customer();
  }

  @AfterAll
  void stop() {
    town.close();
  }

  private Stubs customer() {
    var newcomer = town.newcomer(1_000_000);
    return new Stubs(Api.at(newcomer.url()), newcomer.token());
  }

  private record Taken(String id, String phone) {
    static Taken of(String line) {
      var parts = Splitter.on(':').splitToList(line);
      assertEquals("ACCESS_NUMBER", parts.getFirst(), line);
      return new Taken(parts.get(1), parts.get(2));
    }

    String at() {
      return "id=" + id;
    }
  }

  private Taken number(String... more) {
    return Taken.of(client.ask("getNumber", "service=wa&country=6", String.join("&", more)));
  }

  private BigDecimal balance() {
    var line = client.ask("getBalance");
    assertTrue(line.startsWith("ACCESS_BALANCE:"), line);
    return new BigDecimal(line.substring("ACCESS_BALANCE:".length()));
  }

  private BigDecimal price() {
    var prices = Contract.parse(client.ask("getPrices", "service=wa&country=6"));
    return prices.at("/6/wa/cost").decimalValue();
  }

  @Test
  void a_number_a_code_another_and_the_end() {
    var before = balance();
    var price = price();
    var number = number();

    assertEquals("ACCESS_READY", client.ask("setStatus", number.at(), "status=1"));
    assertEquals("STATUS_WAIT_CODE", client.ask("getStatus", number.at()));
    town.sms("+" + number.phone(), "480215 is your WhatsApp code");
    assertEquals("STATUS_OK:480215", client.ask("getStatus", number.at()));
    assertEquals("BAD_STATUS", client.ask("setStatus", number.at(), "status=8"));
    assertEquals("ACCESS_RETRY_GET", client.ask("setStatus", number.at(), "status=3"));
    assertEquals("STATUS_WAIT_RETRY:480215", client.ask("getStatus", number.at()));
    town.sms("+" + number.phone(), "77-12-31 is your WhatsApp code");
    assertEquals("FULL_SMS:77-12-31 is your WhatsApp code", client.ask("getFullSms", number.at()));
    assertEquals("ACCESS_ACTIVATION", client.ask("setStatus", number.at(), "status=6"));
    assertEquals("ACCESS_ACTIVATION", client.ask("setStatus", number.at(), "status=6"));

    assertEquals("STATUS_CANCEL", client.ask("getStatus", number.at()));
    assertEquals(before.subtract(price), balance());
  }

  @Test
  void a_number_that_is_given_back_costs_nothing() {
    var before = balance();
    var number = number();
    assertEquals(before.subtract(price()), balance());

    assertEquals("EARLY_CANCEL_DENIED", client.ask("setStatus", number.at(), "status=8"));
    town.wait(Duration.ofMinutes(3));
    assertEquals("ACCESS_CANCEL", client.ask("setStatus", number.at(), "status=8"));
    assertEquals("ACCESS_CANCEL", client.ask("setStatus", number.at(), "status=8"));

    assertEquals("STATUS_CANCEL", client.ask("getStatus", number.at()));
    assertEquals(before, balance());
  }

  @Test
  void an_order_of_ones_own_name_is_made_once_however_often_it_is_asked_for() {
    var before = balance();

    var lines = Race.of(6, i -> client.ask("getNumber", "service=wa&country=6", "orderId=shop-17"));

    var made = lines.stream().filter(line -> line.startsWith("ACCESS_NUMBER")).toList();
    assertEquals(1, made.size(), lines.toString());
    assertTrue(
        lines.stream().allMatch(line -> line.equals("ORDER_ALREADY_EXISTS") || made.contains(line)),
        lines.toString());
    assertEquals(before.subtract(price()), balance());
    assertEquals(
        "ORDER_ALREADY_EXISTS",
        client.ask("getNumberV2", "service=tg&country=6", "orderId=shop-17"));
  }

  @Test
  void another_account_sees_and_moves_nothing_of_it() {
    var number = number("orderId=mine");
    town.sms("+" + number.phone(), "480215 is your WhatsApp code");
    var stranger = customer();

    assertEquals("NO_ACTIVATION", stranger.ask("getStatus", number.at()));
    assertEquals("NO_ACTIVATION", stranger.ask("getStatusV2", number.at()));
    assertEquals("NO_ACTIVATION", stranger.ask("getFullSms", number.at()));
    for (var status : List.of("1", "3", "6", "8", "-1")) {
      assertEquals("NO_ACTIVATION", stranger.ask("setStatus", number.at(), "status=" + status));
    }
    assertEquals(
        "NO_ACTIVATION", stranger.ask("checkExtraActivation", "activationId=" + number.id()));
    assertEquals(
        "NO_ACTIVATION", stranger.ask("getExtraActivation", "activationId=" + number.id()));
    assertEquals("NO_ACTIVATIONS", stranger.ask("getActiveActivations"));
    assertEquals("[]", stranger.ask("getHistory"));
    assertTrue(
        stranger
            .ask("getNumber", "service=wa&country=6", "orderId=mine")
            .startsWith("ACCESS_NUMBER"));
    assertEquals("STATUS_OK:480215", client.ask("getStatus", number.at()));
  }

  @Test
  void who_cannot_pay_gets_nothing() {
    var newcomer = town.newcomer(1);
    var poor = new Stubs(Api.at(newcomer.url()), newcomer.token());

    assertEquals("NO_BALANCE", poor.ask("getNumber", "service=wa&country=6"));
    assertEquals("ACCESS_BALANCE:1.00", poor.ask("getBalance"));
  }

  @Test
  void a_highest_price_holds() {
    var price = price();

    assertEquals(
        "WRONG_MAX_PRICE:" + price.setScale(2),
        client.ask(
            "getNumber", "service=wa&country=6", "maxPrice=" + price.subtract(BigDecimal.ONE)));
    number("maxPrice=" + price.toPlainString());
  }

  @Test
  void the_lists_show_what_runs_and_what_ran() {
    var kept = number();
    var gone = number();
    town.wait(Duration.ofMinutes(3));
    client.ask("setStatus", gone.at(), "status=8");

    var active = Contract.parse(client.ask("getActiveActivations")).get("activeActivations");
    var history = Contract.parse(client.ask("getHistory"));

    assertEquals(List.of(kept.id()), active.findValuesAsText("activationId"));
    assertEquals("[]", client.ask("getHistory", "end=1924992000"));
    assertEquals(List.of("8", "4"), history.findValuesAsText("status"));
    assertEquals(List.of(gone.id(), kept.id()), history.findValuesAsText("id"));
  }
}
