package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.money.Money;

/**
 * What a vendor says it has.
 *
 * @param cost above zero, in the vendor's currency
 * @param count how many numbers, not negative
 */
public record Offer(TierKey tier, Money cost, int count) {
  public Offer {
    if (!cost.isPositive() || count < 0) {
      throw new IllegalArgumentException("an offer costs something and its count is not negative");
    }
  }

  public Offer withCount(int newCount) {
    return new Offer(tier, cost, newCount);
  }
}
