package dev.codeport.postgres;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One row, named like the columns; what is absent becomes NULL. */
final class RowJson {
  private final ObjectNode node = new ObjectNode(JsonNodeFactory.instance);

  ObjectNode node() {
    return node;
  }

  RowJson put(String column, long value) {
    node.put(column, value);
    return this;
  }

  RowJson put(String column, boolean value) {
    node.put(column, value);
    return this;
  }

  RowJson put(String column, String value) {
    node.put(column, Texts.storable(value));
    return this;
  }

  RowJson put(String column, Enum<?> value) {
    node.put(column, value.name());
    return this;
  }

  RowJson put(String column, Instant value) {
    node.put(column, value.toString());
    return this;
  }

  RowJson put(String column, BigDecimal value) {
    node.put(column, value.toPlainString());
    return this;
  }

  /** Its millionths, and its currency beside them. */
  RowJson put(String column, Money value) {
    node.put(column, value.micros());
    node.put(column + "_currency", value.currency().code());
    return this;
  }

  RowJson putText(String column, Optional<String> value) {
    value.ifPresent(text -> put(column, text));
    return this;
  }

  RowJson putInstant(String column, Optional<Instant> value) {
    value.ifPresent(at -> put(column, at));
    return this;
  }
}
