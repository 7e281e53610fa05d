package dev.codeport.domain.code;

/**
 * Something at {@code [start, end)} of the folded text that could be a code.
 *
 * @param value without separators
 * @param passedOver why its own shape rules it out, or empty
 */
record Sighting(int start, int end, String value, Shape shape, String passedOver) {
  boolean isViable() {
    return passedOver.isEmpty();
  }

  /** With letters behind that belong to it. */
  Sighting endingAt(int later) {
    return new Sighting(start, later, value, shape, passedOver);
  }

  Sighting passedOver(String reason) {
    return new Sighting(start, end, value, shape, reason);
  }
}
