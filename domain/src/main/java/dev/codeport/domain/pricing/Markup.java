package dev.codeport.domain.pricing;

import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What becomes of a cost: a percentage is added, then a fixed amount, and there is a price that is
 * never undercut. Only a rule that says so sells below its cost; even that never for nothing.
 *
 * @param percent 0 to 10000, or -100 and more if {@code belowCost}; at most 4 decimals
 * @param fixed in the ledger's currency; not negative, unless {@code belowCost}
 * @param floor the least price, in the ledger's currency, not negative
 */
public record Markup(BigDecimal percent, Money fixed, Money floor, boolean belowCost) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Markup {
    var least = belowCost ? HUNDRED.negate() : BigDecimal.ZERO;
    if (percent.compareTo(least) < 0
        || percent.compareTo(BigDecimal.valueOf(10_000)) > 0
        || percent.scale() > 4) {
      throw new IllegalArgumentException(
          "percent is " + least + " to 10000 with at most 4 decimals");
    }
    if (floor.isNegative() || (fixed.isNegative() && !belowCost)) {
      throw new IllegalArgumentException("fixed and floor are not negative");
    }
  }

  public Markup(BigDecimal percent, Money fixed, Money floor) {
    this(percent, fixed, floor, false);
  }

  public static Markup percent(int percent, Ledger ledger) {
    return new Markup(BigDecimal.valueOf(percent), ledger.zero(), ledger.zero());
  }

  /**
   * The price of a cost that is already in the ledger's currency, rounded up to its scale; at least
   * its smallest amount.
   */
  public Money on(Money cost, Ledger ledger) {
    var factor = HUNDRED.add(percent).divide(HUNDRED, 6, RoundingMode.UNNECESSARY);
    var price = ledger.roundedUp(cost.times(factor, 6, RoundingMode.CEILING).plus(fixed));
    var least = dearer(ledger.roundedUp(floor), ledger.smallest());
    return dearer(price, least);
  }

  private static Money dearer(Money one, Money other) {
    return one.isMoreThan(other) ? one : other;
  }
}
