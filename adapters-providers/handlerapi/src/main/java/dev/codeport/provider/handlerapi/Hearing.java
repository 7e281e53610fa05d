package dev.codeport.provider.handlerapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codeport.provider.kit.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes out what an answer says. The first character decides between JSON and a line of text: the
 * declared content type is HTML for everything, and errors come with status 200 or another.
 */
final class Hearing {
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_ ]{1,59}");
  private static final Set<String> FAILURES = Set.of("error", "fail", "failed", "false", "0");
  private static final int DEEPEST = 50;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Hearing() {}

  static Said hear(Reply reply) {
    return switch (reply) {
      case Reply.NotSent notSent -> new Said.NotHeard(notSent.reason(), notSent.retryAfter());
      case Reply.Lost lost -> new Said.NotAnswered(lost.reason());
      case Reply.Answered answered -> hear(answered);
    };
  }

  static Said hear(Reply.Answered answered) {
    var body = trimmed(answered.body());
    if (body.isEmpty()) {
      return garbage("nothing", answered);
    }
    return switch (body.charAt(0)) {
      case '{', '[', '"' -> json(body, answered);
      case '<' -> garbage("a page", answered);
      default -> line(body, answered);
    };
  }

  private static Said line(String body, Reply.Answered answered) {
    int colon = body.indexOf(':');
    var word = word(colon < 0 ? body : body.substring(0, colon));
    return word.isEmpty()
        ? garbage("a text of " + body.length() + " characters", answered)
        : Said.Token.of(
            word.get(),
            colon < 0 ? "" : body.substring(colon + 1).strip(),
            answered.status(),
            answered.retryAfter());
  }

  private static Said json(String body, Reply.Answered answered) {
    try {
      var json = JSON.readTree(body);
      return json.isTextual()
          ? line(trimmed(json.textValue()), answered)
          : error(json, answered).orElse(new Said.Document(json, answered.status()));
    } catch (JsonProcessingException e) {
      return garbage("broken JSON of " + body.length() + " characters", answered);
    }
  }

  /** {@code {"title":"TOKEN"}}, {@code {"status":"error","message":"TOKEN"}} and their kin. */
  private static Optional<Said> error(JsonNode json, Reply.Answered answered) {
    boolean failed =
        json.has("title")
            || json.has("error")
            || Stream.of("status", "success")
                .anyMatch(key -> FAILURES.contains(json.path(key).asText()));
    if (!json.isObject() || !failed) {
      return Optional.empty();
    }
    return Stream.of("title", "message", "error", "msg", "errorMsg", "code")
        .map(key -> json.path(key).asText())
        .flatMap(text -> token(text, json, answered).stream())
        .findFirst();
  }

  private static Optional<Said> token(String text, JsonNode json, Reply.Answered answered) {
    int colon = text.indexOf(':');
    return word(colon < 0 ? text : text.substring(0, colon))
        .map(
            word ->
                new Said.Token(
                    word,
                    colon < 0 ? "" : text.substring(colon + 1).strip(),
                    json.path("info"),
                    answered.status(),
                    answered.retryAfter()));
  }

  private static Optional<String> word(String text) {
    var word = text.strip().toUpperCase(Locale.ROOT);
    return WORD.matcher(word).matches() && word.equals(text.strip())
        ? Optional.of(word.replace(' ', '_'))
        : Optional.empty();
  }

  private static Said garbage(String form, Reply.Answered answered) {
    return new Said.Garbage(form, answered.status(), answered.retryAfter());
  }

  private static String trimmed(String body) {
    return (body.startsWith("\uFEFF") ? body.substring(1) : body).strip();
  }
}
