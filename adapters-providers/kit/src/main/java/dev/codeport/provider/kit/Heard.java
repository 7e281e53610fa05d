package dev.codeport.provider.kit;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;

/** A reply of a service that speaks JSON. Prints itself without any part of what was said. */
public sealed interface Heard {
  /** One whole document, whatever its status says. */
  record Document(int status, JsonNode json, Optional<Duration> retryAfter) implements Heard {
    @Override
    public String toString() {
      return "HTTP " + status + " with a document";
    }
  }

  /**
   * No JSON.
   *
   * @param form what it looks like; never a part of it
   */
  record Garbage(int status, String form, Optional<Duration> retryAfter) implements Heard {
    @Override
    public String toString() {
      return "HTTP " + status + " with " + form;
    }
  }

  /** The service surely did not hear us. */
  record NotHeard(Optional<Duration> retryAfter, String reason) implements Heard {}

  /** The service may have heard us, and we did not hear it. */
  record NotAnswered(String reason) implements Heard {}

  static Heard of(Reply reply) {
    return switch (reply) {
      case Reply.NotSent notSent -> new NotHeard(notSent.retryAfter(), notSent.reason());
      case Reply.Lost lost -> new NotAnswered(lost.reason());
      case Reply.Answered answered -> of(answered);
    };
  }

  private static Heard of(Reply.Answered answered) {
    try {
      var json = Json.MAPPER.readTree(answered.body());
      return json.isMissingNode()
          ? new Garbage(answered.status(), "nothing", answered.retryAfter())
          : new Document(answered.status(), json, answered.retryAfter());
    } catch (JsonProcessingException e) {
      return new Garbage(answered.status(), form(answered.body().strip()), answered.retryAfter());
    }
  }

  private static String form(String body) {
    return switch (body.charAt(0)) {
      case '<' -> "a page";
      case '{', '[' -> "broken JSON of " + body.length() + " characters";
      default -> "a text of " + body.length() + " characters";
    };
  }

  /**
   * Takes one document, not too deep, and nothing behind it. Its buffers are shared: those of
   * Jackson's standard die with each virtual thread.
   */
  final class Json {
    private static final int DEEPEST = 50;

    public static final ObjectMapper MAPPER =
        JsonMapper.builder(
                new JsonFactoryBuilder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}
  }
}
