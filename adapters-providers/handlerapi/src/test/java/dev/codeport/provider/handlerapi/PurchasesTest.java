package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PurchasesTest {
  private final Instant now = new MovableClock().instant();
  private final Parrot parrot = new Parrot();

  @AfterEach
  void close() {
    parrot.close();
  }

  private Lease lease(String body) {
    parrot.to("getNumberV2", body);
    return assertInstanceOf(LeaseResult.Leased.class, parrot.provider().lease(Parrot.request()))
        .lease();
  }

  private static String number(String more) {
    return "{\"activationId\":635468024,\"phoneNumber\":\"6200812345678\"" + more + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"activationId\":635468024,\"phoneNumber\":\"6200812345678\",\"activationCost\":0.25}",
        "{\"activationId\":\"635468024\",\"phoneNumber\":6200812345678,\"activationCost\":\"0.2500\"}",
        "{\"activationId\":\"635468024\",\"phoneNumber\":\"+62 (008) 123-456-78\",\"cost\":0.25}",
        "\uFEFF {\"id\":635468024,\"phone\":\"6200812345678\",\"price\":0.25,\"currency\":\"840\"}\n",
      })
  void ids_phones_and_costs_are_numbers_or_texts(String body) {
    var lease = lease(body);

    assertEquals(Parrot.LEASE, lease.ref());
    assertEquals("+6200812345678", lease.phone().e164());
    assertEquals(Money.of("0.25", Currency.USD), lease.cost());
    assertEquals(now.plus(Duration.ofMinutes(20)), lease.expiresAt());
    assertEquals(now.plus(Duration.ofMinutes(2)), lease.cancelableFrom());
  }

  @Test
  void a_line_of_text_is_a_lease_too() {
    var lease = lease("ACCESS_NUMBER:635468024:6200812345678");

    assertEquals(Parrot.LEASE, lease.ref());
    assertEquals(Money.of("0.5", Currency.USD), lease.cost());
  }

  @Test
  void the_request_carries_all_it_should() {
    var operator = Optional.of("telkomsel");
    var request = Parrot.request();
    parrot.to("getNumberV2", number(""));

    parrot
        .provider(HandlerApiDialect.vanilla(), "id")
        .lease(
            new LeaseRequest(
                "our-1", request.country(), request.platform(), operator, request.maxCost()));

    assertEquals(
        "api_key=k3y&action=getNumberV2&service=wa&country=6&operator=telkomsel&maxPrice=0.5"
            + "&orderId=our-1",
        parrot.heard().getLast());
  }

  @ParameterizedTest
  @CsvSource({"1,true", "'\"1\"',true", "0,false", "'\"0\"',false", "true,true", "false,false"})
  void whether_another_sms_may_come_is_believed(String told, boolean can) {
    assertEquals(can, lease(number(",\"canGetAnotherSms\":" + told)).canAnother());
  }

  @ParameterizedTest
  @CsvSource({
    "2031-01-02 12:45:00,2031-01-02T12:45:00Z",
    "2031-01-02T12:45:00Z,2031-01-02T12:45:00Z",
    "2031-01-02T15:45:00+03:00,2031-01-02T12:45:00Z",
    "1925124300,2031-01-02T12:45:00Z",
    "2031-01-02 11:59:00,2031-01-02T12:20:00.123456Z", // past
    "2041-01-02 12:45:00,2031-01-02T12:20:00.123456Z", // beyond all sense
    "soon,2031-01-02T12:20:00.123456Z",
  })
  void the_vendors_end_is_believed_when_it_can_be(String told, Instant end) {
    assertEquals(end, lease(number(",\"activationEndTime\":\"" + told + "\"")).expiresAt());
  }

  @ParameterizedTest
  @CsvSource({
    "0.25,840,0.25",
    "0.0044,840,0.0044",
    "0.12345678,840,0.123457",
    "12.5,643,0.5", // roubles from an account that deals in dollars: not believed
    "-1e400,840,0.5",
    "'\"free\"',840,0.5",
  })
  void a_cost_is_exact_or_else_what_was_allowed(String told, int currency, String cost) {
    var body = number(",\"activationCost\":" + told + ",\"currency\":" + currency);

    assertEquals(Money.of(cost, Currency.USD), lease(body).cost());
  }

  @Test
  void an_operator_that_is_any_is_none() {
    assertEquals(Optional.empty(), lease(number(",\"activationOperator\":\"any\"")).operator());
    assertEquals(Optional.of("mtt"), lease(number(",\"activationOperator\":\"mtt\"")).operator());
  }

  @Test
  void a_bound_in_another_currency_is_a_mistake_of_ours() {
    var request = Parrot.request();
    var roubles =
        new LeaseRequest(
            "a",
            request.country(),
            request.platform(),
            Optional.empty(),
            Money.of(1, Currency.RUB));
    var provider = parrot.provider();

    assertThrows(IllegalArgumentException.class, () -> provider.lease(roubles));
    assertTrue(parrot.heard().isEmpty());
  }

  @Test
  void a_dialect_that_announces_says_so_after_the_lease_only() {
    var announcing = Dialects.frugal();
    parrot.to("getNumber", "NO_NUMBERS");
    parrot.provider(announcing).lease(Parrot.request());
    assertEquals(1, parrot.heard().size());

    parrot.to("getNumber", "ACCESS_NUMBER:635468024:6200812345678");
    parrot.provider(announcing).lease(Parrot.request());

    assertEquals(
        "api_key=k3y&action=setStatus&id=635468024&status=1",
        parrot.heard().getLast().replaceAll("(status=1)&(id=635468024)", "$2&$1"));
    assertFalse(parrot.heard().get(1).contains("orderId"));
  }
}
