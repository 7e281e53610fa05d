package dev.codeport.provider.startmessaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.SendResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each of the service's words makes of a send and of a guess. */
class StartMessagingFaultsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "400, `{\"success\":false,\"error\":{\"code\":\"INVALID_PHONE\"}}`, INVALID_NUMBER",
        "400, `{\"error\":{\"code\":\"UNSUPPORTED_COUNTRY\"}}`, COUNTRY_BLOCKED",
        "400, `{\"error\":{\"code\":\"CHANNEL_UNAVAILABLE\"}}`, UNSUPPORTED",
        "429, `{\"error\":{\"code\":\"RATE_LIMITED\",\"retry_after\":30}}`, TOO_MANY",
        "402, `{\"error\":{\"code\":\"INSUFFICIENT_CREDITS\"}}`, BALANCE",
        "400, `{\"error\":{\"code\":\"invalid_phone\"}}`, INVALID_NUMBER",
        "400, `{\"error\":\"INVALID_PHONE\"}`, INVALID_NUMBER",
        "400, `{\"code\":\"INVALID_PHONE\"}`, INVALID_NUMBER",
        "200, `{\"success\":false,\"error\":{\"code\":\"INVALID_PHONE\"}}`, INVALID_NUMBER",
        "401, `{\"error\":{\"code\":\"UNAUTHORIZED\"}}`, ACCOUNT",
        "401, ``, ACCOUNT",
        "402, ``, BALANCE",
        "403, `<html>blocked</html>`, ACCOUNT",
        "404, `{\"message\":\"Not Found\"}`, OTHER",
        "400, `{\"error\":{\"code\":\"SOMETHING_NEW\"}}`, OTHER",
        "400, `{\"error\":{\"code\":\"ALREADY_VERIFIED\"}}`, OTHER",
        "302, ``, OTHER",
        "429, `{}`, away",
        "408, ``, unknown",
        "500, `{\"error\":{\"code\":\"INVALID_PHONE\"}}`, unknown",
        "503, ``, unknown",
        "200, `{\"data\":{\"requestId\":\"\"}}`, unknown",
        "200, `{\"data\":{\"requestId\":true}}`, unknown",
        "200, `{\"requestId\":\"req_1\"}`, unknown",
        "200, `{\"data\":{\"requestId\":\"req_1\"}}`, accepted",
        "201, `{\"data\":{\"requestId\":17,\"expiresAt\":\"soon\"}}`, accepted",
        "200, `{\"data\":{\"requestId\":\"req_1\",\"expiresAt\":\"2031-01-02T12:10:00+05:30\"}}`,"
            + " accepted"
      })
  void every_word_has_one_meaning_for_a_send(int status, String body, String meaning) {
    try (var bench = new Bench(Generation.G1).saying(status, body == null ? "" : body)) {
      var result = bench.send();

      assertEquals(meaning, named(result), result.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "200, `{\"data\":{\"verified\":true}}`, right",
        "201, `{\"data\":{\"verified\":\"true\"}}`, right",
        "200, `{\"data\":{\"verified\":false}}`, wrong",
        "200, `{\"data\":{\"verified\":false,\"attempts_remaining\":2}}`, wrong",
        "200, `{\"data\":{\"verified\":false,\"attempts_remaining\":0}}`, too many",
        "200, `{\"data\":{\"verified\":false,\"attempts_remaining\":\"0\",\"message\":\"OTP"
            + " Expired\"}}`, gone",
        "200, `{\"verified\":true}`, unknown",
        "200, `{\"data\":{\"verified\":1}}`, unknown",
        "400, `{\"data\":{\"verified\":true}}`, unknown",
        "400, `{\"error\":{\"code\":\"INVALID_OTP\"}}`, wrong",
        "400, `{\"error\":{\"code\":\"ALREADY_VERIFIED\"}}`, used up",
        "400, `{\"error\":{\"code\":\"MAX_ATTEMPTS_EXCEEDED\"}}`, too many",
        "400, `{\"error\":{\"code\":\"OTP_EXPIRED\"}}`, gone",
        "400, `{\"error\":{\"code\":\"INVALID_REQUEST_ID\"}}`, gone",
        "429, `{\"error\":{\"code\":\"RATE_LIMITED\",\"retry_after\":3600}}`, away PT1H",
        "401, ``, away",
        "404, `<html>`, away",
        "400, `{\"error\":{\"code\":\"SOMETHING_NEW\"}}`, unknown",
        "500, `{\"error\":{\"code\":\"OTP_EXPIRED\"}}`, unknown"
      })
  void every_word_has_one_meaning_for_a_guess(int status, String body, String meaning) {
    try (var bench = new Bench(Generation.G1).saying(status, body == null ? "" : body)) {
      var result = bench.check();

      assertEquals(meaning, named(result), result.toString());
    }
  }

  private static String named(SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> "accepted";
      case SendResult.Refused refused -> refused.reason().name();
      case SendResult.Unavailable away -> "away";
      case SendResult.Unknown unknown -> "unknown";
    };
  }

  private static String named(CheckResult result) {
    return switch (result) {
      case CheckResult.Right right -> "right";
      case CheckResult.Wrong wrong -> "wrong";
      case CheckResult.UsedUp used -> "used up";
      case CheckResult.Gone gone -> gone.tooMany() ? "too many" : "gone";
      case CheckResult.Unavailable away ->
          "away" + away.retryAfter().map(wait -> " " + wait).orElse("");
      case CheckResult.Unknown unknown -> "unknown";
    };
  }
}
