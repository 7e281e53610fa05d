package dev.codeport.domain.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be believed without a word for a code: the only number of a message that may be one, if
 * the rest of the message leaves no other reading.
 */
final class Alone {
  private static final int NEAR = 4 * Distances.WORD;

  private final Reading reading;
  private final Optional<Weighed> lone;

  Alone(Reading reading, List<Weighed> weighed) {
    this.reading = reading;
    this.lone = lone(weighed);
  }

  Optional<Verdict> decide() {
    return Stream.of(bare(), purpose(), warned(), forApp(), terse())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Nothing but a code in the whole message. */
  private Optional<Verdict> bare() {
    return lone.filter(one -> reading.wordCount() <= wordsWithin(one))
        .filter(one -> Folding.isAlphanumeric(reading.folded().at(reading.length() - 1)))
        .map(one -> new Verdict(one, "bare"));
  }

  private int wordsWithin(Weighed one) {
    return reading.distances().words(one.start(), one.end());
  }

  /** "Join us with 605318": no word for a code, but for what it is for. */
  private Optional<Verdict> purpose() {
    return lone.filter(one -> reading.isQuiet())
        .filter(one -> isActBefore(one) || isActAfter(one))
        .map(one -> new Verdict(one, "purpose"));
  }

  private boolean isActBefore(Weighed one) {
    return reading
        .words()
        .lastBefore(Kind.ACT, one.start())
        .filter(act -> isNear(act.end(), one.start()))
        .isPresent();
  }

  private boolean isActAfter(Weighed one) {
    return reading
        .words()
        .firstAfter(Kind.ACT, one.end())
        .filter(act -> isNear(one.end(), act.start()))
        .isPresent();
  }

  private boolean isNear(int from, int to) {
    return reading.distances().words(from, to) <= NEAR && reading.distances().breaks(from, to) == 0;
  }

  /** What nobody else may know is a code, in whatever words. */
  private Optional<Verdict> warned() {
    return lone.filter(one -> reading.isQuiet() && reading.words().any(Kind.CAUTION))
        .map(one -> new Verdict(one, "warned"));
  }

  /** The message was meant for an app that reads a code out of it. */
  private Optional<Verdict> forApp() {
    return lone.filter(one -> reading.forApp() && reading.isQuiet())
        .map(one -> new Verdict(one, "app-hash"));
  }

  /** A number and hardly a word, in a language the lexicon may not know. */
  private Optional<Verdict> terse() {
    return lone.filter(one -> reading.isQuiet() && reading.wordCount() <= mostWords(one))
        .map(one -> new Verdict(one, "terse"));
  }

  private static int mostWords(Weighed one) {
    return switch (one.sighting().value().length()) {
      case 6 -> 5 * Distances.WORD;
      case 5, 7, 8 -> 2 * Distances.WORD;
      default -> 0;
    };
  }

  private Optional<Weighed> lone(List<Weighed> weighed) {
    var possible = weighed.stream().filter(this::mayStandAlone).limit(2).toList();
    return possible.size() == 1 && isAsLongAsUsual(possible.get(0).sighting())
        ? Optional.of(possible.get(0))
        : Optional.empty();
  }

  private boolean mayStandAlone(Weighed one) {
    boolean shaped = one.sighting().shape().isNumber() || Likelihood.isScrambled(one.sighting());
    return one.isViable() && shaped && reading.decoys().penalty(one.sighting()) == 0;
  }

  private boolean isAsLongAsUsual(Sighting sighting) {
    int length = sighting.value().length();
    boolean likely = length == 4 || Likelihood.of(sighting, reading.folded()) >= 0;
    return length >= 4 && length <= 8 && likely;
  }
}
