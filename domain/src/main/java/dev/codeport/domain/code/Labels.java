package dev.codeport.domain.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The words that name a code, without those that name a discount, a prize, a parcel. */
final class Labels {
  private static final int STRONG = 60;
  private static final int PLAIN = 42;
  private static final int QUALIFIED = 15;

  private final Words words;
  private final Distances distances;
  private final List<Label> inOrder = new ArrayList<>();

  private Labels(Words words, Distances distances) {
    this.words = words;
    this.distances = distances;
  }

  static Labels in(Words words, Distances distances) {
    var labels = new Labels(words, distances);
    words.all(Kind.STRONG).forEach(labels::weigh);
    words.all(Kind.LABEL).forEach(labels::weigh);
    labels.inOrder.sort(Comparator.comparingInt(Label::start).thenComparingInt(Label::end));
    return labels;
  }

  /** At most {@code most} labels that start before {@code index}, the nearest first. */
  List<Label> before(int index, int most) {
    int first = firstFrom(index);
    return inOrder.subList(Math.max(0, first - most), first).reversed();
  }

  /** At most {@code most} labels that start at or after {@code index}. */
  List<Label> from(int index, int most) {
    int first = firstFrom(index);
    return inOrder.subList(first, Math.min(inOrder.size(), first + most));
  }

  Optional<Label> lastBefore(int index) {
    return before(index, 1).stream().findFirst();
  }

  private void weigh(Hit hit) {
    if (!isSpoiled(hit)) {
      boolean strong = hit.kind() == Kind.STRONG;
      boolean qualified = isNear(Kind.ACT, hit, 3 * Distances.WORD);
      int weight = (strong ? STRONG : PLAIN) + (qualified ? QUALIFIED : 0);
      inOrder.add(new Label(hit.start(), hit.end(), strong, weight));
    }
  }

  private boolean isSpoiled(Hit hit) {
    int reach = hit.kind() == Kind.STRONG ? 0 : Distances.WORD;
    boolean within =
        words
            .firstAfter(Kind.SPOILER, hit.start())
            .filter(spoiler -> spoiler.start() < hit.end())
            .isPresent();
    return within || isNear(Kind.SPOILER, hit, reach);
  }

  private boolean isNear(Kind kind, Hit hit, int reach) {
    boolean before =
        words
            .lastBefore(kind, hit.start())
            .filter(word -> isNear(word.end(), hit.start(), reach))
            .isPresent();
    boolean after =
        words
            .firstAfter(kind, hit.end())
            .filter(word -> isNear(hit.end(), word.start(), reach))
            .isPresent();
    return before || after;
  }

  private boolean isNear(int from, int to, int reach) {
    return distances.words(from, to) <= reach
        && distances.breaks(from, to) == 0
        && distances.digits(from, to) == 0;
  }

  private int firstFrom(int index) {
    int low = 0;
    int high = inOrder.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (inOrder.get(middle).start() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
