package dev.codeport.provider.kit;

import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import java.time.Duration;
import java.util.Optional;

/** What an answer without any word that a dialect knows means, by its status of HTTP alone. */
public final class ByStatus {
  private ByStatus() {}

  /**
   * @param status of an answer that is no acceptance, whatever the status says
   */
  public static SendResult send(int status, Optional<Duration> retryAfter, String detail) {
    return switch (status) {
      case 401, 403 -> new SendResult.Refused(Reason.ACCOUNT, detail);
      case 402 -> new SendResult.Refused(Reason.BALANCE, detail);
      case 429 -> new SendResult.Unavailable(retryAfter, detail);
      case 408, 499 -> new SendResult.Unknown(detail); // somebody between us gave up waiting
      default ->
          status >= 300 && status < 500
              ? new SendResult.Refused(Reason.OTHER, detail)
              : new SendResult.Unknown(detail);
    };
  }

  /** The same of a guess. Of a request that was understood it is not sure that it did not count. */
  public static CheckResult check(int status, Optional<Duration> retryAfter, String detail) {
    return switch (status) {
      case 401, 402, 403, 404, 405, 429 -> new CheckResult.Unavailable(retryAfter, detail);
      default ->
          status >= 300 && status < 400
              ? new CheckResult.Unavailable(retryAfter, detail)
              : new CheckResult.Unknown(detail);
    };
  }
}
