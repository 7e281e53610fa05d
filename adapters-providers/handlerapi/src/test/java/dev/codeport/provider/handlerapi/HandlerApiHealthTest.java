package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.domain.pool.ProviderHealth.Circuit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HandlerApiHealthTest {
  private final Parrot parrot = new Parrot();

  @AfterEach
  void close() {
    parrot.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|NO_BALANCE|BALANCE",
        "200|LOW_BALANCE|BALANCE",
        "402|{\"title\":\"NO_BALANCE\",\"info\":{}}|BALANCE",
        "200|BAD_KEY|ACCOUNT",
        "401|BAD_KEY|ACCOUNT",
        "200|BANNED:'2031-01-01 00-00-00'|ACCOUNT",
        "403|{\"title\":\"BANNED\",\"info\":{\"scope\":\"account\"}}|ACCOUNT",
        "200|ACCOUNT_INACTIVE|ACCOUNT",
        "200|SERVICE_UNAVAILABLE_REGION|ACCOUNT",
        "403|<html>Forbidden</html>|ACCOUNT",
        "403|{\"title\":\"CHANNELS_LIMIT\",\"info\":{\"current_threads\":10}}|QUOTA",
        "200|RATE_LIMIT|PACE",
        "429|<html>slow down</html>|PACE",
        "429|{\"title\":\"RATE_LIMIT\"}|PACE",
      })
  void a_word_about_our_account_stops_buying_at_once(int status, String said, Cause cause) {
    var provider = parrot.says(status, said).provider();

    provider.lease(Parrot.request());

    assertEquals(Optional.of(cause), provider.health().cause());
    assertEquals(Circuit.OPEN, provider.health().circuit());
    assertInstanceOf(LeaseResult.Unavailable.class, provider.lease(Parrot.request()));
    assertEquals(1, parrot.heard().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO_NUMBERS",
        "WRONG_MAX_PRICE:0.75",
        "BAD_SERVICE",
        "BAD_COUNTRY",
        "BAD_ACTION",
        "ORDER_ALREADY_EXISTS",
        "SERVICE_NOT_AVAILABLE",
        "OPERATORS_NOT_FOUND",
        "{\"title\":\"BANNED\",\"info\":{\"scope\":\"country_service\"}}",
        "ACCESS_NUMBER:635468024:6281100005110",
      })
  void a_definite_word_about_one_number_never_does(String said) {
    var provider = parrot.says(said).provider();

    for (int i = 0; i < 30; i++) {
      provider.lease(Parrot.request());
    }

    assertTrue(provider.health().sells());
    assertEquals(30, parrot.heard().size());
    assertEquals(0, provider.health().failures());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|ERROR_SQL",
        "200|SOMETHING_NEW",
        "200|<html>maintenance</html>",
        "500|{\"title\":\"SERVER_ERROR\"}",
        "502|<html>Bad gateway</html>",
        "503|",
      })
  void a_fault_of_theirs_stops_buying_after_some_more(int status, String said) {
    var provider = parrot.says(status, said == null ? "" : said).provider();

    for (int i = 0; i < 4; i++) {
      provider.lease(Parrot.request());
      assertTrue(provider.health().sells());
    }
    provider.lease(Parrot.request());

    assertFalse(provider.health().sells());
    assertEquals(Optional.of(Cause.FAILURES), provider.health().cause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"STATUS_WAIT_CODE", "STATUS_OK:1234", "STATUS_SOMETHING_NEW"})
  void what_a_poll_says_is_a_good_sign(String said) {
    var provider = parrot.says(said).provider();

    for (int i = 0; i < 30; i++) {
      provider.poll(List.of(Parrot.LEASE));
    }

    assertEquals(0, provider.health().failures());
  }

  @Test
  void a_ban_lasts_as_long_as_the_vendor_says() {
    var provider =
        parrot
            .says(403, "{\"title\":\"BANNED\",\"info\":{\"retry_after_seconds\":1800}}")
            .provider();

    provider.lease(Parrot.request());

    assertEquals(
        Optional.of(new MovableClock().instant().plus(Duration.ofMinutes(30))),
        provider.health().retryAt());
  }

  @Test
  void leases_are_asked_about_one_call_at_a_time_until_one_is_answered_well() {
    var clock = new MovableClock();
    var provider = parrot.says("BAD_KEY").provider(HandlerApiDialect.vanilla(), clock);
    provider.lease(Parrot.request());

    provider.poll(List.of(Parrot.LEASE));
    assertEquals(1, parrot.heard().size());
    clock.advance(Duration.ofSeconds(2));
    provider.poll(List.of(Parrot.LEASE));
    provider.poll(List.of(Parrot.LEASE));
    assertEquals(2, parrot.heard().size());
    parrot.says("STATUS_WAIT_CODE");
    clock.advance(Duration.ofSeconds(2));
    provider.poll(List.of(Parrot.LEASE));
    provider.poll(List.of(Parrot.LEASE));

    assertEquals(4, parrot.heard().size());
  }
}
