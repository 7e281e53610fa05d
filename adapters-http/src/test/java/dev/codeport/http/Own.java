package dev.codeport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.codeport.http.api.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Our own OpenAPI document, and a caller whose every answer is held against it. */
public final class Own {
  private static final String ADDRESS = "https://contract.test/own.json";
  private static final JsonNode DOCUMENT = closed(Contract.parse(read()));
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemas(Map.of(ADDRESS, DOCUMENT.toString()))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

  private final Api api;

  private Own(Api api) {
    this.api = api;
  }

  public static Own over(Api api) {
    return new Own(api);
  }

  public Own with(String header, String value) {
    return new Own(api.with(header, value));
  }

  public Own keyed(String key) {
    return with("Idempotency-Key", key);
  }

  public Api.Answer get(String path) {
    return send("GET", path, "");
  }

  public Api.Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Api.Answer send(String method, String path, String body) {
    var answer = api.send(method, path, body);
    check(method, path, answer);
    return answer;
  }

  /** Every operation: {@code GET /api/orders/{id}}. */
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
                        method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return all;
  }

  public static void check(String method, String path, Api.Answer answer) {
    var template = template(path.contains("?") ? path.substring(0, path.indexOf('?')) : path);
    var operation = "/paths/" + escape(template) + "/" + method.toLowerCase(Locale.ROOT);
    var responses = DOCUMENT.at(operation + "/responses");
    var status = Integer.toString(answer.status());
    var key = responses.has(status) ? status : "default";
    assertEquals(answer.status() >= 400, key.equals("default"), () -> path + " " + status);
    if (answer.status() == 204) {
      assertFalse(responses.get(key).has("content"), () -> method + " " + template);
      return;
    }
    var type = answer.header("Content-Type").orElse("").replaceAll(";.*", "");
    assertTrue(
        responses.get(key).get("content").has(type),
        () -> method + " " + template + " may not answer " + status + " with " + type);
    if (type.endsWith("json")) {
      var schema = operation + "/responses/" + key + "/content/" + escape(type) + "/schema";
      assertValid(schema, answer.json());
    }
    if (type.equals("application/problem+json")) {
      checkProblem(answer);
    }
  }

  private static void checkProblem(Api.Answer answer) {
    var type = answer.json().get("type").textValue();
    var problem = Problem.named(type.substring(type.lastIndexOf(':') + 1)).orElseThrow();
    assertEquals(problem.type(), type);
    assertEquals(problem.status(), answer.status());
    assertEquals(problem.status(), answer.json().get("status").intValue());
    assertEquals(problem.title(), answer.json().get("title").textValue());
  }

  public static void assertSchema(String name, JsonNode value) {
    assertValid("/components/schemas/" + name, value);
  }

  private static void assertValid(String pointer, JsonNode value) {
    var schema =
        COMPILED.computeIfAbsent(
            pointer, p -> SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + "#" + p)));
    assertEquals(List.of(), schema.validate(value), () -> pointer + " refuses " + value);
  }

  private static String template(String path) {
    var paths = new TreeSet<String>();
    DOCUMENT.get("paths").fieldNames().forEachRemaining(paths::add);
    if (paths.contains(path)) {
      return path;
    }
    return paths.stream()
        .filter(candidate -> Pattern.matches(candidate.replaceAll("\\{[a-z_]+\\}", "[^/]+"), path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is not in the document"));
  }

  /** Clients must take members they do not know; these tests take none that is not described. */
  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(Own::closed);
    return node;
  }

  private static String escape(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  private static String read() {
    try (var in = CodeportServer.class.getResourceAsStream("/dev/codeport/http/openapi.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
