package dev.codeport.provider.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.provider.smscode.FakeSmsCode.Says;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each of the vendor's codes makes of a purchase, and of a cancel. */
class SmsCodeFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED, ACCOUNT, Refused, Unavailable",
    "403, FORBIDDEN, ACCOUNT, Refused, Unavailable",
    "429, TEMP_BANNED_ABUSE_GUARD, ACCOUNT, Refused, Unavailable",
    "409, INSUFFICIENT_BALANCE, BALANCE, Refused, Refused",
    "422, VALIDATION_ERROR, OTHER, Refused, Refused",
    "404, NOT_FOUND, UNSUPPORTED, Refused, Refused",
    "422, NO_OFFER_AVAILABLE, none, Refused, Refused",
    "422, IDEMPOTENCY_KEY_REUSED, unknown, Unknown, Unavailable",
    "409, REQUEST_IN_PROGRESS, unknown, Unknown, Unavailable",
    "409, CONFLICT, OTHER, Unknown, Unavailable",
    "409, CANCEL_TOO_EARLY, OTHER, TooEarly, Refused",
    "422, PROVIDER_ERROR, away, Unknown, Unavailable",
    "429, RATE_LIMIT_EXCEEDED, away, Unavailable, Unavailable",
    "503, SERVICE_UNAVAILABLE, away, Unavailable, Unavailable",
    "503, FX_RATE_UNAVAILABLE, away, Unavailable, Unavailable",
    "500, INTERNAL_ERROR, unknown, Unknown, Unavailable",
    "200, INTERNAL_ERROR, unknown, Unknown, Unavailable",
    "418, SOMETHING_NEW, OTHER, Refused, Refused",
    "500, SOMETHING_NEW, unknown, Unknown, Unavailable",
    "200, SOMETHING_NEW, unknown, Unknown, Unavailable",
  })
  void every_code_has_one_meaning(
      int status, String code, String lease, String cancel, String finish) {
    try (var bench = new Bench()) {
      bench.vendor.babble(new Says(status, Shapes.error(code, Map.of())));

      assertEquals(lease, named(bench.lease("a")));
      bench.clock.advance(Duration.ofHours(2));
      assertEquals(cancel, named(bench.provider.cancel(Bench.lease(511))));
      bench.clock.advance(Duration.ofHours(2));
      assertEquals(finish, named(bench.provider.finish(Bench.lease(511))));
    }
  }

  @Test
  void the_table_has_the_whole_of_the_closed_list() {
    assertEquals(16, SmsCodeFaults.table().size());
  }

  @ParameterizedTest
  @CsvSource({
    "401, '', ACCOUNT",
    "403, <html>error 1010</html>, ACCOUNT",
    "404, <html>404</html>, OTHER",
    "413, more than 1048576 bytes, OTHER",
    "301, '', OTHER",
    "408, '', unknown",
    "429, slow down, away",
    "500, oops, unknown",
    "502, <html>bad gateway</html>, unknown",
    "503, <html>maintenance</html>, unknown",
    "504, '', unknown"
  })
  void without_a_code_the_status_decides(int status, String body, String meaning) {
    try (var bench = new Bench()) {
      bench.vendor.babble(new Says(status, body));

      assertEquals(meaning, named(bench.lease("a")));
    }
  }

  private static String named(LeaseResult result) {
    return switch (result) {
      case LeaseResult.Leased leased -> "leased";
      case LeaseResult.NoNumbers none -> "none";
      case LeaseResult.Refused refused -> refused.reason().name();
      case LeaseResult.Unavailable away -> "away";
      case LeaseResult.Unknown unknown -> "unknown";
    };
  }

  private static String named(CancelResult result) {
    return result.getClass().getSimpleName();
  }

  private static String named(StepResult result) {
    return result.getClass().getSimpleName();
  }
}
