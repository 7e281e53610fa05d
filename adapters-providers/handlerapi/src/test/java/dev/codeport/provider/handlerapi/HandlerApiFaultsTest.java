package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.QuoteResult;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class HandlerApiFaultsTest {
  /** Every error word that a speaker of the protocol was seen to use. */
  private static final String SEEN =
      """
      BAD_KEY NO_KEY ERROR_WRONG_KEY WRONG_API_KEY BANNED ACCOUNT_INACTIVE CHANNELS_LIMIT
      SERVICE_NOT_AVAILABLE SERVICE_UNAVAILABLE_REGION WRONG_SECURITY BAD_ACTION WRONG_ACTION
      BAD_SERVICE WRONG_SERVICE BAD_COUNTRY WRONG_COUNTRY WRONG_COUNTRY_ID BAD_OPERATOR
      WRONG_OPERATOR WRONG_EXCEPTION_PHONE BAD_FORWARD BAD_STATUS WRONG_DATE BAD_DATA BAD_CURRENCY
      UNPROCESSABLE_ENTITY BAD_VALUES BAD_MULTIPLE BAD_MAX_PRICE BAD_PROVIDER_IDS
      BAD_EXCEPT_PROVIDER_IDS BAD_ACTIVATION_TYPE BAD_FIXED_PRICE NO_NUMBERS NO_NUMBER NO_BALANCE
      LOW_BALANCE NO_MONEY NO_BALANCE_FORWARD WRONG_MAX_PRICE NO_PROVIDERS OUT_OF_STOCK
      NOT_AVAILABLE ORDER_ALREADY_EXISTS OPERATORS_NOT_FOUND NO_METRICS WHATSAPP_NOT_AVAILABLE
      NO_ACTIVATION NOT_FOUND WRONG_ACTIVATION_ID INVALID_ACTIVATION_ID NO_ACTIVATIONS
      EARLY_CANCEL_DENIED OTP_RECEIVED NEW_OTP_RECEIVED FREE_CANCELLATION_EXPIRED
      ACTIVATION_NOT_ACTIVE RENEW_ACTIVATION_NOT_AVAILABLE NEW_ACTIVATION_IMPOSSIBLE SIM_OFFLINE
      SIM_TEMPORARY_OFFLINE NUMBER_OFFLINE IMPOSSIBLE_AGAIN ORDER_NOT_FOUND
      REPEAT_ADDITIONAL_SERVICE WRONG_ADDITIONAL_SERVICE NO_CALL PARSE_COUNT_EXCEED
      ACCESS_CANCEL_ALREADY ALREADY_CANCELED ERROR_SQL SERVER_ERROR ERROR RATE_LIMIT RATE_LIMITED
      """;

  private final Parrot parrot = new Parrot();

  @AfterEach
  void close() {
    parrot.close();
  }

  static List<String> seen() {
    return List.of(SEEN.strip().split("\\s+"));
  }

  private static List<String> forms(String token) {
    return List.of(
        token,
        " " + token + "\r\n",
        token + ":what: ever",
        token.replace('_', ' '),
        "\"" + token + "\"",
        "{\"title\":\"" + token + "\",\"details\":\"x\",\"info\":{}}",
        "{\"status\":\"error\",\"message\":\"" + token + "\",\"info\":null}",
        "{\"status\":false,\"msg\":\"" + token + "\"}",
        "{\"success\":0,\"error\":\"" + token + "\"}",
        "{\"error\":\"" + token + "\"}");
  }

  private LeaseResult lease() {
    return parrot.provider().lease(Parrot.request());
  }

  @ParameterizedTest
  @MethodSource("seen")
  void every_word_ever_seen_is_in_the_table(String token) {
    assertTrue(HandlerApiFaults.table().containsKey(token));
  }

  @ParameterizedTest
  @MethodSource("seen")
  void a_word_means_the_same_in_whatever_form_it_comes(String token) {
    var plain = parrot.says(token) == parrot ? lease().getClass() : Object.class;
    for (var form : forms(token)) {
      parrot.says(form);
      assertEquals(plain, lease().getClass(), form);
      parrot.says(token.startsWith("NO_NUM") ? 404 : 422, form);
      assertEquals(plain, lease().getClass(), form);
    }
  }

  static Stream<Map.Entry<String, Meaning>> table() {
    return HandlerApiFaults.table().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("table")
  void a_lease_comes_out_as_its_word_says(Map.Entry<String, Meaning> row) {
    if (row.getKey().equals("UNPROCESSABLE_ENTITY")) {
      return; // by its field, below
    }
    parrot.says(row.getKey());

    switch (row.getValue()) {
      case NO_NUMBERS -> assertEquals(new LeaseResult.NoNumbers(), lease());
      case PRICE -> assertRefused(Reason.PRICE);
      case BALANCE -> assertRefused(Reason.BALANCE);
      case ACCOUNT -> assertRefused(Reason.ACCOUNT);
      case UNSUPPORTED -> assertRefused(Reason.UNSUPPORTED);
      case TURNED_AWAY -> assertInstanceOf(LeaseResult.Unavailable.class, lease());
      case SERVER, DUPLICATE, UNKNOWN -> assertInstanceOf(LeaseResult.Unknown.class, lease());
      case REQUEST, NO_ACTIVATION, WRONG_STATE, CANCELED, TOO_EARLY, HAS_SMS, NOT_AGAIN, NOTHING ->
          assertRefused(Reason.OTHER);
    }
  }

  private void assertRefused(Reason reason) {
    assertEquals(reason, assertInstanceOf(LeaseResult.Refused.class, lease()).reason());
  }

  @ParameterizedTest
  @MethodSource("seen")
  void no_word_makes_any_question_throw_or_an_offer_out_of_nothing(String token) {
    parrot.says(token);
    var provider = parrot.provider(HandlerApiDialect.vanilla(), "id");

    assertTrue(offersOf(provider).isEmpty());
    assertInstanceOf(Answer.Missing.class, provider.balance());
    provider.holdings(new MovableClock().instant());
    provider.poll(List.of(Parrot.LEASE));
    assertTrue(!(provider.another(Parrot.LEASE) instanceof StepResult.Done));
    assertTrue(!(provider.quote(Parrot.LEASE) instanceof QuoteResult.Quoted));
    assertTrue(
        !(provider.reactivate(Parrot.LEASE, Parrot.request()) instanceof LeaseResult.Leased));
  }

  private static List<?> offersOf(HandlerApiProvider provider) {
    return provider.offers() instanceof Answer.Given<?> given ? (List<?>) given.value() : List.of();
  }

  @ParameterizedTest
  @CsvSource({
    "EARLY_CANCEL_DENIED,TooEarly",
    "ACCESS_CANCEL,Canceled",
    "ACCESS_CANCEL_ALREADY,Canceled",
    "ALREADY_CANCELED,Canceled",
    "STATUS_CANCEL,Canceled",
    "OTP_RECEIVED,Canceled", // the look at it says so
    "NO_ACTIVATION,Canceled",
    "BAD_STATUS,Canceled",
    "ERROR_SQL25,Unknown",
    "RATE_LIMIT,Unavailable",
    "BAD_KEY,Refused",
    "BANNED:'2031-01-01 00-00-00',Refused",
    "SOMETHING_NEW,Unknown",
    "<html>,Unknown",
  })
  void a_cancel_comes_out_as_its_word_says_and_a_look_at_the_lease(String said, String result) {
    parrot.says(said).to("getStatusV2", "STATUS_CANCEL").to("getHistory", "[]");

    assertEquals(result, parrot.provider().cancel(Parrot.LEASE).getClass().getSimpleName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_STATUS|{\"sms\":{\"code\":\"1\",\"text\":\"1\"}}|HasSms",
        "OTP_RECEIVED|{\"sms\":{\"code\":\"1\",\"text\":\"1\"}}|HasSms",
        "BAD_STATUS|STATUS_WAIT_CODE|Refused",
        "NO_ACTIVATION|NO_ACTIVATION|Refused",
        "BAD_STATUS|<html>|Unknown",
      })
  void a_refusal_that_may_mean_before_is_settled_by_a_look(
      String said, String status, String result) {
    parrot.says(said).to("getStatusV2", status);

    assertEquals(result, parrot.provider().cancel(Parrot.LEASE).getClass().getSimpleName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service:INVALID|UNSUPPORTED",
        "country:INVALID|UNSUPPORTED",
        "operator:INVALID|UNSUPPORTED",
        "maxPrice:INVALID|OTHER"
      })
  void an_entity_that_cannot_be_processed_is_judged_by_its_field(String field, Reason reason) {
    parrot.says("UNPROCESSABLE_ENTITY:" + field);
    assertRefused(reason);

    var name = field.substring(0, field.indexOf(':'));
    parrot.says(422, "{\"title\":\"UNPROCESSABLE_ENTITY\",\"info\":{\"field\":\"" + name + "\"}}");
    assertRefused(reason);
  }

  @Test
  void the_least_price_is_told_in_either_form() {
    var expected = new LeaseResult.Refused(Reason.PRICE, "WRONG_MAX_PRICE, at least 0.75");

    parrot.says("WRONG_MAX_PRICE:0.75");
    assertEquals(expected, lease());

    parrot.says(400, "{\"title\":\"WRONG_MAX_PRICE\",\"info\":{\"min\":0.75}}");
    assertEquals(expected, lease());
  }

  @ParameterizedTest
  @CsvSource({
    "400,Unavailable",
    "404,Unavailable",
    "429,Unavailable",
    "301,Unavailable",
    "418,Unavailable",
    "401,Refused",
    "402,Refused",
    "403,Refused",
    "408,Unknown",
    "499,Unknown",
    "500,Unknown",
    "502,Unknown",
    "503,Unknown",
    "504,Unknown",
    "200,Unknown",
    "202,Unknown"
  })
  void a_page_without_a_word_is_judged_by_its_status(int status, String result) {
    parrot.says(status, "<html><body>Sorry</body></html>");

    assertEquals(result, lease().getClass().getSimpleName());
  }

  @Test
  void a_word_weighs_more_than_a_status() {
    parrot.says(500, "NO_NUMBERS");

    assertEquals(new LeaseResult.NoNumbers(), lease());
  }

  @Test
  void what_a_banned_account_is_told_shows_no_more_than_the_word() {
    parrot.says("BANNED:call +6281234567890 with code 482913");

    assertEquals(new LeaseResult.Refused(Reason.ACCOUNT, "BANNED"), lease());
  }

  @Test
  void details_name_neither_key_nor_what_a_page_says() {
    parrot.says(200, "<html>482913 k3y</html>");

    assertEquals(new LeaseResult.Unknown("HTTP 200 with a page"), lease());
    assertEquals(
        new CancelResult.Unknown("HTTP 200 with a page"), parrot.provider().cancel(Parrot.LEASE));
    assertEquals(
        new Answer.Missing<>(Optional.<Duration>empty(), "HTTP 200 with a page"),
        parrot.provider().balance());
    assertEquals(Currency.USD, parrot.provider().profile().currency());
  }
}
