package dev.codeport.provider.kit;

import dev.codeport.domain.pool.ProviderHealth.Cause;
import java.util.Optional;
import okhttp3.Request;

/**
 * Knows by an answer how its vendor fares. A definite refusal is a good sign: somebody is there and
 * decides.
 */
@FunctionalInterface
public interface Judge {
  Sign of(Request request, Reply.Answered answer);

  /** Knows no more than what statuses of HTTP mean. */
  static Sign byStatus(Request request, Reply.Answered answer) {
    return byStatus(answer);
  }

  static Sign byStatus(Reply.Answered answer) {
    var detail = "HTTP " + answer.status();
    return switch (answer.status()) {
      case 401, 403 -> new Sign.Trouble(Cause.ACCOUNT, detail, answer.retryAfter());
      case 402 -> new Sign.Trouble(Cause.BALANCE, detail, Optional.empty());
      case 429 -> new Sign.Trouble(Cause.PACE, detail, answer.retryAfter());
      default ->
          answer.status() >= 500
              ? new Sign.Trouble(Cause.FAILURES, detail, answer.retryAfter())
              : new Sign.Fine();
    };
  }
}
