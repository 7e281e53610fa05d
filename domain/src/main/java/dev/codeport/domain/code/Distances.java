package dev.codeport.domain.code;

/**
 * How much lies between two places of a message: words, sentence ends, digits. Sums are kept from
 * the start, so that any distance is one subtraction.
 */
final class Distances {
  /** A word counts three, a letter of a script without spaces one. */
  static final int WORD = 3;

  private final int[] words;
  private final int[] breaks;
  private final int[] digits;

  private Distances(int[] words, int[] breaks, int[] digits) {
    this.words = words;
    this.breaks = breaks;
    this.digits = digits;
  }

  static Distances in(Folded folded) {
    int length = folded.length();
    var words = new int[length + 1];
    var breaks = new int[length + 1];
    var digits = new int[length + 1];
    for (int i = 0; i < length; i++) {
      words[i + 1] = words[i] + wordAt(folded, i);
      breaks[i + 1] = breaks[i] + (breaksAt(folded, i) ? 1 : 0);
      digits[i + 1] = digits[i] + (Folding.isDigit(folded.at(i)) ? 1 : 0);
    }
    return new Distances(words, breaks, digits);
  }

  int words(int from, int to) {
    return from < to ? words[to] - words[from] : 0;
  }

  int breaks(int from, int to) {
    return from < to ? breaks[to] - breaks[from] : 0;
  }

  int digits(int from, int to) {
    return from < to ? digits[to] - digits[from] : 0;
  }

  private static int wordAt(Folded folded, int index) {
    char c = folded.at(index);
    if (!Folding.isWord(c)) {
      return 0;
    }
    if (Folding.isDense(c)) {
      return 1;
    }
    char before = folded.at(index - 1);
    return Folding.isWord(before) || before == '\'' ? 0 : WORD;
  }

  private static boolean breaksAt(Folded folded, int index) {
    return switch (folded.at(index)) {
      case '\n' -> !Character.isLowerCase(folded.at(index + 1));
      case '。', '！', '？', '।', '؟', '۔', '።', '။', '។' -> true;
      case '!', '?' -> true;
      case '.' -> endsSentence(folded, index);
      default -> false;
    };
  }

  /** Not within "a.b", "ACME.COM", "1.5", nor in "Rs. 500" or "etc. and". */
  private static boolean endsSentence(Folded folded, int dot) {
    char next = folded.at(dot + 1);
    if (next == '\n') {
      return true;
    }
    if (next != ' ') {
      return Character.isUpperCase(next) && Character.isLowerCase(folded.at(dot + 2));
    }
    char first = folded.at(dot + 2);
    boolean shortened = !Folding.isWord(folded.at(dot - 3)) || !Folding.isWord(folded.at(dot - 2));
    return !Character.isLowerCase(first) && !(shortened && Folding.isDigit(first));
  }
}
