package dev.codeport.provider.fivesim;

import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.provider.fivesim.FiveSimFaults.Meaning;
import dev.codeport.provider.kit.Judge;
import dev.codeport.provider.kit.Reply;
import dev.codeport.provider.kit.Sign;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;

/** What an answer says of how the vendor fares. */
final class FiveSimHealth {
  private static final int LONGEST_ERROR = 4_000;

  /** Too many of our numbers went back without an SMS: no orders for a day, all else goes on. */
  private static final String RATING = "not enough rating";

  private FiveSimHealth() {}

  static Sign of(Request request, Reply.Answered answer) {
    if (answer.body().length() > LONGEST_ERROR) {
      return Judge.byStatus(answer);
    }
    return switch (Hearing.hear(answer)) {
      case Said.Document document -> new Sign.Fine();
      case Said.Line line ->
          line.text().equals(RATING)
              ? new Sign.Trouble(Cause.QUOTA, RATING, Optional.empty())
              : of(FiveSimFaults.of(line), line.text(), line.retryAfter());
      case Said.Garbage garbage ->
          of(FiveSimFaults.of(garbage), garbage.toString(), garbage.retryAfter());
      case Said.NotHeard no -> new Sign.Nothing();
      case Said.NotAnswered no -> new Sign.Nothing();
    };
  }

  private static Sign of(Meaning meaning, String detail, Optional<Duration> retryAfter) {
    return switch (meaning) {
      case BALANCE -> new Sign.Trouble(Cause.BALANCE, detail, Optional.empty());
      case ACCOUNT -> new Sign.Trouble(Cause.ACCOUNT, detail, retryAfter);
      case TURNED_AWAY -> new Sign.Trouble(Cause.PACE, detail, retryAfter);
      case SERVER, UNKNOWN -> new Sign.Trouble(Cause.FAILURES, detail, retryAfter);
      case NO_NUMBERS, UNSUPPORTED, NO_ORDER, HAS_SMS, NO_SMS, REQUEST -> new Sign.Fine();
    };
  }
}
