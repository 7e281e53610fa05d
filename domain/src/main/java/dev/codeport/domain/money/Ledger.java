package dev.codeport.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one currency in which customers are charged, and the number of decimals an amount may have
 * there, 0 to 6: IDR has 0, USD 4.
 */
public record Ledger(Currency currency, int scale) {
  public Ledger {
    if (scale < 0 || scale > 6) {
      throw new IllegalArgumentException("a ledger keeps 0 to 6 decimals");
    }
  }

  public static Ledger rupiah() {
    return new Ledger(Currency.IDR, 0);
  }

  public Money zero() {
    return Money.zero(currency);
  }

  /** The least amount above zero that can stand in it. */
  public Money smallest() {
    return Money.of(BigDecimal.ONE.movePointLeft(scale), currency);
  }

  public Money roundedUp(Money money) {
    return money.rounded(scale, RoundingMode.CEILING);
  }

  /** Whether this amount can stand in the ledger as it is. */
  public boolean fits(Money money) {
    return money.currency().equals(currency)
        && money.rounded(scale, RoundingMode.DOWN).equals(money);
  }
}
