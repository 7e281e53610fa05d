package dev.codeport.domain.pool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How {@code balanced} weighs what is known against what it costs, by Thompson sampling: of every
 * route's rate a value is drawn as it is believed, so that a route is tried as often as it may be
 * the best. From the value is taken what its price and its slowness are worth.
 *
 * @param leastSample by how many numbers a tier must be known to be ranked by it
 * @param explorePercent how many orders of a hundred may begin with a tier that is known less,
 *     while a known one brings a code at least every second time
 * @param costPoints how many codes in a hundred are worth as much as half the price
 * @param speedPoints how many codes in a hundred are worth as much as half the wait
 */
public record Balance(
    double leastSample, int explorePercent, double costPoints, double speedPoints) {
  public static final Balance STANDARD = new Balance(5, 5, 5, 2);

  private static final double EVEN = 0.5;

  public Balance {
    if (!(leastSample >= 0) || !(costPoints >= 0) || !(speedPoints >= 0)) {
      throw new IllegalArgumentException("a weight is not negative");
    }
    if (explorePercent < 0 || explorePercent > 100) {
      throw new IllegalArgumentException("0 to 100 of a hundred orders explore");
    }
  }

  /** The best first. Those known too little come last, unless this order explores. */
  List<Ranked> rank(List<Route> routes, Circumstances around) {
    boolean explores = explores(routes, around.random());
    var drawn = routes.stream().map(route -> draw(route, routes, around)).toList();
    return drawn.stream()
        .sorted(
            Comparator.comparing((Ranked each) -> each.isNew() && !explores)
                .thenComparing(each -> each.drawn().orElse(0.0), Comparator.reverseOrder()))
        .toList();
  }

  private boolean explores(List<Route> routes, RandomGenerator random) {
    boolean chosen = random.nextInt(100) < explorePercent;
    var best =
        routes.stream()
            .filter(this::isKnown)
            .mapToDouble(route -> route.tally().belief().mean())
            .max();
    return chosen || best.orElse(0) < EVEN;
  }

  private boolean isKnown(Route route) {
    return route.tally().sample() >= leastSample;
  }

  private Ranked draw(Route route, List<Route> all, Circumstances around) {
    double value =
        route.tally().belief().draw(around.random())
            - costPoints / 100 * doublings(price(route, around), cheapest(all, around))
            - speedPoints / 100 * slowness(route, all);
    return new Ranked(route, Optional.of(value), !isKnown(route));
  }

  private static double cheapest(List<Route> all, Circumstances around) {
    return all.stream().mapToDouble(route -> price(route, around)).min().orElse(1);
  }

  /** What lies at a vendor beyond its limit is spent first, as if it cost half. */
  private static double price(Route route, Circumstances around) {
    return route.price().micros() * (around.isToBeSpent(route) ? 0.5 : 1);
  }

  /** Of tiers that are not known well enough nobody says that they are slow. */
  private double slowness(Route route, List<Route> all) {
    var fastest = all.stream().flatMap(each -> pace(each).stream()).min(Double::compare);
    return pace(route).map(wait -> doublings(wait, fastest.orElse(wait))).orElse(0.0);
  }

  private Optional<Double> pace(Route route) {
    return route.tally().usualWait().filter(wait -> isKnown(route)).map(wait -> Math.max(1, wait));
  }

  private static double doublings(double value, double least) {
    return Math.log(value / least) / Math.log(2);
  }
}
