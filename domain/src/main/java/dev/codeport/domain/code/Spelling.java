package dev.codeport.domain.code;

/** Whether letters may be a code: unlike a number, they must plainly be called one. */
final class Spelling {
  private static final int NEAR = 4 * Distances.WORD;

  private final Folded folded;
  private final Words words;
  private final Distances distances;
  private final boolean shouting;

  Spelling(Reading reading) {
    this.folded = reading.folded();
    this.words = reading.words();
    this.distances = reading.distances();
    this.shouting = folded.text().chars().noneMatch(Character::isLowerCase);
  }

  boolean allows(Sighting sighting, Support support) {
    return switch (sighting.shape()) {
      case DIGITS, GROUPED, SPACED, PREFIXED -> true;
      case MIXED -> mixed(sighting, support);
      case LETTERS -> letters(sighting, support);
    };
  }

  private boolean mixed(Sighting sighting, Support support) {
    if (words.any(Kind.PROMO) && !support.strong()) {
      return false;
    }
    boolean scrambled = Likelihood.isScrambled(sighting);
    if (support.before()) {
      return support.gap() <= Distances.WORD || (scrambled && support.score() >= Scoring.BELIEVED);
    }
    boolean opens = distances.words(0, sighting.start()) == 0;
    return (opens || (scrambled && opensClause(sighting))) && support.gap() <= NEAR;
  }

  private boolean opensClause(Sighting sighting) {
    char near = folded.at(sighting.start() - 1);
    char mark = near == ' ' ? folded.at(sighting.start() - 2) : near;
    return ":.]】)\n".indexOf(mark) >= 0;
  }

  private boolean letters(Sighting sighting, Support support) {
    return support.before()
        && support.gap() <= Distances.WORD
        && endsClause(sighting)
        && !shouting
        && !words.any(Kind.PROMO);
  }

  private boolean endsClause(Sighting sighting) {
    char next = folded.at(sighting.end());
    return sighting.end() == folded.length() || next == '.' || next == '\n';
  }
}
