package dev.codeport.provider.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.provider.sandbox.Activation.Shown;
import dev.codeport.provider.sandbox.Activation.Sms;
import dev.codeport.provider.sandbox.Books.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The documents of the protocol. */
final class Shapes {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final ErrorStyle style;

  Shapes(ErrorStyle style) {
    this.style = style;
  }

  JsonNode lease(Shown shown) {
    var entry = shown.entry();
    var json =
        Voice.JSON
            .objectNode()
            .put("activationId", Long.parseLong(entry.id()))
            .put("phoneNumber", entry.phone().digits())
            .put("activationCost", amount(entry.cost()))
            .put("currency", number(entry.cost().currency()))
            .put("countryCode", entry.country())
            .put("canGetAnotherSms", "1")
            .put("activationTime", time(entry.startedAt()))
            .put("activationOperator", entry.operator().orElse("any"));
    if (style == ErrorStyle.HTTP_JSON) {
      json.put("activationEndTime", time(shown.endsAt()))
          .put("verificationType", "sms")
          .put("serviceCode", entry.service())
          .put("status", code(entry.state()));
    }
    return json;
  }

  JsonNode status(Shown shown, Sms sms) {
    var text = Voice.JSON.objectNode();
    text.put("dateTime", time(sms.at())).put("code", sms.code().orElse(null));
    text.put("text", sms.text());
    var json = Voice.JSON.objectNode();
    return switch (style) {
      case TOKEN -> json.put("verificationType", 0).set("sms", text);
      case HTTP_JSON -> json.put("verificationType", "sms").set("data", text);
    };
  }

  JsonNode allSms(Shown shown) {
    var json = Voice.JSON.objectNode();
    var data = json.putArray("data");
    for (var sms : shown.messages()) {
      data.addObject()
          .put("id", sms.id())
          .put("phoneFrom", "sandbox")
          .put("code", sms.code().orElse(null))
          .put("text", sms.text())
          .put("service", shown.entry().service())
          .put("date", time(sms.at()))
          .put("type", "sms");
    }
    json.putObject("meta").put("total", shown.messages().size());
    return json;
  }

  JsonNode active(List<Shown> all) {
    var rows = Voice.JSON.arrayNode();
    all.forEach(shown -> rows.add(row(shown)));
    var json = Voice.JSON.objectNode().put("status", "success");
    if (style == ErrorStyle.TOKEN) {
      return json.set("activeActivations", rows);
    }
    var table = Voice.JSON.objectNode().put("affected_rows", 0).put("num_rows", rows.size());
    table.set("rows", rows);
    json.set("data", rows);
    return json.set("activeActivations", table);
  }

  private static ObjectNode row(Shown shown) {
    var entry = shown.entry();
    var row =
        Voice.JSON
            .objectNode()
            .put("activationId", entry.id())
            .put("serviceCode", entry.service())
            .put("phoneNumber", entry.phone().digits())
            .put("activationCost", amount(entry.cost()))
            .put("activationStatus", code(entry.state()));
    var codes = Voice.JSON.arrayNode();
    shown.messages().forEach(sms -> codes.add(sms.code().orElse(sms.text())));
    row.set("smsCode", codes.isEmpty() ? Voice.JSON.nullNode() : codes);
    row.put("smsText", shown.last().map(Sms::text).orElse(null));
    return row.put("activationTime", time(entry.startedAt()))
        .put("discount", "0.00")
        .put("repeated", "0")
        .put("countryCode", entry.country())
        .put("canGetAnotherSms", "1")
        .put("currency", number(entry.cost().currency()));
  }

  JsonNode history(List<Shown> all) {
    ArrayNode rows = Voice.JSON.arrayNode();
    for (var shown : all) {
      var entry = shown.entry();
      rows.addObject()
          .put("id", Long.parseLong(entry.id()))
          .put("date", time(entry.startedAt()))
          .put("phone", entry.phone().digits())
          .put("sms", shown.last().map(Sms::text).orElse(null))
          .put("cost", amount(entry.cost()))
          .put("status", code(entry.state()))
          .put("currency", number(entry.cost().currency()));
    }
    return rows;
  }

  JsonNode prices(List<Racks.Price> prices) {
    var json = Voice.JSON.objectNode();
    for (var price : prices) {
      json.withObjectProperty(price.land().code())
          .putObject(price.service().code())
          .put("cost", amount(price.price()))
          .put("count", price.count())
          .put("physicalCount", price.count());
    }
    return json;
  }

  /** How many at each price. */
  static JsonNode steps(List<Racks.Price> prices) {
    var json = Voice.JSON.objectNode();
    for (var price : prices) {
      json.withObjectProperty(price.land().code())
          .putObject(price.service().code())
          .put(amount(price.price()).toPlainString(), price.count());
    }
    return json;
  }

  /** What each supplier has; there is but one. */
  static JsonNode suppliers(List<Racks.Price> prices) {
    var json = Voice.JSON.objectNode();
    for (var price : prices) {
      json.withObjectProperty(price.land().code())
          .withObjectProperty(price.service().code())
          .putObject("1")
          .put("count", price.count())
          .put("price", amount(price.price()))
          .put("provider_id", 1);
    }
    return json;
  }

  /** By HeroSMS' own interface: service by service, with a map of prices. */
  static JsonNode offers(List<Racks.Price> prices) {
    var json = Voice.JSON.objectNode();
    var data = json.putObject("data");
    for (var price : prices) {
      var offer = data.withObjectProperty(price.service().code()).putObject(price.land().code());
      offer.putObject("prices").put("default", amount(price.price()));
      offer.putObject("counts").put("total", price.count());
      offer.putObject("map").put(amount(price.price()).toPlainString(), price.count());
    }
    return json;
  }

  static JsonNode counts(List<Racks.Price> prices) {
    var json = Voice.JSON.objectNode();
    prices.forEach(price -> json.put(price.service().code(), price.count()));
    return json;
  }

  static JsonNode quote(Shown shown, Money price) {
    return Voice.JSON
        .objectNode()
        .put("status", "success")
        .put("cost", amount(price))
        .put("service", shown.entry().service())
        .put("phone", Long.parseLong(shown.entry().phone().digits()))
        .put("country", Integer.parseInt(shown.entry().country()));
  }

  private static BigDecimal amount(Money money) {
    return money.amount().stripTrailingZeros();
  }

  /** ISO 4217 numeric. */
  private static int number(Currency currency) {
    return java.util.Currency.getInstance(currency.code()).getNumericCode();
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String code(State state) {
    return switch (state) {
      case WAITING -> "4";
      case RECEIVED -> "2";
      case RETRY -> "3";
      case FINISHED -> "6";
      case CANCELED -> "8";
      case EXPIRED -> "10";
    };
  }
}
