package dev.codeport.domain.pricing;

import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is added to a cost: a percentage, then a fixed amount, and a price that is never undercut.
 *
 * @param percent 0 to 10000, at most 4 decimals
 * @param fixed in the ledger's currency, not negative
 * @param floor the least price, in the ledger's currency, not negative
 */
public record Markup(BigDecimal percent, Money fixed, Money floor) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Markup {
    if (percent.signum() < 0
        || percent.compareTo(BigDecimal.valueOf(10_000)) > 0
        || percent.scale() > 4) {
      throw new IllegalArgumentException("percent is 0 to 10000 with at most 4 decimals");
    }
    if (fixed.isNegative() || floor.isNegative()) {
      throw new IllegalArgumentException("fixed and floor are not negative");
    }
  }

  public static Markup percent(int percent, Ledger ledger) {
    return new Markup(BigDecimal.valueOf(percent), ledger.zero(), ledger.zero());
  }

  /** The price of a cost that is already in the ledger's currency, rounded up to its scale. */
  public Money on(Money cost, Ledger ledger) {
    var factor = HUNDRED.add(percent).divide(HUNDRED, 6, RoundingMode.UNNECESSARY);
    var price = ledger.roundedUp(cost.times(factor, 6, RoundingMode.CEILING).plus(fixed));
    return price.isMoreThan(floor) ? price : ledger.roundedUp(floor);
  }
}
