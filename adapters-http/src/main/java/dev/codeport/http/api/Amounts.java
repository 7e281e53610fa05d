package dev.codeport.http.api;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numbers, which travel as strings so that nobody makes a float of them. */
public final class Amounts {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");
  private static final int MONEY_SCALE = 6;

  private Amounts() {}

  static BigDecimal decimal(Fields fields, String name) {
    return decimal(name, fields.text(name, 64));
  }

  /** An amount; zero when it is absent. */
  static Money optional(Fields fields, String name, Currency currency) {
    return of(name, fields.optionalText(name, 64).orElse("0"), currency);
  }

  public static Optional<Money> ifAny(Fields fields, String name, Currency currency) {
    return fields.optionalText(name, 64).map(text -> of(name, text, currency));
  }

  static Money required(Fields fields, String name, Currency currency) {
    return of(name, fields.text(name, 64), currency);
  }

  public static Money of(String name, String text, Currency currency) {
    var amount = decimal(name, text).stripTrailingZeros();
    if (amount.scale() > MONEY_SCALE) {
      throw new BadInput(name, "must have at most " + MONEY_SCALE + " decimals");
    }
    return Money.of(amount, currency);
  }

  public static BigDecimal decimal(String name, String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new BadInput(name, "must be a decimal number as a string such as \"12.50\"");
    }
    return new BigDecimal(text);
  }
}
