package dev.codeport.bootstrap.faultrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Alters answers. Empty where there is nothing in them to alter. */
final class Twist {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Pattern STATUS =
      Pattern.compile(
          "(?<=^STATUS_)WAIT_CODE|(?<=\"status\":\")(RECEIVED|PENDING|ACTIVE|OTP_RECEIVED)(?=\")"
              + "|(?<=\"activationStatus\":\")\\d+(?=\")");

  private Twist() {}

  static Optional<String> strings(String body) {
    return document(body, Twist::numbersAsStrings);
  }

  static Optional<String> unknownStatus(String body) {
    var altered = STATUS.matcher(body).replaceAll("PONDERING");
    return altered.equals(body) ? Optional.empty() : Optional.of(altered);
  }

  /** The SMS of one number the other way round. */
  static Optional<String> reordered(String body) {
    return document(body, Twist::reverse);
  }

  /** A list without one of its rows. */
  static Optional<String> unlisted(String body, Random random) {
    return document(body, json -> dropOne(json, random));
  }

  private static Optional<String> document(String body, Predicate<JsonNode> alter) {
    if (!body.startsWith("{") && !body.startsWith("[")) {
      return Optional.empty();
    }
    try {
      var json = JSON.readTree(body);
      return alter.test(json) ? Optional.of(JSON.writeValueAsString(json)) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a vendor's own document is broken", e);
    }
  }

  private static boolean numbersAsStrings(JsonNode json) {
    boolean altered = false;
    if (json instanceof ObjectNode object) {
      for (var name : names(object)) {
        if (object.get(name).isNumber()) {
          object.put(name, object.get(name).asText());
          altered = true;
        }
      }
    } else if (json instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isNumber()) {
          array.set(i, TextNode.valueOf(array.get(i).asText()));
          altered = true;
        }
      }
    }
    for (var child : json) {
      altered |= numbersAsStrings(child);
    }
    return altered;
  }

  private static boolean reverse(JsonNode json) {
    boolean altered = false;
    if (json instanceof ArrayNode array && array.size() > 1 && array.get(0).has("text")) {
      var all = new ArrayList<JsonNode>();
      array.forEach(all::add);
      Collections.reverse(all);
      array.removeAll().addAll(all);
      altered = true;
    }
    for (var child : json) {
      altered |= reverse(child);
    }
    return altered;
  }

  private static boolean dropOne(JsonNode json, Random random) {
    var lists = new ArrayList<ArrayNode>();
    collect(json, lists);
    var rows = lists.stream().flatMap(list -> ids(list).stream()).distinct().toList();
    if (rows.isEmpty()) {
      return false;
    }
    var one = rows.get(random.nextInt(rows.size()));
    lists.forEach(list -> list.removeIf(row -> id(row).equals(Optional.of(one))));
    return true;
  }

  private static void collect(JsonNode json, List<ArrayNode> lists) {
    if (json instanceof ArrayNode array) {
      lists.add(array);
    }
    json.forEach(child -> collect(child, lists));
  }

  private static List<String> ids(ArrayNode list) {
    var ids = new ArrayList<String>();
    list.forEach(row -> id(row).ifPresent(ids::add));
    return ids;
  }

  private static Optional<String> id(JsonNode row) {
    return Optional.of(row.path("activationId").asText(row.path("id").asText()))
        .filter(id -> !id.isEmpty());
  }

  private static List<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
