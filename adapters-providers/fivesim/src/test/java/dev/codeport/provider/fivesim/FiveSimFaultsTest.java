package dev.codeport.provider.fivesim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.provider.fivesim.FakeFiveSim.Says;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each of the vendor's words makes of a purchase. */
class FiveSimFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "200, no free phones, none",
    "400, no free phones, none",
    "400, not enough product qty, none",
    "400, not enough user balance, BALANCE",
    "400, not enough rating, ACCOUNT",
    "401, '', ACCOUNT",
    "403, <html>error 1010</html>, ACCOUNT",
    "400, no product, UNSUPPORTED",
    "400, bad country, UNSUPPORTED",
    "400, bad operator, UNSUPPORTED",
    "400, bad product, UNSUPPORTED",
    "400, country is incorrect, UNSUPPORTED",
    "400, product is incorrect, UNSUPPORTED",
    "302, '', UNSUPPORTED",
    "404, <html>404</html>, UNSUPPORTED",
    "400, select country, OTHER",
    "400, select operator, OTHER",
    "400, select product, OTHER",
    "400, something new, OTHER",
    "400, No Free Phones, none",
    "400, '\"no free phones\"', none",
    "429, too many requests, away",
    "429, '', away",
    "503, '', away",
    "503, <html>503</html>, unknown",
    "400, server offline, unknown",
    "500, internal error, unknown",
    "502, <html>bad gateway</html>, unknown",
    "504, '', unknown",
    "200, something new, unknown",
    "200, '', unknown",
    "200, <html>hello</html>, unknown",
    "200, 12, unknown",
    "200, '{', unknown",
    "200, '{}', unknown",
    "200, '[]', unknown",
    "200, '{}{}', unknown",
    "200, '{\"id\":1,\"phone\":\"none\"}', unknown",
    "200, '{\"id\":\"x\",\"phone\":\"+628121234567\"}', unknown",
    "200, '{\"id\":1,\"phone\":\"+628121234567\",\"price\":\"a lot\"}', leased",
    "200, '{\"id\":\"1\",\"phone\":628121234567,\"price\":\"21\"}', leased",
    "201, '{\"id\":1,\"phone\":\"+628121234567\"}', unknown"
  })
  void every_word_has_one_meaning(int status, String body, String meaning) {
    try (var bench = new Bench().saying(new Says(status, body))) {
      var result = bench.provider.lease(bench.request(Optional.empty(), "100"));

      assertEquals(meaning, named(result), result.toString());
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
}
