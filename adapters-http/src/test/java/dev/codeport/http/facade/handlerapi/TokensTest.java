package dev.codeport.http.facade.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Wish;
import dev.codeport.http.Api;
import dev.codeport.http.Contract;
import dev.codeport.http.Given;
import dev.codeport.http.Served;
import dev.codeport.http.Stubs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every word that clients of the protocol may hear. */
class TokensTest {
  private static final String[] WHATSAPP = {"service=wa", "country=6"};
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Served served = Served.start();
  private final Stubs stubs = Stubs.of(served);

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "action=getBalance, NO_KEY",
    "api_key=&action=getBalance, NO_KEY",
    "api_key=wrong&action=getBalance, BAD_KEY",
    "api_key=wrong&action=nothing, BAD_KEY",
    "api_key=cp_test_key, BAD_ACTION",
    "api_key=cp_test_key&action=getRentNumber, BAD_ACTION",
    "api_key=cp_test_key&action=getbalance, BAD_ACTION",
    "api_key=cp_test_key&api_key=cp_test_key&action=getBalance, BAD_DATA",
    "api_key=cp_test_key&action=%ff, BAD_DATA"
  })
  void the_key_comes_first_and_then_the_action(String query, String token) {
    assertEquals(token, served.stranger.send("GET", Stubs.path(query), "").body());
  }

  @Test
  void the_parameters_may_stand_in_the_address_or_in_a_form() {
    var query = "api_key=" + Served.KEY + "&action=getBalance";
    var forms = Api.ofForms(served.server().url());

    assertEquals("ACCESS_BALANCE:5000000.00", stubs.ask("getBalance"));
    assertEquals("ACCESS_BALANCE:5000000.00", forms.send("POST", Stubs.path(query), "").body());
    assertEquals(
        "ACCESS_BALANCE:5000000.00", forms.send("POST", "/stubs/handler_api.php", query).body());
    assertEquals("NO_KEY", served.stranger.send("POST", "/stubs/handler_api.php", query).body());
  }

  @Test
  void what_is_no_action_at_all_has_a_status_of_its_own() {
    assertEquals(404, served.stranger.send("GET", "/stubs/other.php", "").status());
    assertEquals("BAD_ACTION", served.stranger.send("GET", "/stubs/other.php", "").body());
    assertEquals(405, served.stranger.send("PUT", "/stubs/handler_api.php", "").status());
    var huge = served.stranger.send("POST", "/stubs/handler_api.php", "x".repeat(1_100_000));
    assertEquals(413, huge.status());
    assertEquals("BAD_DATA", huge.body());
  }

  @Test
  void who_asks_too_often_is_told_so_and_for_how_long() {
    served.decision = new Decision.Denied(Duration.ofSeconds(7));

    var answer = stubs.send("getBalance");

    assertEquals(429, answer.status());
    assertEquals("RATE_LIMIT", answer.body());
    assertEquals(Optional.of("7"), answer.header("Retry-After"));
    assertEquals("BAD_KEY", new Stubs(served.stranger, "wrong").ask("getBalance"));
  }

  @Test
  void waiting_takes_nothing_of_what_else_may_be_asked() {
    stubs.ask("getStatus", "id=7");
    stubs.ask("getActiveActivations");
    stubs.ask("getBalance");
    stubs.ask("setStatus", "id=7", "status=6");
    stubs.ask("getNothing");

    assertEquals(
        List.of("handler-api.poll", "handler-api.poll", "http.read", "http.change", "http.read"),
        served.taken.stream().map(LimitKey::policy).toList());
  }

  @Test
  void a_fault_of_ours_is_a_word_too() {
    served.codeport.place =
        command -> {
          throw new IllegalStateException("broken");
        };

    var answer = stubs.send("getNumber", WHATSAPP);

    assertEquals(500, answer.status());
    assertEquals("SERVER_ERROR", answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "country=6, BAD_SERVICE",
    "service=zzzz&country=6, BAD_SERVICE",
    "service=wa, BAD_COUNTRY",
    "service=wa&country=99999, BAD_COUNTRY",
    "service=wa&country=six, BAD_COUNTRY",
    "service=wa&country=6&operator=nobody, BAD_OPERATOR",
    "service=wa&country=6&maxPrice=cheap, BAD_DATA",
    "service=wa&country=6&maxPrice=-1, BAD_DATA",
    "service=wa&country=6&maxPrice=1e3, BAD_DATA",
    "service=wa&country=6&maxPrice=9999999999999, BAD_DATA",
    "service=wa&country=6&activationType=1, BAD_ACTIVATION_TYPE",
    "service=wa&country=6&forward=1, BAD_FORWARD",
    "service=wa&country=6&phoneException=7918, WRONG_EXCEPTION_PHONE"
  })
  void what_cannot_be_heeded_is_refused_and_nothing_ordered(String parameters, String token) {
    assertEquals(token, stubs.ask("getNumber", parameters));
    assertEquals(token, stubs.ask("getNumberV2", parameters));
    assertEquals(
        List.of(),
        served.codeport.asked.stream().filter(PlaceOrder.Command.class::isInstance).toList());
  }

  @Test
  void a_number_comes_as_a_line_or_as_a_document() {
    served.codeport.place = command -> accepted(Given.active(511));

    var document = Contract.parse(stubs.ask("getNumberV2", WHATSAPP));

    assertEquals("ACCESS_NUMBER:511:628110001511", stubs.ask("getNumber", WHATSAPP));
    assertEquals(
        Contract.parse(
            "{\"activationId\":511,\"phoneNumber\":\"628110001511\",\"activationCost\":7500.00,"
                + "\"currency\":360,\"countryCode\":\"6\",\"canGetAnotherSms\":\"1\","
                + "\"activationTime\":\"2031-01-02 03:00:00\","
                + "\"activationEndTime\":\"2031-01-02 03:20:00\",\"activationOperator\":\"any\"}"),
        document);
  }

  @Test
  void every_way_an_order_may_end_has_its_word() {
    var ban = new Ban(Given.NOW, Given.NOW.plus(Duration.ofHours(1)), 1);
    Map<PlaceOrder.Result, String> words =
        Map.of(
            accepted(Given.unsettled(5)),
            "ERROR_SQL",
            new PlaceOrder.Replayed(List.of(Given.shown(Given.active(5))), 0),
            "ORDER_ALREADY_EXISTS",
            new PlaceOrder.KeyReused(),
            "ORDER_ALREADY_EXISTS",
            new PlaceOrder.InProgress(MINUTE),
            "ORDER_ALREADY_EXISTS",
            new PlaceOrder.NoOffer(),
            "NO_NUMBERS",
            new PlaceOrder.TooPoor(Given.PRICE, Money.zero(Currency.IDR)),
            "NO_BALANCE",
            new PlaceOrder.Banned(ban, MINUTE),
            "BANNED:'2031-01-02 04-00-00'",
            new PlaceOrder.NoRate(),
            "NO_NUMBERS",
            new PlaceOrder.ProviderFailed("their words"),
            "NO_NUMBERS");
    words.forEach(
        (result, word) -> {
          served.codeport.place = command -> result;

          assertEquals(word, stubs.ask("getNumber", WHATSAPP), result.toString());
          assertEquals(word, stubs.ask("getNumberV2", WHATSAPP), result.toString());
        });
  }

  @Test
  void a_price_that_is_too_low_is_answered_with_the_one_that_would_do() {
    served.codeport.products = List.of(Given.product(8000), Given.product(7500));

    assertEquals(
        "WRONG_MAX_PRICE:7500.00",
        stubs.ask("getNumber", "service=wa", "country=6", "maxPrice=7499.99"));
    assertEquals("NO_NUMBERS", stubs.ask("getNumber", "service=wa", "country=6", "maxPrice=7500"));
  }

  @Test
  void what_is_ordered_is_what_was_asked_for() {
    served.codeport.place = command -> accepted(Given.active(5));
    stubs.ask("getNumber", "service=wa", "country=6", "maxPrice=7500.9", "orderId=%C3%84+1");
    stubs.ask("getNumber", "service=wa", "country=6", "maxPrice=7500", "orderId=%C3%84+1");
    stubs.ask("getNumber", "service=wa", "country=6", "orderId=%C3%84+2");

    var commands =
        served.codeport.asked.stream()
            .filter(PlaceOrder.Command.class::isInstance)
            .map(PlaceOrder.Command.class::cast)
            .toList();

    var wish = (Wish.Routed) commands.getFirst().wish();
    assertEquals(Given.PRODUCT, wish.product());
    assertEquals(Optional.of(Given.PRICE), wish.bounds().maxPrice());
    assertEquals(Given.ACCOUNT, commands.getFirst().account());
    assertEquals(commands.get(0).repeatable(), commands.get(1).repeatable());
    assertNotEquals(
        commands.get(0).repeatable().orElseThrow().key(),
        commands.get(2).repeatable().orElseThrow().key());
  }

  @Test
  void an_operator_is_chosen_by_its_name_and_of_several_the_first_that_has_numbers() {
    served.codeport.operators =
        new BrowseCatalog.OperatorChoice(true, List.of(new Operator(new OperatorId(42), "telko")));
    served.codeport.place = command -> accepted(Given.activeAt(5, "telko"));

    stubs.ask("getNumber", "service=wa", "country=6", "operator=nobody,Telko");
    stubs.ask("getNumber", "service=wa", "country=6", "operator=telko,any");

    assertEquals(
        List.of(Optional.of(new OperatorId(42)), Optional.empty()),
        served.codeport.asked.stream()
            .filter(PlaceOrder.Command.class::isInstance)
            .map(command -> ((Wish.Routed) ((PlaceOrder.Command) command).wish()).operator())
            .toList());
  }

  @Test
  void an_operator_that_sells_other_things_only_has_no_numbers() {
    served.codeport.products =
        List.of(
            new BrowseCatalog.Product(
                Given.tierOf("telko"), Given.INDONESIA, Given.WHATSAPP, Given.PRICE, 5, Given.NOW));

    assertEquals("NO_NUMBERS", stubs.ask("getNumber", "service=tg", "country=6", "operator=telko"));
    assertEquals("BAD_OPERATOR", stubs.ask("getNumber", "service=tg", "country=6", "operator=x"));
  }

  @Test
  void every_state_has_its_word() {
    assertEquals("NO_ACTIVATION", stubs.ask("getStatus", "id=5"));
    show(Given.unsettled(5));
    assertEquals("STATUS_WAIT_CODE", stubs.ask("getStatus", "id=5"));
    show(Given.active(5));
    assertEquals("STATUS_WAIT_CODE", stubs.ask("getStatus", "id=5"));
    assertEquals("STATUS_WAIT_CODE", stubs.ask("getFullSms", "id=5"));
    assertEquals("STATUS_WAIT_CODE", stubs.ask("getStatusV2", "id=5"));
    show(Given.received(5));
    served.codeport.messages = List.of(Given.sms(5, 1, "480215"));
    assertEquals("STATUS_OK:480215", stubs.ask("getStatus", "id=5"));
    assertEquals("FULL_SMS:480215 is your WhatsApp code", stubs.ask("getFullSms", "id=5"));
    assertEquals(
        Contract.parse(
            "{\"verificationType\":0,\"sms\":{\"dateTime\":\"2031-01-02 03:01:10\","
                + "\"code\":\"480215\",\"text\":\"480215 is your WhatsApp code\"}}"),
        Contract.parse(stubs.ask("getStatusV2", "id=5")));
    show(Given.awaiting(5));
    assertEquals("STATUS_WAIT_RETRY:480215", stubs.ask("getStatus", "id=5"));
    show(Given.received(5).complete(Given.NOW).order());
    assertEquals("STATUS_CANCEL", stubs.ask("getStatus", "id=5"));
    show(Given.active(5).expire(Given.NOW).order());
    assertEquals("STATUS_CANCEL", stubs.ask("getStatus", "id=5"));
  }

  @ParameterizedTest
  @CsvSource({"getStatus", "getStatusV2", "getFullSms"})
  void an_id_is_a_number(String action) {
    for (var id : List.of("id=", "id=x", "id=-5", "id=1e3", "id=12345678901", "x=5")) {
      assertEquals("WRONG_ACTIVATION_ID", stubs.ask(action, id), id);
    }
    assertEquals("NO_ACTIVATION", stubs.ask(action, "id=0"));
  }

  @Test
  void every_step_has_its_word() {
    assertStep("1", "NO_ACTIVATION");
    show(Given.active(5));
    assertStep("1", "ACCESS_READY");
    show(Given.received(5));
    assertStep("1", "BAD_STATUS");
    assertStep("7", "BAD_STATUS");
    assertStep("", "BAD_STATUS");
    assertEquals("WRONG_ACTIVATION_ID", stubs.ask("setStatus", "id=x", "status=8"));
  }

  @Test
  void every_way_a_cancel_may_end_has_its_word() {
    var shown = Given.shown(Given.active(5).cancel(Given.NOW).order());
    Map<CancelOrder.Result, String> words =
        Map.of(
            new CancelOrder.Canceled(shown, Given.PRICE, Given.PRICE), "ACCESS_CANCEL",
            new CancelOrder.NotFound(), "NO_ACTIVATION",
            new CancelOrder.NotAllowed("an SMS has arrived"), "BAD_STATUS",
            new CancelOrder.TooEarly(Given.NOW), "EARLY_CANCEL_DENIED",
            new CancelOrder.ProviderRefused("their words"), "BAD_STATUS",
            new CancelOrder.Unsettled("silence"), "ERROR_SQL");
    words.forEach(
        (result, word) -> {
          served.codeport.cancel = (account, id) -> result;

          assertStep("8", word);
          assertStep("-1", word);
        });
    served.codeport.cancel = (account, id) -> new CancelOrder.CapReached(MINUTE);
    assertEquals(429, stubs.send("setStatus", "id=5", "status=8").status());
  }

  @Test
  void what_was_done_before_is_answered_as_it_was_then() {
    served.codeport.cancel = (account, id) -> new CancelOrder.NotAllowed("it has ended");
    served.codeport.finish = (account, id) -> new FinishOrder.NotAllowed("it has ended");
    served.codeport.another =
        (account, id) -> new RequestAnotherCode.NotAllowed("just asked", Optional.empty());

    show(Given.active(5).cancel(Given.NOW).order());
    assertStep("8", "ACCESS_CANCEL");
    assertStep("6", "BAD_STATUS");
    show(Given.active(5).expire(Given.NOW).order());
    assertStep("8", "ACCESS_CANCEL");
    show(Given.received(5).complete(Given.NOW).order());
    assertStep("6", "ACCESS_ACTIVATION");
    assertStep("8", "BAD_STATUS");
    show(Given.awaiting(5));
    assertStep("3", "ACCESS_RETRY_GET");
    show(Given.received(5));
    assertStep("3", "BAD_STATUS");
  }

  @Test
  void finishing_and_another_code_have_their_words() {
    var shown = Given.shown(Given.awaiting(5));
    assertStep("6", "NO_ACTIVATION");
    assertStep("3", "NO_ACTIVATION");
    served.codeport.finish = (account, id) -> new FinishOrder.Finished(shown);
    served.codeport.another = (account, id) -> new RequestAnotherCode.Requested(shown);
    assertStep("6", "ACCESS_ACTIVATION");
    assertStep("3", "ACCESS_RETRY_GET");
    served.codeport.another = (account, id) -> new RequestAnotherCode.ProviderRefused("no");
    assertStep("3", "BAD_STATUS");
  }

  @Test
  void having_a_number_again_has_its_words() {
    show(Given.received(5).complete(Given.NOW).order());
    Map<ReactivateOrder.Result, String> words =
        Map.of(
            new ReactivateOrder.Reactivated(Given.shown(Given.active(6))),
            "ACCESS_NUMBER:6:628110001006",
            new ReactivateOrder.Reactivated(Given.shown(Given.unsettled(6))),
            "ERROR_SQL",
            new ReactivateOrder.NotFound(),
            "NO_ACTIVATION",
            new ReactivateOrder.NotAllowed("no"),
            "RENEW_ACTIVATION_NOT_AVAILABLE",
            new ReactivateOrder.TooPoor(Given.PRICE, Given.PRICE),
            "NO_BALANCE",
            new ReactivateOrder.NoRate(),
            "NO_NUMBERS",
            new ReactivateOrder.ProviderFailed("their words"),
            "SIM_OFFLINE");
    words.forEach(
        (result, word) -> {
          served.codeport.reactivation = result;

          assertEquals(word, stubs.ask("getExtraActivation", "activationId=5"));
        });
    served.codeport.reactivation = new ReactivateOrder.Quoted(Given.PRICE);
    assertEquals(
        Contract.parse(
            "{\"status\":\"success\",\"cost\":7500.00,\"service\":\"wa\","
                + "\"phone\":\"628110001005\",\"country\":\"6\"}"),
        Contract.parse(stubs.ask("checkExtraActivation", "activationId=5")));
  }

  private void show(Order order) {
    served.codeport.orders = List.of(Given.shown(order));
  }

  private void assertStep(String status, String word) {
    assertEquals(word, stubs.ask("setStatus", "id=5", "status=" + status));
  }

  private static PlaceOrder.Result accepted(Order order) {
    return new PlaceOrder.Accepted(List.of(Given.shown(order)), 0);
  }
}
