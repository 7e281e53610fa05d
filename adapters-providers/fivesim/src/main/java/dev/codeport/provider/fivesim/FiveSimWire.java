package dev.codeport.provider.fivesim;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.phone.PhoneNumber;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What stands in the protocol's answers, read leniently: anything may be missing or another type.
 */
final class FiveSimWire {
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,18}");
  private static final Pattern PHONE = Pattern.compile("\\+?[1-9]\\d{6,14}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,30})?");
  private static final Pattern WINDOW = Pattern.compile("rate(\\d{1,4})");

  private FiveSimWire() {}

  /**
   * An SMS of an order.
   *
   * @param id the vendor's, where it tells one
   * @param text the whole text; empty where it only tells the code
   */
  record Sms(Optional<String> id, String text, Optional<String> code, Optional<Instant> at) {
    static Sms of(JsonNode json) {
      return new Sms(
          word(json, "id").filter(id -> ID.matcher(id).matches()),
          json.path("text").asText(""),
          word(json, "code"),
          time(json, "created_at").or(() -> time(json, "date")));
    }

    boolean isEmpty() {
      return text.isBlank() && code.isEmpty();
    }
  }

  /**
   * An order.
   *
   * @param status upper case; empty when it is missing
   */
  record Order(
      Optional<String> id,
      Optional<PhoneNumber> phone,
      Optional<String> operator,
      Optional<String> product,
      Optional<String> country,
      Optional<BigDecimal> price,
      String status,
      Optional<Instant> expires,
      Optional<Instant> createdAt,
      List<Sms> sms) {
    static Order of(JsonNode json) {
      var sms = new ArrayList<Sms>();
      for (var each : json.path("sms")) {
        if (each.isObject() && !Sms.of(each).isEmpty()) {
          sms.add(Sms.of(each));
        }
      }
      return new Order(
          word(json, "id").filter(id -> ID.matcher(id).matches()),
          word(json, "phone").filter(phone -> PHONE.matcher(phone).matches()).map(Order::phone),
          word(json, "operator"),
          word(json, "product"),
          word(json, "country"),
          amount(json, "price"),
          json.path("status").asText(""),
          time(json, "expires"),
          time(json, "created_at"),
          List.copyOf(sms));
    }

    private static PhoneNumber phone(String text) {
      return new PhoneNumber(text.startsWith("+") ? text : "+" + text);
    }
  }

  /** A page of orders; nothing when it is none. */
  static Optional<List<Order>> orders(JsonNode json) {
    if (!json.path("Data").isArray()) {
      return Optional.empty();
    }
    var orders = new ArrayList<Order>();
    json.path("Data").forEach(each -> orders.add(Order.of(each)));
    return Optional.of(orders);
  }

  /**
   * What one operator's numbers cost.
   *
   * @param rates how many of a hundred orders had their SMS, by the hours looked back on, 0 for the
   *     vendor's own summary. A window in which nobody bought is missing, which is not the same as
   *     zero
   */
  record Price(
      String country,
      String product,
      String operator,
      BigDecimal cost,
      int count,
      Map<Integer, BigDecimal> rates) {}

  /**
   * Reads {@code {country: {product: {operator: {…}}}}}, one operator at a time.
   *
   * @throws IOException when it is broken off or something else
   */
  static List<Price> prices(InputStream body) throws IOException {
    var prices = new ArrayList<Price>();
    try (var parser = Hearing.PIECES.createParser(body)) {
      expect(parser.nextToken());
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var country = parser.currentName();
        expect(parser.nextToken());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          var product = parser.currentName();
          expect(parser.nextToken());
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var operator = parser.currentName();
            parser.nextToken();
            JsonNode json = parser.readValueAsTree();
            price(country, product, operator, json).ifPresent(prices::add);
          }
        }
      }
      if (parser.nextToken() != null) {
        throw new IOException("more than one document");
      }
    }
    return prices;
  }

  private static void expect(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      throw new IOException("not a list of prices");
    }
  }

  private static Optional<Price> price(
      String country, String product, String operator, JsonNode json) {
    var cost = amount(json, "cost").filter(amount -> amount.signum() > 0);
    var count = amount(json, "count").filter(amount -> amount.signum() >= 0);
    if (cost.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    var whole = count.get().setScale(0, RoundingMode.DOWN);
    return Optional.of(
        new Price(
            country,
            product,
            operator,
            cost.get(),
            whole.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue(),
            rates(json)));
  }

  private static Map<Integer, BigDecimal> rates(JsonNode json) {
    var rates = new TreeMap<Integer, BigDecimal>();
    for (var field : json.properties()) {
      var window = WINDOW.matcher(field.getKey());
      var hours =
          field.getKey().equals("rate")
              ? Optional.of(0)
              : window.matches()
                  ? Optional.of(Integer.parseInt(window.group(1)))
                  : Optional.<Integer>empty();
      hours.ifPresent(
          each -> amount(json, field.getKey()).ifPresent(rate -> rates.put(each, rate)));
    }
    return Collections.unmodifiableMap(rates);
  }

  static Optional<BigDecimal> amount(JsonNode json, String name) {
    return word(json, name).filter(text -> NUMBER.matcher(text).matches()).map(BigDecimal::new);
  }

  private static Optional<Instant> time(JsonNode json, String name) {
    try {
      return word(json, name)
          .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> word(JsonNode json, String name) {
    var value = json.path(name);
    if (value.isBigDecimal()) {
      // Written out only while that is short: 1e999999999 is a number too.
      return Optional.of(value.decimalValue())
          .filter(number -> Math.abs((long) number.scale()) < 40)
          .map(BigDecimal::toPlainString);
    }
    return value.isTextual() || value.isIntegralNumber()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
