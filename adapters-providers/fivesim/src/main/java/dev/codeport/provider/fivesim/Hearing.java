package dev.codeport.provider.fivesim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codeport.provider.kit.Reply;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes out what an answer says, by its first character and its status. */
final class Hearing {
  static final String PAGE = "a page";

  private static final Pattern LINE = Pattern.compile("[a-z][a-z_ ]{1,59}");
  private static final int DEEPEST = 50;

  /** For lists that are read piece by piece. */
  static final ObjectMapper PIECES =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final ObjectMapper JSON =
      PIECES.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Hearing() {}

  static Said hear(Reply reply) {
    return switch (reply) {
      case Reply.NotSent notSent -> new Said.NotHeard(notSent.reason(), notSent.retryAfter());
      case Reply.Lost lost -> new Said.NotAnswered(lost.reason());
      case Reply.Answered answered -> hear(answered);
    };
  }

  private static Said hear(Reply.Answered answered) {
    var body =
        (answered.body().startsWith("\uFEFF") ? answered.body().substring(1) : answered.body())
            .strip();
    if (body.isEmpty()) {
      return garbage("nothing", answered);
    }
    return switch (body.charAt(0)) {
      case '{', '[', '"' -> json(body, answered);
      case '<' -> garbage(PAGE, answered);
      default -> line(body, answered);
    };
  }

  private static Said json(String body, Reply.Answered answered) {
    try {
      var json = JSON.readTree(body);
      if (json.isTextual()) {
        return line(json.textValue().strip(), answered);
      }
      return answered.status() == 200 ? new Said.Document(json) : garbage("a document", answered);
    } catch (JsonProcessingException e) {
      return garbage("broken JSON of " + body.length() + " characters", answered);
    }
  }

  private static Said line(String text, Reply.Answered answered) {
    var line = text.toLowerCase(Locale.ROOT);
    return LINE.matcher(line).matches()
        ? new Said.Line(line, answered.status(), answered.retryAfter())
        : garbage("a text of " + text.length() + " characters", answered);
  }

  private static Said garbage(String form, Reply.Answered answered) {
    return new Said.Garbage(form, answered.status(), answered.retryAfter());
  }
}
