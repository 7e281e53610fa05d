package dev.codeport.domain.idempotency;

import java.util.regex.Pattern;

/** A client's name for one request: 1 to 255 printable ASCII characters. */
public record IdempotencyKey(String value) {
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{1,255}");

  public IdempotencyKey {
    if (!PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException("an idempotency key has 1 to 255 printable characters");
    }
  }
}
