package dev.codeport.domain.code;

/** How something that could be a code is written. */
enum Shape {
  /** {@code 123456}. */
  DIGITS,
  /** {@code 123-456}, {@code 12 34 56}. */
  GROUPED,
  /** {@code 1 2 3 4 5 6}. */
  SPACED,
  /** {@code G-123456}: the digits are the code. */
  PREFIXED,
  /** {@code A1B2C3}, {@code 7KQ-2XF}. */
  MIXED,
  /** {@code HJKQWE}. */
  LETTERS;

  boolean isNumber() {
    return this != MIXED && this != LETTERS;
  }
}
