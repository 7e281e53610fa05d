package dev.codeport.domain.order;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.pool.RoutingPolicy;
import java.util.Optional;

/** What a customer wants a number for. */
public sealed interface Wish {
  /** This very tier. */
  record Exact(TierId tier) implements Wish {}

  /** Whatever tier of this product the policy picks within the bounds. */
  record Routed(
      CatalogProductId product,
      RoutingPolicy policy,
      RoutingPolicy.Bounds bounds,
      Optional<OperatorId> operator)
      implements Wish {
    public static Routed cheapest(CatalogProductId product) {
      return new Routed(
          product, RoutingPolicy.CHEAPEST, RoutingPolicy.Bounds.NONE, Optional.empty());
    }
  }
}
