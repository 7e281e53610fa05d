package dev.codeport.application.order;

import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where an order may go on to: within its bounds, to be paid for, and of a tier that gave it no
 * number yet; one that just refused it is left alone for a while.
 */
final class NextRoutes {
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);

  private final OrderParts parts;
  private final RouteFinder finder;

  NextRoutes(OrderParts parts) {
    this.parts = parts;
    this.finder = new RouteFinder(parts);
  }

  List<Route> of(Order order, Instant now) {
    return switch (finder.find(order.account(), order.terms().wish(), now)) {
      case RouteFinder.Nothing nothing -> List.of();
      case RouteFinder.NoPrice none -> List.of();
      case RouteFinder.Away away -> List.of();
      case RouteFinder.Routes found -> next(order, found.routes(), now);
    };
  }

  private List<Route> next(Order order, List<Route> routes, Instant now) {
    var tried = tried(order, now);
    var most = payable(order);
    return routes.stream()
        .filter(route -> !tried.contains(route.tier().id()))
        .filter(route -> !route.price().isMoreThan(most))
        .toList();
  }

  private Set<TierId> tried(Order order, Instant now) {
    var lately = now.minus(AFTER_REFUSAL);
    return parts.storage().orders().attempts(order.id()).stream()
        .filter(
            attempt -> attempt.state() != AttemptState.REFUSED || attempt.askedAt().isAfter(lately))
        .map(Attempt::tier)
        .collect(Collectors.toSet());
  }

  /** What is held for it already counts. */
  private Money payable(Order order) {
    return parts
        .storage()
        .wallets()
        .wallet(order.account())
        .available()
        .plus(order.charge().price());
  }
}
