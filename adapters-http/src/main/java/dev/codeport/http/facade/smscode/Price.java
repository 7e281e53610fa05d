package dev.codeport.http.facade.smscode;

import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a price in the version's own money: an integer of rupiah, a decimal string of dollars. */
final class Price {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

  private Price() {}

  static Optional<BigDecimal> ceiling(Fields fields, Version version) {
    var name = "max_price";
    return read(fields, version, name)
        .map(price -> require(price.signum() > 0, price, name, "must be above zero"));
  }

  static Optional<BigDecimal> floor(Fields fields, Version version) {
    var name = "min_price";
    return read(fields, version, name)
        .map(price -> require(price.signum() >= 0, price, name, "must not be negative"));
  }

  private static Optional<BigDecimal> read(Fields fields, Version version, String name) {
    return switch (version) {
      case V1 -> fields.optionalInt64(name).map(BigDecimal::valueOf);
      case V2 -> fields.optionalText(name, 64).map(text -> dollars(name, text));
    };
  }

  private static BigDecimal dollars(String name, String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new BadInput(name, "must be dollars as a decimal string such as \"5.00\"");
    }
    return new BigDecimal(text);
  }

  private static BigDecimal require(boolean fine, BigDecimal price, String name, String reason) {
    if (!fine) {
      throw new BadInput(name, reason);
    }
    return price;
  }
}
