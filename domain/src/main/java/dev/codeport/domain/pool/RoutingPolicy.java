package dev.codeport.domain.pool;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** In which order routes are tried. Pure: the same routes always come out in the same order. */
public enum RoutingPolicy {
  CHEAPEST,
  BEST_SUCCESS;

  /**
   * The routes within the bounds, the one to try first in front. A preferred vendor's routes come
   * before all others, whatever they cost within the bounds.
   */
  public List<Route> choose(List<Route> routes, Bounds bounds) {
    return routes.stream()
        .filter(route -> route.count() > 0)
        .filter(bounds::contain)
        .sorted(
            preferred(bounds)
                .thenComparing(order())
                .thenComparing(route -> route.tier().id().value()))
        .toList();
  }

  private Comparator<Route> order() {
    return switch (this) {
      case CHEAPEST -> Comparator.comparing(Route::price).thenComparing(bySuccess());
      case BEST_SUCCESS -> bySuccess().thenComparing(Route::price);
    };
  }

  private static Comparator<Route> preferred(Bounds bounds) {
    return Comparator.comparingInt(route -> bounds.prefers(route) ? 0 : 1);
  }

  private static Comparator<Route> bySuccess() {
    return Comparator.<Route>comparingDouble(route -> route.success().lowerBound()).reversed();
  }

  /** What the customer set; an absent bound does not bind. */
  public record Bounds(
      Optional<Money> maxPrice, Optional<Money> minPrice, Optional<ProviderId> preferred) {
    public static final Bounds NONE =
        new Bounds(Optional.empty(), Optional.empty(), Optional.empty());

    boolean contain(Route route) {
      return maxPrice.filter(max -> route.price().isMoreThan(max)).isEmpty()
          && minPrice.filter(min -> min.isMoreThan(route.price())).isEmpty();
    }

    boolean prefers(Route route) {
      return preferred.filter(route.tier().key().provider()::equals).isPresent();
    }
  }
}
