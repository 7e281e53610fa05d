package dev.codeport.domain.code;

import java.util.regex.Pattern;

/**
 * Letters and digits without a gap between: a code, a quantity, or a word stuck to a number by a
 * careless sender.
 */
final class Runs {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 10;
  private static final int LONGEST_WORD = 20;

  private static final Pattern MASKED =
      Pattern.compile("[xX]{1,9}[0-9]{1,9}|[0-9]{1,9}[xX]{2,9}|.{0,9}[xX]{3,9}.{0,9}");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:visa|mc|mastercard|maestro|mir|card|karta|ecmc|europay|amex|rupay|sms|id|no|ref|atm)"
              + "[0-9]{1,9}",
          Pattern.CASE_INSENSITIVE);

  private final Folded folded;
  private final String text;
  private final Lexicon lexicon;

  Runs(Folded folded, Lexicon lexicon) {
    this.folded = folded;
    this.text = folded.text();
    this.lexicon = lexicon;
  }

  /** Whether the word at {@code [at, end)} names a code, so that what follows stands for itself. */
  boolean namesCode(int at, int end) {
    var word = word(at, end);
    return lexicon.knows(word, Kind.LABEL) || lexicon.knows(word, Kind.STRONG);
  }

  /** What stands at {@code [at, end)}: letters and digits, both. */
  Sighting read(int at, int end) {
    int turn = at;
    while (isDigit(turn) == isDigit(at)) {
      turn++;
    }
    boolean turnsOnce = true;
    for (int i = turn; i < end; i++) {
      turnsOnce &= isDigit(i) == isDigit(turn);
    }
    if (!turnsOnce) {
      return mixed(at, end);
    }
    return isDigit(at) ? numberThenWord(at, turn, end) : wordThenNumber(at, turn, end);
  }

  private boolean isDigit(int index) {
    return Folding.isDigit(text.charAt(index));
  }

  private Sighting numberThenWord(int at, int turn, int end) {
    var word = word(turn, end);
    if (lexicon.knows(word, Kind.UNIT) || lexicon.knows(word, Kind.CURRENCY)) {
      return number(at, turn, "").endingAt(end).passedOver("quantity");
    }
    boolean stuck = Character.isLowerCase(text.charAt(turn)) && lexicon.knows(word, Kind.JOINT);
    boolean asLongAsCodes = turn - at >= SHORTEST && turn - at <= 8;
    return stuck && asLongAsCodes ? number(at, turn, "") : mixed(at, end);
  }

  private Sighting wordThenNumber(int at, int turn, int end) {
    return lexicon.knows(word(at, turn), Kind.CURRENCY)
        ? number(turn, end, "money")
        : mixed(at, end);
  }

  private Sighting number(int at, int end, String passedOver) {
    return new Sighting(at, end, text.substring(at, end), Shape.DIGITS, passedOver);
  }

  /** A code of letters and digits, in groups perhaps. */
  Sighting mixed(int at, int end) {
    var value = text.substring(at, end).replace("-", "");
    return new Sighting(at, end, value, Shape.MIXED, passedOver(value, at, end));
  }

  private String passedOver(String value, int at, int end) {
    if (value.length() < SHORTEST || value.length() > LONGEST) {
      return "length";
    }
    if (MASKED.matcher(value).matches()) {
      return "masked";
    }
    if (NUMBERED.matcher(value).matches()) {
      return "numbered";
    }
    if (isDate(at, end)) {
      return "date";
    }
    if (folded.at(end) == ':' && value.chars().anyMatch(Character::isLowerCase)) {
      return "sender";
    }
    return isHashMark(folded.at(at - 1)) || isHashMark(folded.at(end)) ? "hash" : "";
  }

  /** "12-MAR-25", "22Feb". */
  private boolean isDate(int at, int end) {
    return lexicon.knows(word(at, end).replaceAll("[0-9 ]", ""), Kind.MONTH);
  }

  private static boolean isHashMark(char c) {
    return c == '+' || c == '/' || c == '_' || c == '@' || c == '\\';
  }

  private String word(int at, int end) {
    return folded.words().substring(at, Math.min(end, at + LONGEST_WORD));
  }
}
