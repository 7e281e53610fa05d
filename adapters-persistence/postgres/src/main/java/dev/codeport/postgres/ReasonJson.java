package dev.codeport.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Reason;
import dev.codeport.domain.pool.RoutingPolicy;
import java.util.Optional;

/** Why a vendor was asked, as one column. */
final class ReasonJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReasonJson() {}

  static ObjectNode of(Reason reason) {
    var node =
        new RowJson()
            .put("policy", reason.policy())
            .put("place", reason.place())
            .put("among", reason.among())
            .put("ground", reason.ground())
            .put("price", reason.price())
            .node();
    node.put("sample", reason.sample()).put("lower_bound", reason.lowerBound());
    reason.rate().ifPresent(rate -> node.put("rate", rate));
    reason.declared().ifPresent(rate -> node.put("declared", rate));
    reason.drawn().ifPresent(value -> node.put("drawn", value));
    return node;
  }

  static Reason read(String column) {
    var node = parsed(column);
    return new Reason(
        RoutingPolicy.valueOf(node.path("policy").asText()),
        node.path("place").asInt(),
        node.path("among").asInt(),
        Reason.Ground.valueOf(node.path("ground").asText()),
        new Money(node.path("price").asLong(), new Currency(node.path("price_currency").asText())),
        node.path("sample").asDouble(),
        number(node, "rate"),
        node.path("lower_bound").asDouble(),
        number(node, "declared"),
        number(node, "drawn"));
  }

  private static Optional<Double> number(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name).asDouble()) : Optional.empty();
  }

  private static JsonNode parsed(String column) {
    try {
      return MAPPER.readTree(column);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was written there", e);
    }
  }
}
