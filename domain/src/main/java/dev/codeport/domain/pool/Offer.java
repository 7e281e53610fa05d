package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.money.Money;
import java.util.Optional;

/**
 * What a vendor says it has.
 *
 * @param cost above zero, in the vendor's currency
 * @param count how many numbers, not negative
 * @param declared the share of its numbers that bring an SMS, as the vendor says, 0 to 1; none when
 *     it does not say, which is not zero
 * @param isLadder whether this is the lowest step of several prices, which others may buy up at any
 *     moment
 */
public record Offer(
    TierKey tier, Money cost, int count, Optional<Double> declared, boolean isLadder) {
  public Offer {
    if (!cost.isPositive() || count < 0) {
      throw new IllegalArgumentException("an offer costs something and its count is not negative");
    }
    if (declared.filter(rate -> !(rate >= 0 && rate <= 1)).isPresent()) {
      throw new IllegalArgumentException("a declared rate is 0 to 1");
    }
  }

  public Offer(TierKey tier, Money cost, int count) {
    this(tier, cost, count, Optional.empty(), false);
  }

  public Offer declaring(Optional<Double> rate) {
    return new Offer(tier, cost, count, rate, isLadder);
  }

  public Offer onLadder() {
    return new Offer(tier, cost, count, declared, true);
  }

  public Offer withCount(int newCount) {
    return new Offer(tier, cost, newCount, declared, isLadder);
  }
}
