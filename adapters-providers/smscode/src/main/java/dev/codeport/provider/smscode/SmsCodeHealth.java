package dev.codeport.provider.smscode;

import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.provider.kit.Judge;
import dev.codeport.provider.kit.Reply;
import dev.codeport.provider.kit.Sign;
import dev.codeport.provider.smscode.SmsCodeFaults.Meaning;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;

/** What an answer says of how the vendor fares. */
final class SmsCodeHealth {
  private static final int LONGEST_ERROR = 4_000;

  private SmsCodeHealth() {}

  static Sign of(Request request, Reply.Answered answer) {
    if (answer.body().length() > LONGEST_ERROR) {
      return Judge.byStatus(answer);
    }
    return switch (Hearing.hear(answer)) {
      case Said.Document document -> new Sign.Fine();
      case Said.Fault fault -> of(fault);
      case Said.Garbage garbage ->
          of(SmsCodeFaults.of(garbage), garbage.toString(), garbage.retryAfter());
      case Said.NotHeard no -> new Sign.Nothing();
      case Said.NotAnswered no -> new Sign.Nothing();
    };
  }

  private static Sign of(Said.Fault fault) {
    return switch (fault.code()) {
      // What we have can be looked after all the same.
      case "TEMP_BANNED_ABUSE_GUARD" ->
          new Sign.Trouble(Cause.QUOTA, fault.code(), fault.retryAfter());
      case "RATE_LIMIT_EXCEEDED" -> new Sign.Trouble(Cause.PACE, fault.code(), fault.retryAfter());
      case "SERVICE_UNAVAILABLE", "FX_RATE_UNAVAILABLE" -> Sign.failed(fault.code());
      default -> of(SmsCodeFaults.of(fault), fault.code(), fault.retryAfter());
    };
  }

  private static Sign of(Meaning meaning, String detail, Optional<Duration> retryAfter) {
    return switch (meaning) {
      case BALANCE -> new Sign.Trouble(Cause.BALANCE, detail, Optional.empty());
      case ACCOUNT -> new Sign.Trouble(Cause.ACCOUNT, detail, retryAfter);
      case TURNED_AWAY -> new Sign.Trouble(Cause.PACE, detail, retryAfter);
      case SERVER, UNKNOWN -> new Sign.Trouble(Cause.FAILURES, detail, retryAfter);
      case NO_NUMBERS, REQUEST, NO_ORDER, WRONG_STATE, TOO_EARLY, BEHIND, IN_DOUBT ->
          new Sign.Fine();
    };
  }
}
