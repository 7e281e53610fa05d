package dev.codeport.domain.verification;

import java.util.regex.Pattern;

/** A code that we or a sender made: 4 to 10 ASCII digits. Prints itself masked. */
public record OneTimeCode(String digits) {
  public static final int SHORTEST = 4;
  public static final int LONGEST = 10;

  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,10}");

  public OneTimeCode {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a code has 4 to 10 digits");
    }
  }

  public int length() {
    return digits.length();
  }

  /** Masked: a code is a secret. */
  @Override
  public String toString() {
    return "OneTimeCode[…]";
  }
}
