package dev.codeport.domain.code;

/**
 * A one-time code as a user types it into a form: ASCII digits without separators where the message
 * shows a number, letters in the case of the message otherwise.
 *
 * @param value 1 to 64 characters, none of them a control character
 */
public record Code(String value) {
  private static final int LONGEST = 64;

  public Code {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a code has 1 to 64 characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a code has no control characters");
    }
  }

  /** Masked: a code is a secret. */
  @Override
  public String toString() {
    return "Code[…]";
  }
}
