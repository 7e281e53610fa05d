package dev.codeport.domain.pricing;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private static final Ledger RUPIAH = Ledger.rupiah();
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final CountryId COUNTRY = new CountryId(88);
  private static final PlatformId PLATFORM = new PlatformId(1);
  private static final ExchangeRate RATE =
      new ExchangeRate(USD, IDR, new BigDecimal("16250"), Instant.EPOCH);

  @Test
  void a_cost_is_converted_marked_up_and_rounded_up() {
    var list = list(MarkupRule.global(Markup.percent(20, RUPIAH)));

    var price = list.price(ACCOUNT, COUNTRY, PLATFORM, Money.of("0.0044", USD)).orElseThrow();

    assertEquals(Money.of(86, IDR), price.amount());
    assertEquals(Optional.of(RATE), price.rate());
  }

  @Test
  void the_rule_that_fits_best_counts() {
    var platform = rule(Optional.empty(), Optional.empty(), Optional.of(PLATFORM), 10);
    var country = rule(Optional.empty(), Optional.of(COUNTRY), Optional.empty(), 30);
    var account = rule(Optional.of(ACCOUNT), Optional.empty(), Optional.empty(), 0);
    var list = list(MarkupRule.global(Markup.percent(50, RUPIAH)), platform, country, account);
    var cost = Money.of(100, IDR);

    assertEquals(Money.of(100, IDR), amount(list, ACCOUNT, COUNTRY, PLATFORM, cost));
    assertEquals(Money.of(110, IDR), amount(list, new AccountId(2), COUNTRY, PLATFORM, cost));
    assertEquals(
        Money.of(130, IDR), amount(list, new AccountId(2), COUNTRY, new PlatformId(2), cost));
    assertEquals(
        Money.of(150, IDR),
        amount(list, new AccountId(2), new CountryId(1), new PlatformId(2), cost));
  }

  @Test
  void the_floor_is_never_undercut_and_the_fixed_part_is_added() {
    var markup = new Markup(BigDecimal.TEN, Money.of(50, IDR), Money.of(1000, IDR));

    assertEquals(Money.of(1000, IDR), markup.on(Money.of(100, IDR), RUPIAH));
    assertEquals(Money.of(1150, IDR), markup.on(Money.of(1000, IDR), RUPIAH));
  }

  @Test
  void without_a_rate_there_is_no_price() {
    var list = new PriceList(RUPIAH, List.of(RATE), List.of());

    assertTrue(list.price(ACCOUNT, COUNTRY, PLATFORM, Money.of(1, Currency.RUB)).isEmpty());
  }

  @Test
  void nothing_is_sold_below_its_cost() {
    var seed = 20310102L;
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      var cost = new Money(1 + random.nextLong(50_000_000), USD);
      var list = list(MarkupRule.global(Markup.percent(random.nextInt(300), RUPIAH)));

      var price = list.price(ACCOUNT, COUNTRY, PLATFORM, cost).orElseThrow().amount();

      var inRupiah = cost.amount().multiply(RATE.rate());
      assertTrue(price.amount().compareTo(inRupiah) >= 0, "seed " + seed + ", " + cost);
      assertTrue(RUPIAH.fits(price), "seed " + seed + ", " + cost);
    }
  }

  @Test
  void only_a_rule_that_says_so_sells_below_cost_and_never_for_nothing() {
    var zero = RUPIAH.zero();
    var discount = new Markup(new BigDecimal("-20"), Money.of(-5, IDR), zero, true);
    var gift = new Markup(new BigDecimal("-100"), zero, zero, true);
    var floored = new Markup(new BigDecimal("-100"), zero, Money.of(40, IDR), true);
    var cents = new Ledger(USD, 4);
    var fine = new Markup(new BigDecimal("-100"), cents.zero(), cents.zero(), true);

    assertEquals(Money.of(75, IDR), discount.on(Money.of(100, IDR), RUPIAH));
    assertEquals(Money.of(1, IDR), gift.on(Money.of(100, IDR), RUPIAH));
    assertEquals(Money.of(40, IDR), floored.on(Money.of(100, IDR), RUPIAH));
    assertEquals(Money.of("0.0001", USD), fine.on(Money.of(1, USD), cents));
  }

  @Test
  void a_markup_out_of_bounds_is_refused() {
    var zero = RUPIAH.zero();

    assertThrows(
        IllegalArgumentException.class, () -> new Markup(new BigDecimal("-1"), zero, zero));
    assertThrows(
        IllegalArgumentException.class, () -> new Markup(new BigDecimal("10001"), zero, zero));
    assertThrows(
        IllegalArgumentException.class, () -> new Markup(BigDecimal.ONE, Money.of(-1, IDR), zero));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Markup(BigDecimal.ONE, zero, Money.of(-1, IDR), true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Markup(new BigDecimal("-100.1"), zero, zero, true));
  }

  private static Money amount(
      PriceList list, AccountId account, CountryId country, PlatformId platform, Money cost) {
    return list.price(account, country, platform, cost).orElseThrow().amount();
  }

  private static MarkupRule rule(
      Optional<AccountId> account,
      Optional<CountryId> country,
      Optional<PlatformId> platform,
      int percent) {
    return new MarkupRule(account, country, platform, Markup.percent(percent, RUPIAH));
  }

  private static PriceList list(MarkupRule... rules) {
    return new PriceList(RUPIAH, List.of(RATE), List.of(rules));
  }
}
