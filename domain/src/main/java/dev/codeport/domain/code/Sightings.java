package dev.codeport.domain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a message once from left to right and notes everything that could be a code. */
final class Sightings {
  private static final int SHORTEST = 3;
  private static final int LONGEST_MIXED = 10;

  private static final Pattern USSD = Pattern.compile("[*#][0-9]{1,12}(?:[*#][0-9]{0,20}){1,12}");
  private static final Pattern BOLD =
      Pattern.compile("(?:[0-9]{4,10}|[0-9]{3}[ -][0-9]{3})(?=\\*(?![*#0-9]))");
  private static final Pattern PREFIXED = Pattern.compile("[A-Z]{1,5}-[0-9]{4,8}(?![A-Za-z0-9-])");
  private static final Pattern MIXED_GROUPS =
      Pattern.compile("[A-Z0-9]{2,5}(?:-[A-Z0-9]{2,5}){1,2}(?![A-Za-z0-9-])");
  private static final Pattern CAPITALS =
      Pattern.compile("(?:[A-Z]{4,8}|[A-Z]{3,4}-[A-Z]{3,4})(?![A-Za-z0-9-])");
  private static final Pattern MASKED =
      Pattern.compile("[xX]{1,20}[0-9]{1,10}|.{0,20}[xX]{3,20}.{0,20}");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)(?:visa|mc|mastercard|maestro|mir|card|karta|ecmc|europay|amex|rupay|sms|id|no|ref|atm)[0-9]+");

  private final Folded folded;
  private final String text;
  private final Links links;
  private final Lexicon lexicon;
  private final List<Sighting> found = new ArrayList<>();

  private Sightings(Folded folded, Links links, Lexicon lexicon) {
    this.folded = folded;
    this.text = folded.text();
    this.links = links;
    this.lexicon = lexicon;
  }

  static List<Sighting> in(Folded folded, Links links, Lexicon lexicon) {
    var sightings = new Sightings(folded, links, lexicon);
    for (int at = 0; at < folded.length(); ) {
      at = sightings.read(at);
    }
    return sightings.found;
  }

  /** Notes what stands at {@code at}, if anything, and answers where to read on. */
  private int read(int at) {
    char c = text.charAt(at);
    if (links.covers(at)) {
      return leaveLink(at);
    }
    if (c == '*' || c == '#') {
      return afterUssd(at);
    }
    if (c == '+' || c == '(') {
      return NumberShape.plainAt(text, at)
          .filter(plain -> plain.end() > at)
          .map(this::note)
          .orElse(at + 1);
    }
    if (Folding.isDigit(c)) {
      return number(at);
    }
    return Folding.isLatin(c) ? letters(at) : at + 1;
  }

  private int note(Sighting sighting) {
    if (sighting.value().length() >= SHORTEST) {
      found.add(sighting);
    }
    return sighting.end();
  }

  private int leaveLink(int at) {
    int end = links.leave(at);
    for (int i = at; i < end; i++) {
      if (Folding.isDigit(text.charAt(i)) && !Folding.isAlphanumeric(folded.at(i - 1))) {
        int stop = i;
        while (stop < end && Folding.isDigit(text.charAt(stop))) {
          stop++;
        }
        if (stop - i >= 4 && stop - i <= 10) {
          note(new Sighting(i, stop, text.substring(i, stop), Shape.DIGITS, "link"));
        }
        i = stop;
      }
    }
    return end;
  }

  private int afterUssd(int at) {
    var ussd = USSD.matcher(text).region(at, text.length());
    if (ussd.lookingAt() && ussd.group().endsWith("#")) {
      return note(new Sighting(at, ussd.end(), ussd.group(), Shape.DIGITS, "dialling-code"));
    }
    return at + 1;
  }

  private int number(int at) {
    if (isBold(at)) {
      return note(NumberShape.codeAt(text, at).orElseThrow());
    }
    var plain = NumberShape.plainAt(text, at);
    if (plain.isPresent()) {
      return note(plain.get());
    }
    var groups = MIXED_GROUPS.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (groups.lookingAt() && hasLetter(at, groups.end())) {
      return noteMixed(at, groups.end());
    }
    int end = endOfRun(at);
    if (hasLetter(at, end)) {
      return mixed(at, end);
    }
    return note(NumberShape.codeAt(text, at).orElseGet(() -> tooLong(at, end)));
  }

  private Sighting tooLong(int at, int end) {
    return new Sighting(at, end, text.substring(at, end), Shape.DIGITS, "length");
  }

  private boolean isBold(int at) {
    char before = folded.at(at - 2);
    return folded.at(at - 1) == '*'
        && before != '*'
        && !Folding.isAlphanumeric(before)
        && BOLD.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt();
  }

  private int letters(int at) {
    var prefixed = PREFIXED.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (prefixed.lookingAt()) {
      int dash = text.indexOf('-', at);
      var digits = text.substring(dash + 1, prefixed.end());
      return note(new Sighting(at, prefixed.end(), digits, Shape.PREFIXED, ""));
    }
    var groups = MIXED_GROUPS.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (groups.lookingAt() && hasDigit(at, groups.end())) {
      return noteMixed(at, groups.end());
    }
    int end = endOfRun(at);
    if (hasDigit(at, end)) {
      return mixed(at, end);
    }
    var capitals = CAPITALS.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (capitals.lookingAt()) {
      var value = withoutDashes(at, capitals.end());
      return note(new Sighting(at, capitals.end(), value, Shape.LETTERS, ""));
    }
    return end;
  }

  /** Letters and digits without a gap: a code, a quantity, or a word stuck to a number. */
  private int mixed(int at, int end) {
    int turn = at;
    while (turn < end && Folding.isDigit(text.charAt(turn)) == Folding.isDigit(text.charAt(at))) {
      turn++;
    }
    boolean turnsOnce = turn < end && !turnsAgain(turn, end);
    if (turnsOnce && Folding.isDigit(text.charAt(at))) {
      return numberThenWord(at, turn, end);
    }
    if (turnsOnce) {
      return wordThenNumber(at, turn, end);
    }
    return noteMixed(at, end);
  }

  private int numberThenWord(int at, int turn, int end) {
    var word = folded.words().substring(turn, Math.min(end, turn + 20));
    boolean counted = lexicon.knows(word, Kind.UNIT) || lexicon.knows(word, Kind.CURRENCY);
    if (counted) {
      return note(new Sighting(at, end, text.substring(at, turn), Shape.DIGITS, "quantity"));
    }
    boolean stuck = Character.isLowerCase(text.charAt(turn)) && lexicon.knows(word, Kind.JOINT);
    if (stuck && turn - at >= 4 && turn - at <= 8) {
      return note(new Sighting(at, turn, text.substring(at, turn), Shape.DIGITS, ""));
    }
    return noteMixed(at, end);
  }

  private int wordThenNumber(int at, int turn, int end) {
    var word = folded.words().substring(Math.max(at, turn - 20), turn);
    if (lexicon.knows(word, Kind.LABEL) || lexicon.knows(word, Kind.STRONG)) {
      return turn;
    }
    if (lexicon.knows(word, Kind.CURRENCY)) {
      return note(new Sighting(at, end, text.substring(turn, end), Shape.DIGITS, "money"));
    }
    return noteMixed(at, end);
  }

  private int noteMixed(int at, int end) {
    var value = withoutDashes(at, end);
    return note(new Sighting(at, end, value, Shape.MIXED, mixedPassedOver(value, at, end)));
  }

  private String mixedPassedOver(String value, int at, int end) {
    if (value.length() < 4 || value.length() > LONGEST_MIXED) {
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
    boolean inHash = isHashMark(folded.at(at - 1)) || isHashMark(folded.at(end));
    return inHash ? "hash" : "";
  }

  /** "12-MAR-25", "22Feb". */
  private boolean isDate(int at, int end) {
    var letters = folded.words().substring(at, end).replaceAll("[0-9 ]", "");
    return lexicon.knows(letters, Kind.MONTH);
  }

  private static boolean isHashMark(char c) {
    return c == '+' || c == '/' || c == '_' || c == '@' || c == '\\';
  }

  private String withoutDashes(int at, int end) {
    return text.substring(at, end).replace("-", "");
  }

  private int endOfRun(int at) {
    int end = at;
    while (end < text.length() && Folding.isAlphanumeric(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean hasDigit(int at, int end) {
    return text.substring(at, end).chars().anyMatch(c -> Folding.isDigit((char) c));
  }

  private boolean hasLetter(int at, int end) {
    return text.substring(at, end).chars().anyMatch(c -> Folding.isLatin((char) c));
  }

  private boolean turnsAgain(int turn, int end) {
    boolean digit = Folding.isDigit(text.charAt(turn));
    for (int i = turn; i < end; i++) {
      if (Folding.isDigit(text.charAt(i)) != digit) {
        return true;
      }
    }
    return false;
  }
}
