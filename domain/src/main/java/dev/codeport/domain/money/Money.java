package dev.codeport.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount: a whole number of millionths of a currency.
 *
 * <p>Overflow and a seventh decimal are refused with an {@link ArithmeticException}; amounts of two
 * currencies never meet.
 */
public record Money(long micros, Currency currency) implements Comparable<Money> {
  private static final int SCALE = 6;

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** A whole number of the currency's units: {@code of(7500, IDR)} is 7500 rupiah. */
  public static Money of(long units, Currency currency) {
    return new Money(Math.multiplyExact(units, 1_000_000L), currency);
  }

  /**
   * @param amount a decimal number with at most six decimals, such as {@code "0.0044"}
   * @throws NumberFormatException when it is no decimal number
   * @throws ArithmeticException when it has a seventh decimal or is too large
   */
  public static Money of(String amount, Currency currency) {
    return of(new BigDecimal(amount), currency);
  }

  /**
   * @throws ArithmeticException when it has a seventh decimal or is too large
   */
  public static Money of(BigDecimal amount, Currency currency) {
    if (amount.precision() - amount.scale() > 13) {
      throw new ArithmeticException("amount too large");
    }
    return new Money(
        amount.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
        currency);
  }

  public BigDecimal amount() {
    return BigDecimal.valueOf(micros, SCALE);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(micros, sameCurrency(other).micros), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(micros, sameCurrency(other).micros), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(micros), currency);
  }

  /** This amount times a number, rounded to {@code scale} decimals in the way named. */
  public Money times(BigDecimal factor, int scale, RoundingMode rounding) {
    return of(amount().multiply(factor).setScale(scale, rounding), currency);
  }

  /** This amount rounded to {@code scale} decimals, 0 to 6, in the way named. */
  public Money rounded(int scale, RoundingMode rounding) {
    return of(amount().setScale(scale, rounding), currency);
  }

  /**
   * The amount as a whole number of units.
   *
   * @throws ArithmeticException when there is a fraction
   */
  public long units() {
    return amount().longValueExact();
  }

  public boolean isNegative() {
    return micros < 0;
  }

  public boolean isPositive() {
    return micros > 0;
  }

  public boolean isZero() {
    return micros == 0;
  }

  public boolean isMoreThan(Money other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, sameCurrency(other).micros);
  }

  @Override
  public String toString() {
    return amount().stripTrailingZeros().toPlainString() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other;
  }
}
