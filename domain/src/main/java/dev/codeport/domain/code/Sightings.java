package dev.codeport.domain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a message once from left to right and notes everything that could be a code. */
final class Sightings {
  private static final int SHORTEST = 3;

  private static final Pattern USSD = Pattern.compile("[*#][0-9]{1,12}(?:[*#][0-9]{0,20}){1,12}");
  private static final Pattern BOLD =
      Pattern.compile("(?:[0-9]{4,10}|[0-9]{3}[ -][0-9]{3})(?=\\*(?![*#0-9]))");
  private static final Pattern IN_LINK = Pattern.compile("[0-9]{4,10}(?![0-9])");
  private static final Pattern PREFIXED = Pattern.compile("[A-Z]{1,5}-[0-9]{4,8}(?![A-Za-z0-9-])");
  private static final Pattern GROUPS =
      Pattern.compile("[A-Z0-9]{2,5}(?:-[A-Z0-9]{2,5}){1,2}(?![A-Za-z0-9-])");
  private static final Pattern CAPITALS =
      Pattern.compile("(?:[A-Z]{4,8}|[A-Z]{3,4}-[A-Z]{3,4})(?![A-Za-z0-9-])");

  private final Folded folded;
  private final String text;
  private final Links links;
  private final Runs runs;
  private final List<Sighting> found = new ArrayList<>();

  private Sightings(Folded folded, Links links, Lexicon lexicon) {
    this.folded = folded;
    this.text = folded.text();
    this.links = links;
    this.runs = new Runs(folded, lexicon);
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
      return link(at, links.leave(at));
    }
    if (Folding.isDigit(c)) {
      return number(at);
    }
    if (Folding.isLatin(c)) {
      return letters(at);
    }
    return switch (c) {
      case '*', '#' -> dialled(at);
      case '+', '(' -> NumberShape.plainAt(text, at).map(this::note).orElse(at + 1);
      default -> at + 1;
    };
  }

  private int note(Sighting sighting) {
    if (sighting.value().length() >= SHORTEST) {
      found.add(sighting);
    }
    return sighting.end();
  }

  /** Numbers in links are told, though never taken. */
  private int link(int at, int end) {
    for (int i = at; i < end; i++) {
      var number = at(IN_LINK, i);
      if (!Folding.isAlphanumeric(folded.at(i - 1)) && number.lookingAt()) {
        note(new Sighting(i, number.end(), number.group(), Shape.DIGITS, "link"));
      }
    }
    return end;
  }

  private int dialled(int at) {
    var ussd = at(USSD, at);
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
    var groups = at(GROUPS, at);
    if (groups.lookingAt() && hasLetter(groups.group())) {
      return note(runs.mixed(at, groups.end()));
    }
    int end = endOfRun(at);
    return hasLetter(text.substring(at, end))
        ? note(runs.read(at, end))
        : note(NumberShape.codeAt(text, at).orElseThrow());
  }

  /** "*123456*", as messengers set a code in bold. */
  private boolean isBold(int at) {
    char before = folded.at(at - 2);
    return folded.at(at - 1) == '*'
        && before != '*'
        && !Folding.isAlphanumeric(before)
        && at(BOLD, at).lookingAt();
  }

  private int letters(int at) {
    int turn = endOfLetters(at);
    boolean numberFollows = folded.at(turn) == '-' || Folding.isDigit(folded.at(turn));
    if (numberFollows && runs.namesCode(at, turn)) {
      return turn;
    }
    var prefixed = at(PREFIXED, at);
    if (prefixed.lookingAt()) {
      var digits = text.substring(text.indexOf('-', at) + 1, prefixed.end());
      return note(new Sighting(at, prefixed.end(), digits, Shape.PREFIXED, ""));
    }
    var groups = at(GROUPS, at);
    if (groups.lookingAt() && hasDigit(groups.group())) {
      return note(runs.mixed(at, groups.end()));
    }
    int end = endOfRun(at);
    if (end > turn) {
      return note(runs.read(at, end));
    }
    var capitals = at(CAPITALS, at);
    if (capitals.lookingAt()) {
      var value = capitals.group().replace("-", "");
      return note(new Sighting(at, capitals.end(), value, Shape.LETTERS, ""));
    }
    return end;
  }

  private Matcher at(Pattern pattern, int at) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  private int endOfLetters(int at) {
    int end = at;
    while (end < text.length() && Folding.isLatin(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfRun(int at) {
    int end = at;
    while (end < text.length() && Folding.isAlphanumeric(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean hasDigit(String run) {
    return run.chars().anyMatch(c -> Folding.isDigit((char) c));
  }

  private static boolean hasLetter(String run) {
    return run.chars().anyMatch(c -> Folding.isLatin((char) c));
  }
}
