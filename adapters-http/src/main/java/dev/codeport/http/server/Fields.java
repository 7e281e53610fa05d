package dev.codeport.http.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a JSON object that was sent. Nothing is coerced: a number in quotes is a string,
 * {@code 1.0} is not an integer, and whatever is not as wanted is a {@link BadInput} that names the
 * field. Null counts as absent.
 */
public final class Fields {
  private final JsonNode object;

  private Fields(JsonNode object) {
    this.object = object;
  }

  /** An object with these fields and no others. */
  public static Fields closed(byte[] body, Set<String> known) {
    return open(body).only(known);
  }

  /** An object inside of this one. */
  public Fields object(String name) {
    var value = required(name, value(name));
    if (!value.isObject()) {
      throw new BadInput(name, "must be a JSON object");
    }
    return new Fields(value);
  }

  /** Refuses fields that nobody reads. */
  public Fields only(Set<String> known) {
    for (var name : names()) {
      if (!known.contains(name)) {
        throw new BadInput(name, "is not a field of this request");
      }
    }
    return this;
  }

  public List<Long> int64s(String name) {
    var value = required(name, value(name));
    if (!value.isArray()) {
      throw new BadInput(name, "must be an array of integers");
    }
    var numbers = new ArrayList<Long>();
    for (var element : value) {
      if (!element.isIntegralNumber() || !element.canConvertToLong()) {
        throw new BadInput(name, "must be an array of integers of 64 bits");
      }
      numbers.add(element.longValue());
    }
    return List.copyOf(numbers);
  }

  /** An object that may have more fields than anybody reads. */
  public static Fields open(byte[] body) {
    var value = Json.read(body);
    if (!value.isObject()) {
      throw new BadInput("body", "must be a JSON object");
    }
    refuseUnstorable("body", value);
    return new Fields(value);
  }

  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** For a field whose schema does not allow null: absent is fine, null is not. */
  public void refuseNull(String name) {
    if (object.has(name) && object.get(name).isNull()) {
      throw new BadInput(name, "must not be null");
    }
  }

  public int int32(String name) {
    return required(name, optionalInt32(name));
  }

  public Optional<Integer> optionalInt32(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw new BadInput(name, "must be an integer of 32 bits");
              }
              return value.intValue();
            });
  }

  public Optional<Long> optionalInt64(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw new BadInput(name, "must be an integer of 64 bits");
              }
              return value.longValue();
            });
  }

  public boolean bool(String name) {
    var value = required(name, value(name));
    if (!value.isBoolean()) {
      throw new BadInput(name, "must be true or false");
    }
    return value.booleanValue();
  }

  public String text(String name, int longest) {
    return required(name, optionalText(name, longest));
  }

  public Optional<String> optionalText(String name, int longest) {
    return value(name).map(value -> text(name, value, longest));
  }

  public List<String> texts(String name, int longest) {
    var value = required(name, value(name));
    if (!value.isArray()) {
      throw new BadInput(name, "must be an array of strings");
    }
    var texts = new ArrayList<String>();
    value.forEach(element -> texts.add(text(name, element, longest)));
    return List.copyOf(texts);
  }

  /** An object with nothing but strings in it, in the order in which they came. */
  public Map<String, String> textMap(String name, int longest) {
    var value = required(name, value(name));
    if (!value.isObject()) {
      throw new BadInput(name, "must be an object of strings");
    }
    var texts = new LinkedHashMap<String, String>();
    value.properties().forEach(e -> texts.put(e.getKey(), text(name, e.getValue(), longest)));
    return texts;
  }

  private static String text(String name, JsonNode value, int longest) {
    if (!value.isTextual()) {
      throw new BadInput(name, "must be a string");
    }
    var text = value.textValue();
    if (text.length() > longest) {
      throw new BadInput(name, "must have at most " + longest + " characters");
    }
    return text;
  }

  private Optional<JsonNode> value(String name) {
    return has(name) ? Optional.of(object.get(name)) : Optional.empty();
  }

  private static <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> new BadInput(name, "is required"));
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void refuseUnstorable(String field, JsonNode value) {
    if (value.isTextual()) {
      Text.clean(field, value.textValue());
    }
    value
        .properties()
        .forEach(
            entry ->
                refuseUnstorable(Text.clean(entry.getKey(), entry.getKey()), entry.getValue()));
    if (value.isArray()) {
      value.forEach(element -> refuseUnstorable(field, element));
    }
  }
}
