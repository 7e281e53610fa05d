package dev.codeport.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a tier by how asking it turned out; the newer an outcome the more it counts, so
 * that counts are fractions.
 *
 * @param arrived numbers that brought an SMS
 * @param missed numbers that brought none
 * @param refused how often there was no number
 * @param waited how long all that brought an SMS were waited for together, in seconds
 * @param declared the share of numbers that bring an SMS as the vendor itself says, 0 to 1; none
 *     when it does not say, which is not zero
 */
public record Tally(
    double arrived, double missed, double refused, double waited, Optional<Double> declared) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, Optional.empty());

  /** More outcomes than these of one tier tell nothing new; what is older is left out. */
  public static final int NEWEST = 100;

  /** A refusal costs a moment, not minutes: so many of one number without an SMS. */
  private static final double REFUSAL = 0.25;

  /** A vendor's own word counts as much as so many numbers. */
  private static final double WORD = 4;

  public Tally {
    if (arrived < 0 || missed < 0 || refused < 0 || waited < 0) {
      throw new IllegalArgumentException("a tally counts nothing below zero");
    }
    if (declared.filter(rate -> !(rate >= 0 && rate <= 1)).isPresent()) {
      throw new IllegalArgumentException("a declared rate is 0 to 1");
    }
  }

  /**
   * Counted from the newest {@link #NEWEST} outcomes of one tier.
   *
   * @param newest the newest first
   * @param halfLife after which an outcome counts half as much
   */
  public static Tally of(List<Outcome> newest, Instant now, Duration halfLife) {
    var tally = NONE;
    for (var outcome : newest.subList(0, Math.min(NEWEST, newest.size()))) {
      tally = tally.and(outcome, weight(outcome, now, halfLife));
    }
    return tally;
  }

  private static double weight(Outcome outcome, Instant now, Duration halfLife) {
    var age = Duration.between(outcome.at(), now);
    return age.isNegative() ? 1 : Math.pow(0.5, (double) age.toMillis() / halfLife.toMillis());
  }

  private Tally and(Outcome outcome, double weight) {
    return switch (outcome.result()) {
      case ARRIVED ->
          new Tally(
              arrived + weight,
              missed,
              refused,
              waited + weight * outcome.waited().toMillis() / 1000.0,
              declared);
      case MISSED -> new Tally(arrived, missed + weight, refused, waited, declared);
      case REFUSED -> new Tally(arrived, missed, refused + weight, waited, declared);
    };
  }

  public Tally declaring(Optional<Double> rate) {
    return new Tally(arrived, missed, refused, waited, rate);
  }

  /** By how many numbers it is judged; a refusal counts for a part of one. */
  public double sample() {
    return arrived + against();
  }

  /** The share that brought an SMS; none without a sample. */
  public Optional<Double> rate() {
    return sample() > 0 ? Optional.of(arrived / sample()) : Optional.empty();
  }

  /** What can be relied on (Wilson, 95 %); 0 without a sample. */
  public double lowerBound() {
    return Wilson.lowerBound(arrived, sample());
  }

  /** How long it usually takes, in seconds; none when no SMS came yet. */
  public Optional<Double> usualWait() {
    return arrived > 0 ? Optional.of(waited / arrived) : Optional.empty();
  }

  /** What may be believed of its rate: all that was seen, and a little of what the vendor says. */
  public Beta belief() {
    return new Beta(
        1 + arrived + declared.orElse(0.0) * WORD,
        1 + against() + declared.map(rate -> 1 - rate).orElse(0.0) * WORD);
  }

  private double against() {
    return missed + refused * REFUSAL;
  }
}
