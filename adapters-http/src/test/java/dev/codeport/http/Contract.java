package dev.codeport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The machine-readable contract, and answers held against it. */
public final class Contract {
  private static final String ADDRESS = "https://contract.test/smscode.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = read();
  private static final JsonNode DOCUMENT = parse(TEXT);
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemas(Map.of(ADDRESS, TEXT))
                  .schemaRegistryConfig(
                      com.networknt.schema.SchemaRegistryConfig.builder()
                          .formatAssertionsEnabled(true)
                          .build()));
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

  private Contract() {}

  public static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** Every operation: {@code GET /v1/balance}. */
  public static Set<String> operations() {
    var all = new TreeSet<String>();
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            all.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    return all;
  }

  /** Holds an answer against what the document says of this operation and status. */
  public static void check(String method, String path, int status, String body) {
    var template = template(path);
    var pointer = "/paths/" + escape(template) + "/" + method.toLowerCase(java.util.Locale.ROOT);
    var responses = DOCUMENT.at(pointer + "/responses");
    assertTrue(
        responses.has(Integer.toString(status)),
        method + " " + template + " may not answer " + status);
    var answer = parse(body);
    if (status == 200) {
      var schema = pointer + "/responses/200/content/application~1json/schema";
      checkEnvelope(answer, DOCUMENT.at(schema));
      assertValid(schema, answer);
    } else {
      assertValid("/components/schemas/ErrorResponse", answer);
    }
  }

  public static void assertSchema(String name, JsonNode value) {
    assertValid("/components/schemas/" + name, value);
  }

  /**
   * The envelope's schema is open, but its keys are known, and meta stands only where it is said.
   */
  private static void checkEnvelope(JsonNode answer, JsonNode schema) {
    var promised =
        StreamSupport.stream(schema.get("allOf").spliterator(), false)
            .anyMatch(part -> part.path("properties").has("meta"));
    var keys = new TreeSet<String>();
    answer.fieldNames().forEachRemaining(keys::add);
    assertEquals(promised ? Set.of("data", "meta", "success") : Set.of("data", "success"), keys);
  }

  private static void assertValid(String pointer, JsonNode value) {
    var errors = schema(pointer).validate(value);
    assertEquals(List.of(), errors, () -> pointer + " refuses " + value);
  }

  private static Schema schema(String pointer) {
    return COMPILED.computeIfAbsent(
        pointer, p -> SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + "#" + p)));
  }

  private static String template(String path) {
    var plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    return DOCUMENT.get("paths").has(plain)
        ? plain
        : plain.replaceFirst("/orders/[^/]+", "/orders/{id}");
  }

  private static String escape(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  private static String read() {
    try (var in = Contract.class.getResourceAsStream("/smscode-openapi.json")) {
      assertTrue(in != null, "the contract is a test resource");
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
