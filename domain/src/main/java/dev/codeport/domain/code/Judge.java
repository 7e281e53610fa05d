package dev.codeport.domain.code;

import java.util.List;
import java.util.Optional;

/** Decides which of the sightings is the code, or that none is. */
final class Judge {
  /** What a number gains by being the only one. */
  private static final int ALONE = 8;

  private final Reading reading;
  private final Scoring scoring;
  private final Spelling spelling;
  private final int bonus;
  private final List<Weighed> weighed;

  private Judge(Reading reading) {
    this.reading = reading;
    this.scoring = new Scoring(reading);
    this.spelling = new Spelling(reading);
    this.bonus = reading.isQuiet() && reading.numbers().size() == 1 ? ALONE : 0;
    this.weighed = reading.sightings().stream().map(this::weigh).toList();
  }

  static Extraction judge(Reading reading) {
    return new Judge(reading).decide();
  }

  private Extraction decide() {
    var verdict = labelled().or(this::prefixed).or(() -> new Alone(reading, weighed).decide());
    var rule = verdict.map(Verdict::rule).orElseGet(this::whyNone);
    return new Extraction(verdict.map(Verdict::code), rule, candidates(verdict));
  }

  private Weighed weigh(Sighting sighting) {
    if (!sighting.isViable()) {
      return new Weighed(sighting, Support.NONE, 0);
    }
    var support = scoring.support(sighting);
    if (support.isNone() || !spelling.allows(sighting, support)) {
      return new Weighed(sighting, support, 0);
    }
    int score = scoring.score(sighting, support) + (sighting.shape().isNumber() ? bonus : 0);
    return new Weighed(sighting, support, Math.max(score, 0));
  }

  private Optional<Verdict> labelled() {
    Optional<Weighed> best = Optional.empty();
    for (var one : weighed) {
      if (one.isBelieved() && best.filter(other -> other.score() >= one.score()).isEmpty()) {
        best = Optional.of(one);
      }
    }
    return best.map(
        one -> new Verdict(one, one.support().before() ? "labelled" : "labelled-after"));
  }

  private Optional<Verdict> prefixed() {
    return weighed.stream()
        .filter(Weighed::isViable)
        .filter(one -> Likelihood.isGoogle(one.sighting(), reading.folded()))
        .findFirst()
        .map(one -> new Verdict(one, "prefixed"));
  }

  private String whyNone() {
    if (weighed.stream().noneMatch(Weighed::isViable)) {
      return "no-candidate";
    }
    if (reading.words().any(Kind.PROMO)) {
      return "marketing";
    }
    return reading.words().any(Kind.LEDGER) ? "report" : "no-context";
  }

  private List<Candidate> candidates(Optional<Verdict> verdict) {
    return weighed.stream()
        .filter(one -> one.sighting().shape() != Shape.LETTERS || one.score() > 0)
        .limit(Extraction.MOST_CANDIDATES)
        .map(one -> new Candidate(one.sighting().value(), reason(one, verdict), one.score()))
        .toList();
  }

  private static String reason(Weighed one, Optional<Verdict> verdict) {
    if (!one.isViable()) {
      return one.sighting().passedOver();
    }
    return verdict
        .filter(found -> found.taken().equals(one))
        .map(Verdict::rule)
        .orElse(one.isBelieved() ? "weaker" : "no-context");
  }
}
