package dev.codeport.domain.code;

/** How much a number looks like an order, an account, a phone: by the word right before it. */
final class Decoys {
  private static final int RIGHT_BEFORE = 40;
  private static final int ONE_WORD_BEFORE = 25;

  private final Words words;
  private final Labels labels;
  private final Distances distances;

  Decoys(Words words, Labels labels, Distances distances) {
    this.words = words;
    this.labels = labels;
    this.distances = distances;
  }

  /** What is to be taken from a score: nothing if a word that names a code stands nearer. */
  int penalty(Sighting sighting) {
    return words
        .lastBefore(Kind.DECOY, sighting.start())
        .filter(decoy -> isNear(decoy.end(), sighting.start()))
        .filter(decoy -> !isLabelBetween(decoy, sighting))
        .map(decoy -> distances.words(decoy.end(), sighting.start()))
        .map(gap -> gap == 0 ? RIGHT_BEFORE : ONE_WORD_BEFORE)
        .orElse(0);
  }

  private boolean isNear(int from, int to) {
    return distances.words(from, to) <= Distances.WORD
        && distances.breaks(from, to) == 0
        && distances.digits(from, to) == 0;
  }

  private boolean isLabelBetween(Hit decoy, Sighting sighting) {
    return labels
        .lastBefore(sighting.start())
        .filter(label -> label.end() >= decoy.end())
        .isPresent();
  }
}
