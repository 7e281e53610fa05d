package dev.codeport.domain.money;

import java.util.regex.Pattern;

/** An ISO 4217 alphabetic currency code, upper case. */
public record Currency(String code) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  public static final Currency IDR = new Currency("IDR");
  public static final Currency USD = new Currency("USD");
  public static final Currency RUB = new Currency("RUB");
  public static final Currency EUR = new Currency("EUR");
  public static final Currency CNY = new Currency("CNY");

  public Currency {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not an ISO 4217 currency code: " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
