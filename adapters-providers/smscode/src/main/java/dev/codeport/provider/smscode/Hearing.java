package dev.codeport.provider.smscode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codeport.provider.kit.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes out what an answer says: by its envelope, and never by its status alone. */
final class Hearing {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");
  private static final long LONGEST_WAIT = 3600;
  private static final int DEEPEST = 50;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Hearing() {}

  static Said hear(Reply reply) {
    return switch (reply) {
      case Reply.NotSent notSent -> new Said.NotHeard(notSent.reason(), notSent.retryAfter());
      case Reply.Lost lost -> new Said.NotAnswered(lost.reason());
      case Reply.Answered answered -> hear(answered);
    };
  }

  /** What came unasked, if it is a document at all. */
  static Optional<JsonNode> event(String body) {
    try {
      return Optional.of(JSON.readTree(trimmed(body))).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Said hear(Reply.Answered answered) {
    var body = trimmed(answered.body());
    if (body.isEmpty()) {
      return garbage("nothing", answered);
    }
    return switch (body.charAt(0)) {
      case '{' -> json(body, answered);
      case '<' -> garbage("a page", answered);
      default -> garbage("a text of " + body.length() + " characters", answered);
    };
  }

  private static String trimmed(String body) {
    return (body.startsWith("\uFEFF") ? body.substring(1) : body).strip();
  }

  private static Said json(String body, Reply.Answered answered) {
    try {
      return envelope(JSON.readTree(body), answered);
    } catch (JsonProcessingException e) {
      return garbage("broken JSON of " + body.length() + " characters", answered);
    }
  }

  private static Said envelope(JsonNode json, Reply.Answered answered) {
    var data = json.path("data");
    var code = json.path("error").path("code").asText("");
    if (CODE.matcher(code).matches() && !json.path("success").asBoolean(false)) {
      var details = json.path("error").path("details");
      return new Said.Fault(
          code, answered.status(), details, answered.retryAfter().or(() -> wait(details)));
    }
    return json.path("success").asBoolean(false)
            && data.isContainerNode()
            && answered.status() / 100 == 2
        ? new Said.Document(data)
        : garbage("a document that is none of its own", answered);
  }

  private static Optional<Duration> wait(JsonNode details) {
    var seconds = details.path("retry_after_seconds");
    return seconds.canConvertToLong() && seconds.longValue() >= 0
        ? Optional.of(Duration.ofSeconds(Math.min(LONGEST_WAIT, seconds.longValue())))
        : Optional.empty();
  }

  private static Said garbage(String form, Reply.Answered answered) {
    return new Said.Garbage(form, answered.status(), answered.retryAfter());
  }
}
