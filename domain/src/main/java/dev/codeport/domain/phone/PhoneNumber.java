package dev.codeport.domain.phone;

import java.util.regex.Pattern;

/** A telephone number in E.164: a plus sign and 7 to 15 digits. Prints itself masked. */
public record PhoneNumber(String e164) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** Stands where a number was that is not kept any more. */
  public static final PhoneNumber ERASED = new PhoneNumber("+0000000");

  public PhoneNumber {
    if (!E164.matcher(e164).matches() && !e164.equals("+0000000")) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  /** A number as vendors print it: digits with the country code, with or without a plus sign. */
  public static PhoneNumber ofDigits(String digits) {
    return new PhoneNumber(digits.startsWith("+") ? digits : "+" + digits);
  }

  public String digits() {
    return e164.substring(1);
  }

  @Override
  public String toString() {
    return e164.substring(0, 3) + "…" + e164.substring(e164.length() - 2);
  }
}
