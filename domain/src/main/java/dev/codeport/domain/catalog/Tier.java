package dev.codeport.domain.catalog;

import java.util.Optional;

/** A tier with its ids. */
public record Tier(TierId id, TierKey key, Optional<Operator> operator) {
  public CatalogProductId product() {
    return key.product();
  }
}
