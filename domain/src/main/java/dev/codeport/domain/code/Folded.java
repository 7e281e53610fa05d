package dev.codeport.domain.code;

/**
 * A message in one form per digit, dash, space and letter.
 *
 * @param text keeps upper and lower case
 * @param words the same, position by position, in lower case and with a space for every dash and
 *     line end: what the lexicon is matched against
 */
record Folded(String text, String words) {
  int length() {
    return text.length();
  }

  /** The character at {@code index}, or a space beyond either end. */
  char at(int index) {
    return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
  }
}
