package dev.codeport.provider.startmessaging;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.provider.kit.ByStatus;
import dev.codeport.provider.kit.Heard;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the service's error words mean, and answers that are none of what was hoped for. */
final class StartMessagingFaults {
  private static final long LONGEST_RETRY_AFTER = 3600;

  private StartMessagingFaults() {}

  /** What one has to make of an error. */
  enum Meaning {
    NUMBER,
    COUNTRY,
    CHANNEL,
    /** Five to a number in ten minutes; of guesses, ten wrong ones in an hour lock it for one. */
    TOO_MANY,
    BALANCE,
    ACCOUNT,
    /** They know no such code, or have forgotten it. */
    NO_CODE,
    EXPIRED,
    NO_GUESS_LEFT,
    VERIFIED,
    WRONG
  }

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          // Of sending.
          entry("INVALID_PHONE", Meaning.NUMBER),
          entry("UNSUPPORTED_COUNTRY", Meaning.COUNTRY),
          entry("CHANNEL_UNAVAILABLE", Meaning.CHANNEL),
          entry("RATE_LIMITED", Meaning.TOO_MANY),
          entry("INSUFFICIENT_CREDITS", Meaning.BALANCE), // with status 402
          // Of the key: its documents show the status 401 only.
          entry("UNAUTHORIZED", Meaning.ACCOUNT),
          // Of guesses.
          entry("INVALID_REQUEST_ID", Meaning.NO_CODE),
          entry("MAX_ATTEMPTS_EXCEEDED", Meaning.NO_GUESS_LEFT), // three
          entry("ALREADY_VERIFIED", Meaning.VERIFIED),
          entry("OTP_EXPIRED", Meaning.EXPIRED), // another page has a wrong guess with none left
          entry("INVALID_OTP", Meaning.WRONG)); // no page has it; its examples name a field so

  /** What became of a send that was not accepted. */
  static SendResult send(Heard heard) {
    return switch (heard) {
      case Heard.NotHeard away -> new SendResult.Unavailable(away.retryAfter(), away.reason());
      case Heard.NotAnswered lost -> new SendResult.Unknown(lost.reason());
      case Heard.Garbage garbage ->
          ByStatus.send(garbage.status(), garbage.retryAfter(), garbage.toString());
      case Heard.Document document -> send(document);
    };
  }

  /** What a guess came to about which they did not say whether it is right. */
  static CheckResult check(Heard heard) {
    return switch (heard) {
      case Heard.NotHeard away -> new CheckResult.Unavailable(away.retryAfter(), away.reason());
      case Heard.NotAnswered lost -> new CheckResult.Unknown(lost.reason());
      case Heard.Garbage garbage ->
          ByStatus.check(garbage.status(), garbage.retryAfter(), garbage.toString());
      case Heard.Document document -> check(document);
    };
  }

  private static SendResult send(Heard.Document document) {
    var word = word(document);
    return word.map(MEANINGS::get)
        .flatMap(meaning -> reason(Objects.requireNonNull(meaning)))
        .<SendResult>map(reason -> new SendResult.Refused(reason, word.orElseThrow()))
        .orElseGet(
            () -> ByStatus.send(document.status(), retryAfter(document), document.toString()));
  }

  private static Optional<Reason> reason(Meaning meaning) {
    return switch (meaning) {
      case NUMBER -> Optional.of(Reason.INVALID_NUMBER);
      case COUNTRY -> Optional.of(Reason.COUNTRY_BLOCKED);
      case CHANNEL -> Optional.of(Reason.UNSUPPORTED);
      case TOO_MANY -> Optional.of(Reason.TOO_MANY);
      case BALANCE -> Optional.of(Reason.BALANCE);
      case ACCOUNT -> Optional.of(Reason.ACCOUNT);
      case NO_CODE, EXPIRED, NO_GUESS_LEFT, VERIFIED, WRONG -> Optional.empty();
    };
  }

  private static CheckResult check(Heard.Document document) {
    var word = word(document);
    return word.map(MEANINGS::get)
        .map(meaning -> guessed(Objects.requireNonNull(meaning), word.orElseThrow(), document))
        .orElseGet(
            () -> ByStatus.check(document.status(), retryAfter(document), document.toString()));
  }

  private static CheckResult guessed(Meaning meaning, String word, Heard.Document document) {
    return switch (meaning) {
      case WRONG -> new CheckResult.Wrong();
      case VERIFIED -> new CheckResult.UsedUp();
      case NO_GUESS_LEFT -> new CheckResult.Gone(true);
      case EXPIRED, NO_CODE -> new CheckResult.Gone(false);
      case NUMBER, COUNTRY, CHANNEL, TOO_MANY, BALANCE, ACCOUNT ->
          new CheckResult.Unavailable(retryAfter(document), word);
    };
  }

  /**
   * The error's word, where it is one that we know and the service did not break: G4 has it in
   * {@code error.code}, others are seen to have it elsewhere.
   */
  private static Optional<String> word(Heard.Document document) {
    if (document.status() >= 500) {
      return Optional.empty();
    }
    var json = document.json();
    return Stream.of(json.path("error").path("code"), json.path("error"), json.path("code"))
        .filter(JsonNode::isTextual)
        .map(node -> node.textValue().toUpperCase(Locale.ROOT))
        .filter(MEANINGS::containsKey)
        .findFirst();
  }

  private static Optional<Duration> retryAfter(Heard.Document document) {
    var seconds = document.json().path("error").path("retry_after").asLong(0);
    return seconds > 0
        ? Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_RETRY_AFTER)))
        : document.retryAfter();
  }
}
