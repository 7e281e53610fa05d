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
import dev.codeport.domain.pool.Tally;
import dev.codeport.domain.pricing.PriceList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** From what a customer wants to the tiers that can be bought for it now, best first. */
final class RouteFinder {
  private final OrderParts parts;

  RouteFinder(OrderParts parts) {
    this.parts = parts;
  }

  sealed interface Found {}

  /**
   * At least one.
   *
   * @param again chooses anew, for a further order of the same request
   */
  record Routes(List<Route> routes, Supplier<List<Route>> again) implements Found {}

  record Nothing() implements Found {}

  /** There are offers, but none can be priced. */
  record NoPrice() implements Found {}

  /** All whose offers fit have not answered lately. */
  record Away() implements Found {}

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
        .map(RouteFinder::unexplained)
        .orElseGet(Nothing::new);
  }

  /** Nobody chose it but the customer. */
  private static Found unexplained(Found found) {
    if (found instanceof Routes some) {
      var routes = some.routes().stream().map(Route::unexplained).toList();
      return new Routes(routes, () -> routes);
    }
    return found;
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
    var priced = priced(account, offers, now);
    if (priced.isEmpty() && !offers.all().isEmpty()) {
      return new NoPrice();
    }
    var around = parts.routing().around();
    var routes = policy.choose(priced, bounds, around);
    if (routes.isEmpty()) {
      var away = priced.stream().filter(bounds::contain).anyMatch(around::isShut);
      return away ? new Away() : new Nothing();
    }
    // Only chance can make it come out differently.
    return new Routes(
        routes,
        policy == RoutingPolicy.BALANCED
            ? () -> policy.choose(priced, bounds, around)
            : () -> routes);
  }

  private List<Route> priced(AccountId account, Offers offers, Instant now) {
    if (offers.all().isEmpty()) {
      return List.of();
    }
    var prices = parts.prices().sold(now);
    var tallies = parts.routing().tallies(offers.product(), now);
    return offers.all().stream()
        .flatMap(offer -> route(account, offers.tier(offer), offer, prices, tallies).stream())
        .toList();
  }

  private static Optional<Route> route(
      AccountId account, Tier tier, Offer offer, PriceList prices, Map<TierId, Tally> tallies) {
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
                    tallies.getOrDefault(tier.id(), Tally.NONE).declaring(offer.declared())));
  }

  private Offers offered(CatalogProductId product, Instant now) {
    var offers =
        parts.stock().offers(product, now).stream().filter(offer -> offer.count() > 0).toList();
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
