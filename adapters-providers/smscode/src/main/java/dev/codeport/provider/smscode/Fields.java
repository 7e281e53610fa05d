package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.phone.PhoneNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads single values, leniently: an id or an amount may be a number or a text, anything may be
 * missing or another type. Nothing here throws for what a vendor wrote.
 */
final class Fields {
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern PHONE = Pattern.compile("\\+?[1-9]\\d{6,14}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,30})?");

  private Fields() {}

  static Optional<String> id(JsonNode json, String name) {
    return word(json, name).filter(id -> ID.matcher(id).matches());
  }

  static Optional<PhoneNumber> phone(JsonNode json, String name) {
    return word(json, name)
        .filter(phone -> PHONE.matcher(phone).matches())
        .map(PhoneNumber::ofDigits);
  }

  static Optional<BigDecimal> amount(JsonNode json, String name) {
    return word(json, name).filter(text -> NUMBER.matcher(text).matches()).map(BigDecimal::new);
  }

  /** Not negative; what is more than an int holds is as much as it holds. */
  static Optional<Integer> count(JsonNode json, String name) {
    return amount(json, name)
        .filter(amount -> amount.signum() >= 0)
        .map(amount -> amount.setScale(0, RoundingMode.DOWN))
        .map(amount -> amount.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
  }

  static Optional<Instant> time(JsonNode json, String name) {
    try {
      return word(json, name)
          .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A text or a number, if it is not empty. */
  static Optional<String> word(JsonNode json, String name) {
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
