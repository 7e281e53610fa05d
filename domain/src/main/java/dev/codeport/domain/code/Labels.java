package dev.codeport.domain.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the words that name a code and drops those that name a discount, a prize, a parcel. */
final class Labels {
  private static final int STRONG = 60;
  private static final int PLAIN = 42;
  private static final int QUALIFIED = 15;

  private final Words words;
  private final Distances distances;

  private Labels(Words words, Distances distances) {
    this.words = words;
    this.distances = distances;
  }

  /** In the order of the message. */
  static List<Label> in(Words words, Distances distances) {
    var labels = new Labels(words, distances);
    var found = new ArrayList<Label>();
    words.all(Kind.STRONG).forEach(hit -> labels.weigh(hit, found));
    words.all(Kind.LABEL).forEach(hit -> labels.weigh(hit, found));
    found.sort(Comparator.comparingInt(Label::start).thenComparingInt(Label::end));
    return found;
  }

  private void weigh(Hit hit, List<Label> found) {
    boolean strong = hit.kind() == Kind.STRONG;
    if (!isSpoiled(hit)) {
      boolean qualified = isNear(Kind.ACT, hit, 3 * Distances.WORD);
      int weight = (strong ? STRONG : PLAIN) + (qualified ? QUALIFIED : 0);
      found.add(new Label(hit.start(), hit.end(), strong, weight));
    }
  }

  private boolean isSpoiled(Hit hit) {
    int reach = hit.kind() == Kind.STRONG ? 0 : Distances.WORD;
    return words
            .firstAfter(Kind.SPOILER, hit.start())
            .filter(s -> s.start() < hit.end())
            .isPresent()
        || isNear(Kind.SPOILER, hit, reach);
  }

  private boolean isNear(Kind kind, Hit hit, int reach) {
    return words
            .lastBefore(kind, hit.start())
            .filter(w -> near(w.end(), hit.start(), reach))
            .isPresent()
        || words
            .firstAfter(kind, hit.end())
            .filter(w -> near(hit.end(), w.start(), reach))
            .isPresent();
  }

  private boolean near(int from, int to, int reach) {
    return distances.words(from, to) <= reach
        && distances.breaks(from, to) == 0
        && distances.numbers(from, to) == 0;
  }
}
