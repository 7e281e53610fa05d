package dev.codeport.domain.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** How many units of {@code quote} one unit of {@code base} is worth, and since when we know. */
public record ExchangeRate(Currency base, Currency quote, BigDecimal rate, Instant asOf) {
  public ExchangeRate {
    if (base.equals(quote)) {
      throw new IllegalArgumentException("a rate needs two currencies");
    }
    if (rate.signum() <= 0 || rate.precision() - rate.scale() > 9 || rate.scale() > 9) {
      throw new IllegalArgumentException("a rate is above 0, below 10^9, with at most 9 decimals");
    }
  }

  /** The amount in the other currency of this pair, rounded to {@code scale} decimals. */
  public Money convert(Money money, int scale, RoundingMode rounding) {
    if (money.currency().equals(base)) {
      return Money.of(money.amount().multiply(rate).setScale(scale, rounding), quote);
    }
    if (money.currency().equals(quote)) {
      return Money.of(money.amount().divide(rate, scale, rounding), base);
    }
    throw new IllegalArgumentException(money.currency() + " is not in " + pair());
  }

  /** The same rate seen from the other side, to 9 decimals. */
  public ExchangeRate inverse() {
    var turned =
        BigDecimal.ONE.divide(rate, MathContext.DECIMAL64).setScale(9, RoundingMode.HALF_UP);
    return new ExchangeRate(quote, base, turned, asOf);
  }

  public boolean isOlderThan(Duration age, Instant now) {
    return asOf.plus(age).isBefore(now);
  }

  public String pair() {
    return base + "/" + quote;
  }
}
