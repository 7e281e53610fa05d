package dev.codeport.domain.pool;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * In which order routes are tried. Pure: the same routes under the same circumstances, chance
 * included, always come out in the same order.
 */
public enum RoutingPolicy {
  /** By price; at the same price by success. */
  CHEAPEST,
  /** By what can be relied on of how often a code arrives; at the same rate by price. */
  BEST_SUCCESS,
  /** By how often a code arrives, how fast, and at which price together: {@link Balance}. */
  BALANCED;

  private static final Comparator<Route> SUCCESS =
      Comparator.comparing(route -> route.tally().lowerBound(), Comparator.reverseOrder());

  /**
   * The routes within the bounds whose vendors are asked at present, the one to try first in front,
   * each with its reason. A preferred vendor's routes come before all others, whatever they cost
   * within the bounds.
   */
  public List<Route> choose(List<Route> routes, Bounds bounds, Circumstances around) {
    var open =
        routes.stream()
            .filter(route -> route.count() > 0)
            .filter(bounds::contain)
            .filter(route -> !around.isShut(route))
            .sorted(Comparator.comparing(route -> route.tier().id().value()))
            .toList();
    var ranked =
        rank(open, around).stream()
            .sorted(Comparator.comparing(each -> !bounds.prefers(each.route())))
            .toList();
    return withReasons(ranked, bounds);
  }

  private List<Ranked> rank(List<Route> routes, Circumstances around) {
    return switch (this) {
      case CHEAPEST -> sorted(routes, Comparator.comparing(Route::price).thenComparing(SUCCESS));
      case BEST_SUCCESS -> sorted(routes, SUCCESS.thenComparing(Route::price));
      case BALANCED -> around.balance().rank(routes, around);
    };
  }

  private static List<Ranked> sorted(List<Route> routes, Comparator<Route> order) {
    return routes.stream().sorted(order).map(Ranked::plain).toList();
  }

  private List<Route> withReasons(List<Ranked> ranked, Bounds bounds) {
    var routes = new ArrayList<Route>();
    boolean knownLeft = false;
    for (int at = ranked.size() - 1; at >= 0; at--) {
      var each = ranked.get(at);
      var ground = ground(each, bounds, knownLeft);
      knownLeft |= !each.isNew();
      routes.add(each.route().because(Reason.of(this, at + 1, ranked.size(), each, ground)));
    }
    return List.copyOf(routes.reversed());
  }

  private static Reason.Ground ground(Ranked ranked, Bounds bounds, boolean knownBehind) {
    if (bounds.prefers(ranked.route())) {
      return Reason.Ground.PREFERRED;
    }
    return ranked.isNew() && knownBehind ? Reason.Ground.EXPLORED : Reason.Ground.RANKED;
  }

  /**
   * What the customer set; an absent bound does not bind.
   *
   * @param excluded vendors whose numbers are not wanted
   */
  public record Bounds(
      Optional<Money> maxPrice,
      Optional<Money> minPrice,
      Optional<ProviderId> preferred,
      SortedSet<ProviderId> excluded) {
    public static final Bounds NONE =
        new Bounds(Optional.empty(), Optional.empty(), Optional.empty());

    public Bounds {
      excluded = Collections.unmodifiableSortedSet(new TreeSet<>(excluded));
    }

    public Bounds(
        Optional<Money> maxPrice, Optional<Money> minPrice, Optional<ProviderId> preferred) {
      this(maxPrice, minPrice, preferred, new TreeSet<>());
    }

    /** Whether the customer would take this route. */
    public boolean contain(Route route) {
      return maxPrice.filter(max -> route.price().isMoreThan(max)).isEmpty()
          && minPrice.filter(min -> min.isMoreThan(route.price())).isEmpty()
          && !excluded.contains(route.tier().key().provider());
    }

    boolean prefers(Route route) {
      return preferred.filter(route.tier().key().provider()::equals).isPresent();
    }
  }
}
