package dev.codeport.domain.code;

import java.util.Locale;

/** How likely a code is to be written in a certain way, before any word around it is read. */
final class Likelihood {
  private static final int[] BY_LENGTH = {0, 0, 0, -30, 6, 8, 12, 3, 4, -8, -20};

  private Likelihood() {}

  static int of(Sighting sighting, Folded folded) {
    int likely =
        switch (sighting.shape()) {
          case DIGITS -> digits(sighting.value());
          case GROUPED -> grouped(sighting);
          case SPACED -> 10;
          case PREFIXED -> isGoogle(sighting, folded) ? 14 : 4;
          case MIXED -> isScrambled(sighting) ? 8 : mixed(sighting.value());
          case LETTERS -> -15;
        };
    return isNumbered(folded.at(sighting.start() - 1)) ? likely - 15 : likely;
  }

  /** {@code G-123456} is a code even where no word says so. */
  static boolean isGoogle(Sighting sighting, Folded folded) {
    return sighting.shape() == Shape.PREFIXED
        && sighting.value().length() == 6
        && folded.at(sighting.start()) == 'G'
        && folded.at(sighting.start() + 1) == '-';
  }

  private static int digits(String value) {
    int likely = value.length() < BY_LENGTH.length ? BY_LENGTH[value.length()] : -40;
    return Neighbours.isYear(value) ? likely - 10 : likely;
  }

  private static int grouped(Sighting sighting) {
    int length = sighting.value().length();
    int written = sighting.end() - sighting.start();
    boolean even = length == 6 && (written == 7 || written == 8 || written == 9);
    if (even) {
      return 12;
    }
    return length == 8 && written == 9 ? 4 : -10;
  }

  private static int mixed(String value) {
    boolean upper = value.chars().anyMatch(Character::isUpperCase);
    boolean lower = value.chars().anyMatch(Character::isLowerCase);
    return upper && lower ? -22 : 0;
  }

  /** Capitals and digits in no order, as no name or model has them: {@code K7QX2F}. */
  static boolean isScrambled(Sighting sighting) {
    var value = sighting.value();
    if (sighting.shape() != Shape.MIXED || value.length() < 5 || value.length() > 8) {
      return false;
    }
    int turns = 0;
    for (int i = 1; i < value.length(); i++) {
      turns += Folding.isDigit(value.charAt(i)) == Folding.isDigit(value.charAt(i - 1)) ? 0 : 1;
    }
    return turns >= 2 && value.equals(value.toUpperCase(Locale.ROOT));
  }

  private static boolean isNumbered(char before) {
    return before == '#' || before == '№';
  }
}
