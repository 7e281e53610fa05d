package dev.codeport.postgres;

/** Texts as PostgreSQL can keep them. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** The same text, but U+FFFD for NUL and for half a surrogate pair, which cannot be stored. */
  static String storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isStorable(point) ? point : REPLACEMENT)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isStorable(int point) {
    return point != 0 && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
