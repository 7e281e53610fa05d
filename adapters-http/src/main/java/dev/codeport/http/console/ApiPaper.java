package dev.codeport.http.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import dev.codeport.http.api.PaperEndpoints;
import dev.codeport.http.server.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** A part of the OpenAPI document, to be read by people. */
public final class ApiPaper {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final int DEEPEST = 4;

  private static final String ADMIN = "/api/admin/";

  private final Predicate<String> shown;
  private final String key;
  private final JsonNode document = Json.read(PaperEndpoints.document().getBytes(UTF_8));

  private ApiPaper(Predicate<String> shown, String key) {
    this.shown = shown;
    this.key = key;
  }

  /** What customers' keys open. */
  public static ApiPaper ofCustomers() {
    return new ApiPaper(path -> !path.startsWith(ADMIN), "cp_…");
  }

  /** What the admin key opens. */
  public static ApiPaper ofOperator() {
    return new ApiPaper(path -> path.startsWith(ADMIN), "…");
  }

  public ApiPage page(String base) {
    Map<String, List<ApiPage.Operation>> groups = new LinkedHashMap<>();
    document.get("paths").properties().stream()
        .filter(path -> shown.test(path.getKey()))
        .forEach(
            path ->
                METHODS.stream()
                    .filter(method -> path.getValue().has(method))
                    .map(
                        method ->
                            operation(base, method, path.getKey(), path.getValue().get(method)))
                    .forEach(
                        each ->
                            groups
                                .computeIfAbsent(group(each.path()), name -> new ArrayList<>())
                                .add(each)));
    return new ApiPage(
        base,
        key,
        document.at("/info/version").asText(),
        groups.entrySet().stream()
            .map(group -> new ApiPage.Group(group.getKey(), group.getValue()))
            .toList());
  }

  private static String group(String path) {
    var parts = Splitter.on('/').omitEmptyStrings().splitToList(path);
    return path.startsWith(ADMIN)
        ? parts.get(2)
        : parts.getFirst().equals("api") && parts.size() > 1 ? parts.get(1) : parts.getFirst();
  }

  private ApiPage.Operation operation(String base, String method, String path, JsonNode about) {
    var parameters = new ArrayList<ApiPage.Parameter>();
    about
        .path("parameters")
        .forEach(
            named -> {
              var each = named.has("$ref") ? resolved(named) : named;
              parameters.add(
                  new ApiPage.Parameter(
                      each.path("name").asText(),
                      each.path("in").asText(),
                      each.path("required").asBoolean(),
                      each.path("description").asText()));
            });
    return new ApiPage.Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        about.path("summary").asText(),
        parameters,
        curl(base, method, path, about, parameters));
  }

  private String curl(
      String base, String method, String path, JsonNode about, List<ApiPage.Parameter> parameters) {
    var line = new StringBuilder("curl -s");
    if (!method.equals("get")) {
      line.append(" -X ").append(method.toUpperCase(Locale.ROOT));
    }
    line.append(" -H \"Authorization: Bearer $CODEPORT_KEY\"");
    if (parameters.stream().anyMatch(p -> p.name().equalsIgnoreCase("Idempotency-Key"))) {
      line.append(" \\\n  -H \"Idempotency-Key: $(uuidgen)\"");
    }
    var body = about.at("/requestBody/content/application~1json/schema");
    if (!body.isMissingNode()) {
      line.append(" \\\n  -H 'Content-Type: application/json' \\\n  -d '")
          .append(sample(body, 0))
          .append("'");
    }
    return line.append(" \\\n  '").append(base).append(path).append("'").toString();
  }

  /** What is required, with a value of its kind. */
  private String sample(JsonNode schema, int depth) {
    var about = schema.has("$ref") ? resolved(schema) : schema;
    if (about.has("example")) {
      return about.get("example").toString();
    }
    if (about.has("examples") && about.get("examples").has(0)) {
      return about.get("examples").get(0).toString();
    }
    if (about.has("enum")) {
      return about.get("enum").get(0).toString();
    }
    var type = about.path("type").isArray() ? about.path("type").path(0) : about.path("type");
    return switch (type.asText()) {
      case "object" -> depth > DEEPEST ? "{}" : members(about, depth);
      case "array" -> "[" + sample(about.path("items"), depth + 1) + "]";
      case "integer", "number" -> "1";
      case "boolean" -> "true";
      case "string" -> "\"…\"";
      default -> "{}";
    };
  }

  private String members(JsonNode object, int depth) {
    var members = new ArrayList<String>();
    object
        .path("required")
        .forEach(
            name -> {
              var member = object.path("properties").path(name.asText());
              members.add("\"" + name.asText() + "\":" + sample(member, depth + 1));
            });
    return "{" + String.join(",", members) + "}";
  }

  private JsonNode resolved(JsonNode reference) {
    return document.at(reference.get("$ref").asText().substring(1));
  }
}
