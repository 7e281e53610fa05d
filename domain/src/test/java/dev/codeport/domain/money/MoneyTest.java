package dev.codeport.domain.money;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Instant NOON = Instant.parse("2031-01-02T12:00:00Z");

  @Test
  void the_smallest_price_is_exact() {
    var price = Money.of("0.0044", USD);

    assertEquals(4400, price.micros());
    assertEquals("0.0044 USD", price.toString());
    assertEquals(
        Money.of("4.4", USD), price.times(BigDecimal.valueOf(1000), 6, RoundingMode.UNNECESSARY));
  }

  @Test
  void a_seventh_decimal_is_refused() {
    assertThrows(ArithmeticException.class, () -> Money.of("0.0000001", USD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000000000000", "1e13", "1e1000000000", "-1e400"})
  void what_does_not_fit_is_refused(String amount) {
    assertThrows(ArithmeticException.class, () -> Money.of(amount, USD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1,5", "0x10", "NaN"})
  void what_is_no_number_is_refused(String amount) {
    assertThrows(NumberFormatException.class, () -> Money.of(amount, USD));
  }

  @Test
  void overflow_is_loud() {
    var most = new Money(Long.MAX_VALUE, USD);

    assertThrows(ArithmeticException.class, () -> most.plus(new Money(1, USD)));
    assertThrows(ArithmeticException.class, () -> new Money(Long.MIN_VALUE, USD).negated());
    assertThrows(ArithmeticException.class, () -> Money.of(Long.MAX_VALUE, USD));
  }

  @Test
  void two_currencies_never_meet() {
    var dollar = Money.of(1, USD);

    assertThrows(IllegalArgumentException.class, () -> dollar.plus(Money.of(1, IDR)));
    assertThrows(IllegalArgumentException.class, () -> dollar.isMoreThan(Money.of(1, IDR)));
  }

  @ParameterizedTest
  @CsvSource({
    "7500, 16250, 4, 0.4615",
    "1250000, 16000, 2, 78.13",
    "139, 17970, 4, 0.0077",
    "0, 16250, 2, 0.00"
  })
  void rupiah_become_dollars_half_up(long rupiah, String rate, int scale, String dollars) {
    var usdIdr = new ExchangeRate(USD, IDR, new BigDecimal(rate), NOON);

    var shown = usdIdr.convert(Money.of(rupiah, IDR), scale, RoundingMode.HALF_UP);

    assertEquals(Money.of(dollars, USD), shown);
  }

  @Test
  void a_rate_converts_both_ways_and_nothing_else() {
    var usdIdr = new ExchangeRate(USD, IDR, new BigDecimal("16250"), NOON);

    assertEquals(
        Money.of(72, IDR), usdIdr.convert(Money.of("0.0044", USD), 0, RoundingMode.CEILING));
    assertEquals(Money.of(71, IDR), usdIdr.convert(Money.of("0.0044", USD), 0, RoundingMode.FLOOR));
    assertThrows(
        IllegalArgumentException.class,
        () -> usdIdr.convert(Money.of(1, Currency.EUR), 0, RoundingMode.FLOOR));
  }

  @Test
  void a_rate_is_too_old_only_after_its_age() {
    var rate = new ExchangeRate(USD, IDR, BigDecimal.TEN, NOON);

    assertFalse(rate.isOlderThan(Duration.ofDays(7), NOON.plus(Duration.ofDays(7))));
    assertTrue(rate.isOlderThan(Duration.ofDays(7), NOON.plus(Duration.ofDays(7)).plusNanos(1000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000000000", "0.0000000001"})
  void a_rate_out_of_bounds_is_refused(String rate) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExchangeRate(USD, IDR, new BigDecimal(rate), NOON));
  }

  @Test
  void a_ledger_takes_only_what_fits_its_scale() {
    var rupiah = Ledger.rupiah();

    assertTrue(rupiah.fits(Money.of(7500, IDR)));
    assertFalse(rupiah.fits(Money.of("7500.5", IDR)));
    assertFalse(rupiah.fits(Money.of(7500, USD)));
    assertEquals(Money.of(7501, IDR), rupiah.roundedUp(Money.of("7500.000001", IDR)));
  }
}
