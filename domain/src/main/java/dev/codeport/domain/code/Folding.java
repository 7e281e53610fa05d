package dev.codeport.domain.code;

import java.text.Normalizer;

/**
 * Brings a message into one form: every decimal digit of Unicode is the ASCII one, every dash is a
 * hyphen, runs of white space are one space or line end, full-width letters are ASCII, accents and
 * vowel points are gone, and so are the invisible marks (direction, joiners, soft hyphens).
 *
 * <p>Works code point by code point, hence in time linear in the text whatever it contains.
 */
final class Folding {
  private static final int DECOMPOSED_BELOW = 0x2000;
  private static final String[] DECOMPOSED = decomposed();

  private final StringBuilder text;

  private Folding(int length) {
    text = new StringBuilder(length);
  }

  static Folded fold(String message) {
    var folding = new Folding(message.length());
    message.codePoints().forEach(folding::add);
    var text = folding.text.toString();
    return new Folded(text, words(text));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isAlphanumeric(char c) {
    return isDigit(c) || isLatin(c);
  }

  /** Letters and the marks that belong to them; digits are not part of a word. */
  static boolean isWord(char c) {
    return isLatin(c)
        || (c > 0x7F && (Character.isLetter(c) || isMark(c) || Character.isSurrogate(c)));
  }

  /** Letters of scripts that put no spaces between words. */
  static boolean isDense(char c) {
    return (c >= 0x0E00 && c <= 0x0EFF)
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF)
        || (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0x3400 && c <= 0x9FFF);
  }

  private void add(int c) {
    switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> text.append((char) ('0' + Character.digit(c, 10)));
      case Character.FORMAT -> {}
      case Character.DASH_PUNCTUATION -> text.append('-');
      case Character.SPACE_SEPARATOR,
          Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          addSpace(c);
      default -> addOther(c);
    }
  }

  private void addSpace(int c) {
    boolean ends = c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    int last = text.length() - 1;
    if (last < 0) {
      return;
    }
    char before = text.charAt(last);
    if (before == ' ' && ends) {
      text.setCharAt(last, '\n');
    } else if (before != ' ' && before != '\n') {
      text.append(ends ? '\n' : ' ');
    }
  }

  private void addOther(int c) {
    if (c < 0x80) {
      text.append((char) c);
    } else if (c < DECOMPOSED_BELOW) {
      text.append(DECOMPOSED[c]);
    } else if (c >= 0xFF01 && c <= 0xFF5E && c != 0xFF0C && c != 0xFF0E) {
      text.append((char) (c - 0xFF01 + '!'));
    } else if (c == 0x2212) {
      text.append('-');
    } else if (c == 0x2018 || c == 0x2019) {
      text.append('\'');
    } else if (c >= 0x1D400 && c <= 0x1D7FF) {
      text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD));
    } else if (!isInvisible(c)) {
      text.appendCodePoint(c);
    }
  }

  private static String words(String text) {
    var words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      words.append(c == '-' || c == '_' || c == '\n' ? ' ' : Character.toLowerCase(c));
    }
    return words.toString();
  }

  private static String[] decomposed() {
    var table = new String[DECOMPOSED_BELOW];
    for (int c = 0; c < DECOMPOSED_BELOW; c++) {
      var letters = new StringBuilder();
      Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
          .codePoints()
          .filter(part -> !isAccent(part) && !isInvisible(part))
          .map(Folding::sameLetter)
          .forEach(letters::appendCodePoint);
      table[c] = letters.toString();
    }
    return table;
  }

  /** Letters that senders exchange freely. */
  private static int sameLetter(int c) {
    return switch (c) {
      case 'ı' -> 'i';
      case 'ς' -> 'σ';
      case 'ی', 'ى' -> 'ي';
      case 'ک' -> 'ك';
      case 'ة' -> 'ه';
      case 0x02BB, 0x02BC -> '\'';
      default -> c;
    };
  }

  private static boolean isAccent(int c) {
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0591 && c <= 0x05C7)
        || (c >= 0x064B && c <= 0x065F)
        || (c >= 0x06D6 && c <= 0x06ED && !Character.isLetter(c))
        || isNukta(c);
  }

  private static boolean isNukta(int c) {
    return switch (c) {
      case 0x093C, 0x09BC, 0x0A3C, 0x0ABC, 0x0B3C, 0x0CBC -> true;
      default -> false;
    };
  }

  /** Stretched Arabic, variation selectors, the box of a keycap emoji. */
  private static boolean isInvisible(int c) {
    return c == 0x0640 || c == 0x20E3 || (c >= 0xFE00 && c <= 0xFE0F);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
