package dev.codeport.provider.handlerapi;

import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.kit.Judge;
import dev.codeport.provider.kit.Reply;
import dev.codeport.provider.kit.Sign;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What an answer says of how the vendor fares. */
final class HandlerApiHealth {
  private static final Set<String> TOO_FAST = Set.of("RATE_LIMIT", "RATE_LIMITED");

  private HandlerApiHealth() {}

  static Sign of(Said said, Reply.Answered answer) {
    return switch (said) {
      case Said.Token token -> of(token);
      case Said.Garbage garbage ->
          garbage.status() == 429
              ? new Sign.Trouble(Cause.PACE, garbage.toString(), garbage.retryAfter())
              : of(
                  HandlerApiFaults.ofStatus(garbage.status()),
                  garbage.toString(),
                  garbage.retryAfter());
      case Said.Document document -> Judge.byStatus(answer);
      case Said.NotHeard no -> new Sign.Nothing();
      case Said.NotAnswered no -> new Sign.Nothing();
    };
  }

  private static Sign of(Said.Token token) {
    if (isAnswer(token)) {
      return new Sign.Fine();
    }
    if (TOO_FAST.contains(token.name()) || token.status() == 429) {
      return new Sign.Trouble(Cause.PACE, token.name(), told(token));
    }
    return switch (token.name()) {
      case "CHANNELS_LIMIT" -> new Sign.Trouble(Cause.QUOTA, token.name(), told(token));
      case "BANNED" -> banned(token);
      case "SERVICE_NOT_AVAILABLE" -> new Sign.Fine(); // of one country and service, perhaps
      default -> of(HandlerApiFaults.of(token), token.name(), token.retryAfter());
    };
  }

  /** A ban may be of one country and service; then others can still be had. */
  private static Sign banned(Said.Token token) {
    var scope = token.info().path("scope").asText("account");
    return scope.contains("account")
        ? new Sign.Trouble(Cause.ACCOUNT, token.name(), told(token))
        : new Sign.Fine();
  }

  private static Optional<Duration> told(Said.Token token) {
    return Fields.amount(token.info(), "retry_after_seconds")
        .filter(seconds -> seconds.signum() > 0 && seconds.precision() - seconds.scale() < 8)
        .map(seconds -> Duration.ofSeconds(seconds.longValue()))
        .or(token::retryAfter);
  }

  private static boolean isAnswer(Said.Token token) {
    return token.name().startsWith("STATUS_")
        || token.name().startsWith("ACCESS_")
        || token.is("FULL_SMS");
  }

  private static Sign of(Meaning meaning, String detail, Optional<Duration> retryAfter) {
    return switch (meaning) {
      case BALANCE -> new Sign.Trouble(Cause.BALANCE, detail, Optional.empty());
      case ACCOUNT -> new Sign.Trouble(Cause.ACCOUNT, detail, retryAfter);
      case SERVER, UNKNOWN -> new Sign.Trouble(Cause.FAILURES, detail, retryAfter);
      case TURNED_AWAY,
          NO_NUMBERS,
          PRICE,
          UNSUPPORTED,
          REQUEST,
          NO_ACTIVATION,
          WRONG_STATE,
          CANCELED,
          TOO_EARLY,
          HAS_SMS,
          NOT_AGAIN,
          NOTHING,
          DUPLICATE ->
          new Sign.Fine();
    };
  }
}
