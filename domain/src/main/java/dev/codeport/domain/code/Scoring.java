package dev.codeport.domain.code;

import java.util.List;

/**
 * Weighs a sighting: the word that names a code counts for it, less for every word, sentence end
 * and number between, and the word that names something else counts against it.
 */
final class Scoring {
  /** From here on a sighting is believed. */
  static final int BELIEVED = 30;

  /** So little that nothing makes up for it. */
  static final int HOPELESS = -1000;

  private static final int LABELS_LOOKED_AT = 4;
  private static final int RIGHT_BESIDE = 15;
  private static final int ONE_WORD_OFF = 8;
  private static final int PER_NUMBER = 12;
  private static final int CLAIMED = 25;
  private static final int FULL_PRICE = 5 * Distances.WORD;

  private final Folded folded;
  private final Words words;
  private final Distances distances;
  private final List<Label> labels;

  Scoring(Folded folded, Words words, Distances distances) {
    this.folded = folded;
    this.words = words;
    this.distances = distances;
    this.labels = Labels.in(words, distances);
  }

  /** How the best word beside a sighting supports it. */
  record Support(int score, boolean before, boolean strong, int distance) {
    static final Support NONE = new Support(HOPELESS, true, false, Integer.MAX_VALUE);

    Support or(Support other) {
      return other.score > score ? other : this;
    }
  }

  int score(Sighting sighting, Support support) {
    if (support.score == HOPELESS) {
      return HOPELESS;
    }
    return support.score
        + Likelihood.of(sighting, folded)
        - mood(support)
        - decoy(sighting)
        + caution();
  }

  Support support(Sighting sighting) {
    int first = firstFrom(sighting.start());
    var best = Support.NONE;
    for (int i = first - 1; i >= Math.max(0, first - LABELS_LOOKED_AT); i--) {
      best = best.or(before(labels.get(i), sighting));
    }
    for (int i = first; i < Math.min(labels.size(), first + LABELS_LOOKED_AT); i++) {
      best = best.or(after(labels.get(i), sighting));
    }
    return best;
  }

  private Support before(Label label, Sighting sighting) {
    if (label.end() > sighting.start()) {
      return Support.NONE;
    }
    int gap = distances.words(label.end(), sighting.start());
    int breaks = Math.min(2, distances.breaks(label.end(), sighting.start()));
    int score =
        label.weight()
            - far(gap)
            - (gap == 0 ? 2 : 20) * breaks
            - PER_NUMBER * distances.numbers(label.end(), sighting.start())
            + closeness(gap);
    return new Support(score, true, label.strong(), gap);
  }

  private Support after(Label label, Sighting sighting) {
    if (label.start() < sighting.end()) {
      return Support.NONE;
    }
    int gap = distances.words(sighting.end(), label.start());
    int score =
        label.weight()
            - 6
            - far(gap)
            - 25 * distances.breaks(sighting.end(), label.start())
            - PER_NUMBER * distances.numbers(sighting.end(), label.start())
            - (isClaimed(label) ? CLAIMED : 0)
            + (gap <= 2 * Distances.WORD ? ONE_WORD_OFF : 0);
    return new Support(score, false, label.strong(), gap);
  }

  /** Four for each of the first five words, two for any further one, thirty at most. */
  private static int far(int gap) {
    int near = Math.min(gap, FULL_PRICE);
    return Math.min(30, (4 * near + 2 * (gap - near)) / Distances.WORD);
  }

  private static int closeness(int gap) {
    if (gap == 0) {
      return RIGHT_BESIDE;
    }
    return gap <= Distances.WORD ? ONE_WORD_OFF : 0;
  }

  /** A word with a number of its own right behind does not speak for the number before it. */
  private boolean isClaimed(Label label) {
    int end = Math.min(folded.length(), label.end() + 6);
    return distances.numbers(label.end(), end) > 0 && distances.words(label.end(), end) == 0;
  }

  private int mood(Support support) {
    int against = 0;
    if (words.any(Kind.PROMO)) {
      against += support.strong ? 12 : 40;
    }
    if (words.any(Kind.LEDGER)) {
      against += support.strong ? 15 : 40;
    }
    return against;
  }

  private int caution() {
    return words.any(Kind.CAUTION) ? 8 : 0;
  }

  /** What the word that names something else takes away, unless a better word stands nearer. */
  int decoy(Sighting sighting) {
    var decoy = words.lastBefore(Kind.DECOY, sighting.start());
    if (decoy.isEmpty()) {
      return 0;
    }
    int end = decoy.get().end();
    int gap = distances.words(end, sighting.start());
    boolean near =
        gap <= Distances.WORD
            && distances.breaks(end, sighting.start()) == 0
            && distances.digits(end, sighting.start()) == 0;
    if (!near || isLabelBetween(decoy.get(), sighting)) {
      return 0;
    }
    return gap == 0 ? 40 : 25;
  }

  private boolean isLabelBetween(Hit decoy, Sighting sighting) {
    int last = firstFrom(sighting.start()) - 1;
    return last >= 0 && labels.get(last).end() >= decoy.end();
  }

  private int firstFrom(int index) {
    int low = 0;
    int high = labels.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (labels.get(middle).start() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
