package dev.codeport.domain.code;

/**
 * How one word that names a code supports a number.
 *
 * @param score what it adds, before the number itself is looked at
 * @param before whether the word stands before the number
 * @param strong whether the word names nothing but one-time codes
 * @param gap the words between, in the measure of {@link Distances}
 */
record Support(int score, boolean before, boolean strong, int gap) {
  /** No word names a code. */
  static final Support NONE = new Support(-1000, true, false, Integer.MAX_VALUE);

  boolean isNone() {
    return equals(NONE);
  }

  Support or(Support other) {
    return other.score > score ? other : this;
  }
}
