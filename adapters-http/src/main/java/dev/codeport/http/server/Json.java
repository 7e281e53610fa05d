package dev.codeport.http.server;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as it is written here (snake case, every key) and as it is accepted (strictly). */
public final class Json {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 256;

  private static final JsonMapper WRITER =
      JsonMapper.builder(factory().build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private static final JsonMapper READER = reader();

  private Json() {}

  public static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a view that cannot be written", e);
    }
  }

  /**
   * @throws BadInput when it is not exactly one JSON value, in UTF-8, or a part of it is repeated,
   *     too deep or too long
   */
  public static JsonNode read(byte[] body) {
    var text = Text.decode("body", body);
    try (var parser = READER.createParser(text)) {
      try {
        JsonNode value = READER.readTree(parser);
        if (value == null || value.isMissingNode()) {
          throw new BadInput("body", "must be a JSON object");
        }
        if (parser.nextToken() != null) {
          throw new BadInput("body", "must be one JSON value with nothing after it");
        }
        return value;
      } catch (JsonProcessingException e) {
        throw new BadInput(where(parser.currentName()), "must be valid JSON");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private static String where(@org.jspecify.annotations.Nullable String name) {
    return name == null ? "body" : name;
  }

  private static JsonMapper reader() {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(LONGEST_NAME)
            .build();
    return JsonMapper.builder(factory().streamReadConstraints(constraints).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
        .build();
  }

  /** Its buffers are shared: those of Jackson's standard die with each virtual thread. */
  private static JsonFactoryBuilder factory() {
    return new JsonFactoryBuilder().recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool());
  }
}
