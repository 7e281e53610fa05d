package dev.codeport.domain.code;

/**
 * Weighs a sighting: the word that names a code counts for it, less for every word and sentence end
 * between; the word that names something else and the mood of the message count against it.
 */
final class Scoring {
  /** From here on a sighting is believed. */
  static final int BELIEVED = 30;

  private static final int LABELS_LOOKED_AT = 4;
  private static final int RIGHT_BESIDE = 15;
  private static final int ONE_WORD_OFF = 8;
  private static final int FULL_PRICE = 5 * Distances.WORD;
  private static final int FARTHEST = 24;

  private final Folded folded;
  private final Words words;
  private final Distances distances;
  private final Labels labels;
  private final Decoys decoys;

  Scoring(Reading reading) {
    this.folded = reading.folded();
    this.words = reading.words();
    this.distances = reading.distances();
    this.labels = reading.labels();
    this.decoys = reading.decoys();
  }

  int score(Sighting sighting, Support support) {
    return support.score()
        + Likelihood.of(sighting, folded)
        + (words.any(Kind.CAUTION) ? 8 : 0)
        - mood(support)
        - decoys.penalty(sighting);
  }

  /** The best word beside a sighting. */
  Support support(Sighting sighting) {
    var best = Support.NONE;
    for (var label : labels.before(sighting.start(), LABELS_LOOKED_AT)) {
      best = best.or(before(label, sighting));
    }
    for (var label : labels.from(sighting.end(), LABELS_LOOKED_AT)) {
      best = best.or(after(label, sighting));
    }
    return best;
  }

  private Support before(Label label, Sighting sighting) {
    int from = label.end();
    int to = sighting.start();
    if (from > to) {
      return Support.NONE;
    }
    int gap = distances.words(from, to);
    int breaks = Math.min(2, distances.breaks(from, to));
    int score = label.weight() - far(gap) - (gap == 0 ? 2 : 20) * breaks + closeness(gap);
    return new Support(score, true, label.strong(), gap);
  }

  private Support after(Label label, Sighting sighting) {
    int from = sighting.end();
    int to = label.start();
    int gap = distances.words(from, to);
    int score =
        label.weight()
            - 6
            - far(gap)
            - breaksBehind(from, to)
            + (gap <= 2 * Distances.WORD ? ONE_WORD_OFF : 0);
    return new Support(score, false, label.strong(), gap);
  }

  /** A line end right behind the number is hardly a break. */
  private int breaksBehind(int from, int to) {
    int breaks = distances.breaks(from, to);
    boolean wrapped = breaks > 0 && folded.at(from) == '\n';
    return wrapped ? 25 * (breaks - 1) + 8 : 25 * breaks;
  }

  /** Four for each of the first five words, two for any further one, up to a limit. */
  private static int far(int gap) {
    int near = Math.min(gap, FULL_PRICE);
    return Math.min(FARTHEST, (4 * near + 2 * (gap - near)) / Distances.WORD);
  }

  private static int closeness(int gap) {
    if (gap == 0) {
      return RIGHT_BESIDE;
    }
    return gap <= Distances.WORD ? ONE_WORD_OFF : 0;
  }

  private int mood(Support support) {
    int against = 0;
    if (words.any(Kind.PROMO)) {
      against += support.strong() ? 12 : 40;
    }
    if (words.any(Kind.LEDGER)) {
      against += support.strong() ? 15 : 40;
    }
    return against;
  }
}
