package dev.codeport.domain.pool.market;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Balance;
import dev.codeport.domain.pool.Circumstances;
import dev.codeport.domain.pool.Outcome;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.domain.pool.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * One market under one policy: two orders a minute; a code is known of when it comes, that none
 * comes when the customer gives the number back, two to five minutes later.
 */
final class Run {
  private static final Instant BEGIN = Instant.parse("2031-01-02T12:00:00Z");
  private static final Duration PACE = Duration.ofSeconds(30);
  private static final int TRAIL = 40;

  private final Scene scene;
  private final RoutingPolicy policy;
  private final Duration halfLife;
  private final Random truth;
  private final Circumstances around;
  private final Map<Integer, List<Outcome>> known = new HashMap<>();
  private final PriorityQueue<Outcome> coming =
      new PriorityQueue<>(Comparator.comparing(Outcome::at));
  private final List<Seller> chosen = new ArrayList<>();
  private int codes;
  private long paid;

  Run(Scene scene, RoutingPolicy policy, Balance balance, Duration halfLife, long seed) {
    this.scene = scene;
    this.policy = policy;
    this.halfLife = halfLife;
    this.truth = new Random(seed);
    this.around = new Circumstances(balance, Map.of(), new Random(seed + 1));
  }

  Report report() {
    for (int order = 0; order < scene.orders(); order++) {
      order(order, BEGIN.plus(PACE.multipliedBy(order)));
    }
    return new Report(
        100.0 * codes / scene.orders(),
        codes == 0 ? 0 : (double) paid / codes,
        (bestFixed() - value()) / scene.orders() * 100,
        recovery());
  }

  /**
   * @param codes of a hundred orders
   * @param price of a code
   * @param regret how many points in a hundred orders it is behind whoever had taken the one best
   *     seller all the time, a doubling of the price being worth 5 and of the wait 2
   * @param recovery how many orders after the turn it does as well as can be again
   */
  record Report(double codes, double price, double regret, Optional<Integer> recovery) {}

  private void order(int order, Instant now) {
    hear(now);
    var routes = policy.choose(routes(now), RoutingPolicy.Bounds.NONE, around);
    for (var route : routes) {
      var seller = seller(route);
      if (truth.nextDouble() >= seller.phantom()) {
        take(order, route, seller, now);
        return;
      }
      coming.add(Outcome.refused(route.tier().id(), now));
    }
  }

  private void take(int order, Route route, Seller seller, Instant now) {
    chosen.add(seller);
    var tier = route.tier().id();
    if (truth.nextDouble() < seller.rateAt(order)) {
      codes++;
      paid += seller.price();
      coming.add(Outcome.arrived(tier, now, now.plusSeconds(seller.seconds())));
    } else {
      Outcome.missed(tier, now, now.plusSeconds(120 + truth.nextInt(180))).ifPresent(coming::add);
    }
  }

  private void hear(Instant now) {
    while (!coming.isEmpty() && !coming.peek().at().isAfter(now)) {
      var outcome = coming.poll();
      var ofTier = known.computeIfAbsent(outcome.tier().value(), tier -> new ArrayList<>());
      ofTier.addFirst(outcome);
      if (ofTier.size() > Tally.NEWEST) {
        ofTier.removeLast();
      }
    }
  }

  private List<Route> routes(Instant now) {
    var routes = new ArrayList<Route>();
    for (int i = 0; i < scene.sellers().size(); i++) {
      var tally = Tally.of(known.getOrDefault(i + 1, List.of()), now, halfLife);
      routes.add(route(i + 1, scene.sellers().get(i), tally));
    }
    return routes;
  }

  private static Route route(int id, Seller seller, Tally tally) {
    var key =
        new TierKey(
            new ProviderId("v" + id), new CountryId(88), new PlatformId(1), Optional.empty());
    return new Route(
        new Tier(new TierId(id), key, Optional.empty()),
        Money.of("0.10", USD),
        Money.of(seller.price(), IDR),
        Optional.empty(),
        100,
        tally);
  }

  private Seller seller(Route route) {
    return scene.sellers().get(route.tier().id().value() - 1);
  }

  private double value() {
    double value = 0;
    for (int order = 0; order < chosen.size(); order++) {
      value += worth(chosen.get(order), order);
    }
    return value;
  }

  /** Whoever takes one seller only has nothing when that has nothing. */
  private double bestFixed() {
    return scene.sellers().stream()
        .mapToDouble(
            seller -> {
              double value = 0;
              for (int order = 0; order < scene.orders(); order++) {
                value += (1 - seller.phantom()) * worth(seller, order);
              }
              return value;
            })
        .max()
        .orElseThrow();
  }

  private double worth(Seller seller, int order) {
    var cheapest = scene.sellers().stream().mapToLong(Seller::price).min().orElseThrow();
    var fastest = scene.sellers().stream().mapToInt(Seller::seconds).min().orElseThrow();
    return seller.rateAt(order)
        - 0.05 * doublings((double) seller.price() / cheapest)
        - 0.02 * doublings((double) seller.seconds() / fastest);
  }

  private static double doublings(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }

  /** Until the last orders are worth, on the average, at most 7 points less than the best. */
  private Optional<Integer> recovery() {
    return scene.turn().flatMap(this::recovery);
  }

  private Optional<Integer> recovery(int turn) {
    for (int from = turn; from + TRAIL <= chosen.size(); from++) {
      double behind = 0;
      for (int order = from; order < from + TRAIL; order++) {
        var at = order;
        var best = scene.sellers().stream().mapToDouble(s -> worth(s, at)).max().orElseThrow();
        behind += best - worth(chosen.get(order), order);
      }
      if (behind / TRAIL <= 0.07) {
        return Optional.of(from - turn);
      }
    }
    return Optional.empty();
  }
}
