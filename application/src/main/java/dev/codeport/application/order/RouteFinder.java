package dev.codeport.application.order;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.domain.pool.RoutingPolicy.Bounds;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pricing.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** From what a customer wants to the tiers that can be bought for it now, best first. */
final class RouteFinder {
  private static final Duration SUCCESS_WINDOW = Duration.ofHours(24);

  private final OrderParts parts;

  RouteFinder(OrderParts parts) {
    this.parts = parts;
  }

  sealed interface Found {}

  /** At least one. */
  record Routes(List<Route> routes) implements Found {}

  record Nothing() implements Found {}

  /** There are offers, but none can be priced. */
  record NoPrice() implements Found {}

  Found find(AccountId account, Wish wish, Instant now) {
    return switch (wish) {
      case Wish.Exact exact -> exactly(account, exact.tier(), now);
      case Wish.Routed routed -> routed(account, routed, now);
    };
  }

  private Found exactly(AccountId account, TierId id, Instant now) {
    return parts
        .tiers()
        .find(id)
        .map(tier -> tier.key().product())
        .map(
            product ->
                choose(
                    account,
                    offered(product, now).filter(tier -> tier.id().equals(id)),
                    RoutingPolicy.CHEAPEST,
                    Bounds.NONE,
                    now))
        .orElseGet(Nothing::new);
  }

  private Found routed(AccountId account, Wish.Routed wish, Instant now) {
    var offers =
        offered(wish.product(), now)
            .filter(
                tier ->
                    wish.operator().isEmpty()
                        || wish.operator().equals(tier.operator().map(Operator::id)));
    return choose(account, offers, wish.policy(), wish.bounds(), now);
  }

  private Found choose(
      AccountId account, Offers offers, RoutingPolicy policy, Bounds bounds, Instant now) {
    var prices = parts.prices().sold(now);
    var success =
        policy == RoutingPolicy.BEST_SUCCESS && !offers.all().isEmpty()
            ? parts.storage().orders().success(offers.product(), now.minus(SUCCESS_WINDOW))
            : Map.<TierId, Success>of();
    var priced =
        offers.all().stream()
            .flatMap(offer -> route(account, offers.tier(offer), offer, prices, success).stream())
            .toList();
    if (priced.isEmpty() && !offers.all().isEmpty()) {
      return new NoPrice();
    }
    var routes = policy.choose(priced, bounds);
    return routes.isEmpty() ? new Nothing() : new Routes(routes);
  }

  private static Optional<Route> route(
      AccountId account, Tier tier, Offer offer, PriceList prices, Map<TierId, Success> success) {
    var key = tier.key();
    return prices
        .price(account, key.country(), key.platform(), offer.cost())
        .map(
            price ->
                new Route(
                    tier,
                    offer.cost(),
                    price.amount(),
                    price.rate(),
                    offer.count(),
                    success.getOrDefault(tier.id(), Success.NONE)));
  }

  private Offers offered(CatalogProductId product, Instant now) {
    var offers =
        parts.stock().offers(product, now).stream()
            .filter(offer -> offer.count() > 0)
            .filter(offer -> parts.pool().find(offer.tier().provider()).isPresent())
            .toList();
    return new Offers(
        product, offers, parts.tiers().identify(offers.stream().map(Offer::tier).toList()));
  }

  private record Offers(CatalogProductId product, List<Offer> all, Map<TierKey, Tier> tiers) {
    Offers filter(Predicate<Tier> keep) {
      return new Offers(
          product, all.stream().filter(offer -> keep.test(tier(offer))).toList(), tiers);
    }

    Tier tier(Offer offer) {
      return Objects.requireNonNull(tiers.get(offer.tier()));
    }
  }
}
