package dev.codeport.domain.code;

import java.util.List;
import java.util.Optional;

/** What the characters and words right beside a number say it is, when it is no code. */
final class Neighbours {
  /** One reason for passing a number over: its name, or nothing. */
  private interface Rule {
    Optional<String> refuse(Sighting sighting);
  }

  private final Folded folded;
  private final Words words;
  private final Distances distances;
  private final List<Rule> rules =
      List.of(
          this::length,
          this::masked,
          this::part,
          this::money,
          this::quantity,
          this::date,
          this::shortNumber);

  Neighbours(Folded folded, Words words, Distances distances) {
    this.folded = folded;
    this.words = words;
    this.distances = distances;
  }

  /** The sighting as it is, or passed over. */
  Sighting judge(Sighting sighting) {
    if (!sighting.isViable() || sighting.shape() == Shape.LETTERS) {
      return sighting;
    }
    return rules.stream()
        .flatMap(rule -> rule.refuse(sighting).stream())
        .findFirst()
        .map(sighting::passedOver)
        .orElse(sighting);
  }

  private Optional<String> length(Sighting sighting) {
    int length = sighting.value().length();
    boolean fits = length >= 3 && length <= 10;
    return reason("length", !fits);
  }

  private Optional<String> masked(Sighting sighting) {
    int before = sighting.start() - 1;
    char near = folded.at(before);
    char far = near == ' ' ? folded.at(before - 1) : near;
    boolean isMask = isMask(far) || (near == '.' && folded.at(before - 1) == '.');
    boolean crossed = near == ' ' && (far == 'X' || far == 'x') && isCross(folded.at(before - 2));
    boolean bold = near == '*' && folded.at(sighting.end()) == '*';
    boolean behind = isMask(folded.at(sighting.end())) || folded.at(sighting.end()) == '#';
    return reason("masked", !bold && (isMask || crossed || behind));
  }

  /** The end of a path: "Visa Classic/1234". */
  private Optional<String> part(Sighting sighting) {
    int before = sighting.start() - 1;
    return reason("part", folded.at(before) == '/' && Folding.isWord(folded.at(before - 1)));
  }

  private static boolean isMask(char c) {
    return c == '*' || c == '•' || c == '●' || c == '×';
  }

  private static boolean isCross(char c) {
    return c == 'x' || c == 'X';
  }

  private Optional<String> money(Sighting sighting) {
    boolean symbol = isMoneySign(before(sighting, 1)) || isMoneySign(folded.at(sighting.end()));
    return reason("money", symbol || currencyBefore(sighting) || follows(Kind.CURRENCY, sighting));
  }

  private char before(Sighting sighting, int back) {
    char near = folded.at(sighting.start() - back);
    return near == ' ' ? folded.at(sighting.start() - back - 1) : near;
  }

  private static boolean isMoneySign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /** "Rs. 500", but not the "RUB" of "6000 RUB: 123456". */
  private boolean currencyBefore(Sighting sighting) {
    return words
        .lastBefore(Kind.CURRENCY, sighting.start())
        .filter(unit -> isOnly(". ", unit.end(), sighting.start()))
        .filter(unit -> !Folding.isDigit(lastSolid(unit.start())))
        .isPresent();
  }

  private char lastSolid(int index) {
    char near = folded.at(index - 1);
    return near == ' ' ? folded.at(index - 2) : near;
  }

  private boolean isOnly(String allowed, int from, int to) {
    if (to - from > 3) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (allowed.indexOf(folded.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean follows(Kind kind, Sighting sighting) {
    return words
        .firstAfter(kind, sighting.end())
        .filter(unit -> unit.start() - sighting.end() <= (mayStandOff(unit, sighting) ? 1 : 0))
        .filter(unit -> isOnly(" ", sighting.end(), unit.start()))
        .isPresent();
  }

  /** "20m" is a quantity, "20 m" need not be; nor is "123456 am", though "123456 EUR" is. */
  private static boolean mayStandOff(Hit unit, Sighting sighting) {
    int longEnough = unit.kind() == Kind.CURRENCY ? 3 : 5;
    return unit.length() >= (sighting.value().length() < 6 ? 2 : longEnough);
  }

  private Optional<String> quantity(Sighting sighting) {
    return reason("quantity", folded.at(sighting.end()) == '%' || follows(Kind.UNIT, sighting));
  }

  private Optional<String> date(Sighting sighting) {
    boolean monthBefore =
        words
            .lastBefore(Kind.MONTH, sighting.start())
            .filter(month -> distances.words(month.end(), sighting.start()) == 0)
            .filter(month -> sighting.start() - month.end() <= 5)
            .isPresent();
    return reason("date", isYear(sighting.value()) && monthBefore);
  }

  static boolean isYear(String value) {
    return value.length() == 4 && (value.startsWith("19") || value.startsWith("20"));
  }

  /** "Text GO to 60531". */
  private Optional<String> shortNumber(Sighting sighting) {
    var to =
        words
            .lastBefore(Kind.TO, sighting.start())
            .filter(word -> isOnly(" :.", word.end(), sighting.start()));
    boolean asked =
        to.flatMap(word -> words.lastBefore(Kind.SEND, word.start()))
            .filter(send -> distances.words(send.end(), sighting.start()) <= 8 * Distances.WORD)
            .filter(send -> distances.breaks(send.end(), sighting.start()) == 0)
            .isPresent();
    return reason("short-number", asked);
  }

  private static Optional<String> reason(String name, boolean applies) {
    return applies ? Optional.of(name) : Optional.empty();
  }
}
