package dev.codeport.domain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which of the sightings is the code, or that none is. */
final class Judge {
  private static final int ALONE = 8;
  private static final int NEAR = 4 * Distances.WORD;

  private final Folded folded;
  private final Words words;
  private final Distances distances;
  private final Scoring scoring;
  private final boolean appHash;
  private final boolean only;
  private final List<Weighed> weighed = new ArrayList<>();

  Judge(
      Folded folded, Words words, Distances distances, List<Sighting> sightings, boolean appHash) {
    this.folded = folded;
    this.words = words;
    this.distances = distances;
    this.scoring = new Scoring(folded, words, distances);
    this.appHash = appHash;
    this.only = sightings.stream().filter(Judge::isPossibleNumber).limit(2).count() == 1;
    sightings.forEach(sighting -> weighed.add(weigh(sighting)));
  }

  private static boolean isPossibleNumber(Sighting sighting) {
    return sighting.isViable() && sighting.shape().isNumber();
  }

  private record Weighed(Sighting sighting, Scoring.Support support, int score) {
    boolean isBelieved() {
      return score >= Scoring.BELIEVED;
    }

    String rule() {
      return support.before() ? "labelled" : "labelled-after";
    }
  }

  private record Verdict(Weighed taken, String rule) {}

  Extraction decide() {
    var verdict =
        labelled()
            .or(this::prefixed)
            .or(this::bare)
            .or(this::purpose)
            .or(this::appHash)
            .or(this::terse);
    var code = verdict.map(found -> new Code(found.taken.sighting.value()));
    var rule = verdict.map(Verdict::rule).orElseGet(this::noRule);
    return new Extraction(code, rule, candidates(verdict));
  }

  private Weighed weigh(Sighting sighting) {
    if (!sighting.isViable()) {
      return new Weighed(sighting, Scoring.Support.NONE, 0);
    }
    var support = scoring.support(sighting);
    int score = fits(sighting, support) ? scoring.score(sighting, support) : Scoring.HOPELESS;
    int alone = only && isQuiet() && sighting.shape().isNumber() ? ALONE : 0;
    return new Weighed(sighting, support, Math.max(score + alone, 0));
  }

  /** A number may stand anywhere; letters must be called a code. */
  private boolean fits(Sighting sighting, Scoring.Support support) {
    return switch (sighting.shape()) {
      case DIGITS, GROUPED, SPACED, PREFIXED -> true;
      case MIXED -> isCalledCode(sighting, support);
      case LETTERS -> isNamedLetters(sighting, support);
    };
  }

  private boolean isCalledCode(Sighting sighting, Scoring.Support support) {
    if (words.any(Kind.PROMO) && !support.strong()) {
      return false;
    }
    if (support.before()) {
      return support.distance() <= Distances.WORD;
    }
    boolean opens = distances.words(0, sighting.start()) == 0;
    return opens && support.distance() <= NEAR;
  }

  private boolean isNamedLetters(Sighting sighting, Scoring.Support support) {
    char next = folded.at(sighting.end());
    boolean ends = sighting.end() == folded.length() || next == '.' || next == '\n';
    boolean quiet = folded.text().chars().anyMatch(Character::isLowerCase);
    return support.before()
        && support.distance() <= Distances.WORD
        && distances.breaks(Math.max(0, sighting.start() - 6), sighting.start()) == 0
        && ends
        && quiet
        && !words.any(Kind.PROMO);
  }

  private Optional<Verdict> labelled() {
    Optional<Weighed> best = Optional.empty();
    for (var one : weighed) {
      if (one.isBelieved() && best.filter(other -> other.score >= one.score).isEmpty()) {
        best = Optional.of(one);
      }
    }
    return best.map(one -> new Verdict(one, one.rule()));
  }

  private Optional<Verdict> prefixed() {
    return weighed.stream()
        .filter(one -> one.sighting.isViable() && Likelihood.isGoogle(one.sighting, folded))
        .findFirst()
        .map(one -> new Verdict(one, "prefixed"));
  }

  /** Nothing but a number in the whole message. */
  private Optional<Verdict> bare() {
    return lone()
        .filter(one -> distances.words(0, folded.length()) == 0)
        .filter(one -> Folding.isAlphanumeric(folded.at(folded.length() - 1)))
        .map(one -> new Verdict(one, "bare"));
  }

  /** "Register with 123456": no word for a code, but for what it is for. */
  private Optional<Verdict> purpose() {
    return lone()
        .filter(one -> isQuiet())
        .filter(
            one ->
                isNear(words.lastBefore(Kind.ACT, one.sighting.start()), one)
                    || isNear(words.firstAfter(Kind.ACT, one.sighting.end()), one))
        .map(one -> new Verdict(one, "purpose"));
  }

  private boolean isNear(Optional<Hit> act, Weighed one) {
    return act.filter(
            hit -> {
              int from = Math.min(hit.end(), one.sighting.end());
              int to = Math.max(hit.start(), one.sighting.start());
              return distances.words(from, to) <= NEAR && distances.breaks(from, to) == 0;
            })
        .isPresent();
  }

  /** The message was meant for an app that reads a code out of it. */
  private Optional<Verdict> appHash() {
    return lone().filter(one -> appHash && isQuiet()).map(one -> new Verdict(one, "app-hash"));
  }

  /** Six digits and hardly a word, in a language the lexicon may not know. */
  private Optional<Verdict> terse() {
    return lone()
        .filter(one -> isQuiet() && one.sighting.value().length() == 6)
        .filter(one -> distances.words(0, folded.length()) <= 5 * Distances.WORD)
        .map(one -> new Verdict(one, "terse"));
  }

  private boolean isQuiet() {
    return !words.any(Kind.PROMO) && !words.any(Kind.LEDGER) && !words.any(Kind.SPOILER);
  }

  /** The only number that may be a code, if no other word claims it. */
  private Optional<Weighed> lone() {
    Optional<Weighed> only = Optional.empty();
    for (var one : weighed) {
      if (isPossibleNumber(one.sighting)) {
        if (only.isPresent()) {
          return Optional.empty();
        }
        only = Optional.of(one);
      }
    }
    return only.filter(
            one -> one.sighting.value().length() >= 4 && one.sighting.value().length() <= 8)
        .filter(
            one -> Likelihood.of(one.sighting, folded) >= 0 || one.sighting.value().length() == 4)
        .filter(one -> scoring.decoy(one.sighting) == 0);
  }

  private String noRule() {
    boolean seen = weighed.stream().anyMatch(one -> one.sighting.isViable());
    if (!seen) {
      return "no-candidate";
    }
    if (words.any(Kind.PROMO)) {
      return "marketing";
    }
    return words.any(Kind.LEDGER) ? "report" : "no-context";
  }

  private List<Candidate> candidates(Optional<Verdict> verdict) {
    return weighed.stream()
        .filter(one -> one.sighting.shape() != Shape.LETTERS || one.score > 0)
        .limit(Extraction.MOST_CANDIDATES)
        .map(one -> candidate(one, verdict))
        .toList();
  }

  private static Candidate candidate(Weighed one, Optional<Verdict> verdict) {
    var reason =
        verdict
            .filter(found -> found.taken.equals(one))
            .map(Verdict::rule)
            .orElseGet(() -> whyNot(one));
    return new Candidate(one.sighting.value(), reason, one.score);
  }

  private static String whyNot(Weighed one) {
    if (!one.sighting.isViable()) {
      return one.sighting.passedOver();
    }
    return one.isBelieved() ? "weaker" : "no-context";
  }
}
