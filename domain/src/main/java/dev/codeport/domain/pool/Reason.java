package dev.codeport.domain.pool;

import dev.codeport.domain.money.Money;
import java.util.Optional;

/**
 * Why a route was asked when it was: what its policy saw of it. Rates are rounded to four decimals.
 *
 * @param place in which it stood; 1 is asked first
 * @param among how many routes there were to choose from
 * @param ground what put it there
 * @param price what the customer would have paid
 * @param sample by how many numbers it was judged, newer ones counting more
 * @param rate the share of them that brought an SMS; none without a sample
 * @param lowerBound what of that can be relied on
 * @param declared the same share as the vendor says it, if it does
 * @param drawn the value that was compared, where chance has a part in it
 */
public record Reason(
    RoutingPolicy policy,
    int place,
    int among,
    Ground ground,
    Money price,
    double sample,
    Optional<Double> rate,
    double lowerBound,
    Optional<Double> declared,
    Optional<Double> drawn) {
  /** What put a route where it stood. */
  public enum Ground {
    /** The policy's own order. */
    RANKED,
    /** The customer prefers its vendor. */
    PREFERRED,
    /** Too little is known of it, and this order is one of the few that find out. */
    EXPLORED
  }

  public Reason {
    if (place < 1 || among < place) {
      throw new IllegalArgumentException("a place is 1 to the number of routes");
    }
    sample = rounded(sample);
    rate = rate.map(Reason::rounded);
    lowerBound = rounded(lowerBound);
    declared = declared.map(Reason::rounded);
    drawn = drawn.map(Reason::rounded);
  }

  static Reason of(RoutingPolicy policy, int place, int among, Ranked ranked, Ground ground) {
    var tally = ranked.route().tally();
    return new Reason(
        policy,
        place,
        among,
        ground,
        ranked.route().price(),
        tally.sample(),
        tally.rate(),
        tally.lowerBound(),
        tally.declared(),
        ranked.drawn());
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
