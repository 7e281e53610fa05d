package dev.codeport.provider.handlerapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads what stands in the protocol's answers, leniently: ids and amounts are numbers or texts,
 * lists are arrays or objects, anything may be missing. Nothing here throws for what a vendor
 * wrote.
 */
final class Fields {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{6,14}");
  private static final Pattern PUNCTUATION = Pattern.compile("^\\+|(?<=\\d)[\\s().-]+|[(]");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,30})?");

  private Fields() {}

  /** The objects in a list, be it an array or an object with whatever keys. */
  static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).filter(JsonNode::isObject);
  }

  static Optional<String> id(JsonNode json, String... names) {
    return text(json, names).flatMap(Fields::id);
  }

  static Optional<String> id(String text) {
    return ID.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  static Optional<PhoneNumber> phone(JsonNode json, String... names) {
    return text(json, names).flatMap(Fields::phone);
  }

  static Optional<PhoneNumber> phone(String text) {
    var digits = PUNCTUATION.matcher(text).replaceAll("");
    return DIGITS.matcher(digits).matches()
        ? Optional.of(PhoneNumber.ofDigits(digits))
        : Optional.empty();
  }

  static Optional<BigDecimal> amount(JsonNode json, String... names) {
    return text(json, names).flatMap(Fields::amount);
  }

  /** A plain decimal number; exponents, infinities and the like are none. */
  static Optional<BigDecimal> amount(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** An amount as money; what is below a millionth is rounded up, what is too large is none. */
  static Optional<Money> money(BigDecimal amount, Currency currency) {
    return amount.precision() - amount.scale() > 12
        ? Optional.empty()
        : Optional.of(Money.of(amount.setScale(6, RoundingMode.CEILING), currency));
  }

  /** The first of these that holds a text or a number. */
  static Optional<String> text(JsonNode json, String... names) {
    return Stream.of(names).map(json::path).flatMap(value -> plain(value).stream()).findFirst();
  }

  /** As {@link #text}, also out of a list. */
  static Optional<String> first(JsonNode json, String... names) {
    return Stream.of(names)
        .map(json::path)
        .flatMap(value -> value.isArray() ? elementsOf(value) : Stream.of(value))
        .flatMap(value -> plain(value).stream())
        .findFirst();
  }

  private static Stream<JsonNode> elementsOf(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Optional<String> plain(JsonNode value) {
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

  static Optional<Boolean> truth(JsonNode json, String name) {
    var value = json.path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asText().equals("1") || value.asText().equals("true"));
  }

  /** ISO 4217, as a number or in letters. */
  static Optional<Currency> currency(JsonNode json) {
    return text(json, "currency")
        .flatMap(
            code ->
                switch (code) {
                  case "840", "USD" -> Optional.of(Currency.USD);
                  case "643", "RUB" -> Optional.of(Currency.RUB);
                  case "978", "EUR" -> Optional.of(Currency.EUR);
                  case "156", "CNY" -> Optional.of(Currency.CNY);
                  default -> Optional.empty();
                });
  }
}
