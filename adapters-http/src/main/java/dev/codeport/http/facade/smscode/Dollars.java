package dev.codeport.http.facade.smscode;

import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import dev.codeport.http.server.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Version 2: the ledger projected into dollars, by one rate for the whole answer, the one that the
 * answer shows.
 */
record Dollars(BigDecimal rate, FxView fx) implements Tariff {
  private static final int PRICE_DECIMALS = 4;
  private static final int BALANCE_DECIMALS = 2;

  /** The rate is shown as whole rupiah for a dollar, so it counts as that. */
  static Dollars at(ExchangeRate rate) {
    var fx = FxView.of(rate);
    return new Dollars(BigDecimal.valueOf(fx.rate()), fx);
  }

  @Override
  public Amount price(Money money) {
    return project(money, PRICE_DECIMALS);
  }

  @Override
  public Amount balance(Money money) {
    return project(money, BALANCE_DECIMALS);
  }

  @Override
  public Money atMost(BigDecimal asked) {
    return Rupiah.whole(asked.multiply(rate), RoundingMode.FLOOR);
  }

  @Override
  public Money atLeast(BigDecimal asked) {
    return Rupiah.whole(asked.multiply(rate), RoundingMode.CEILING);
  }

  @Override
  public Reply ok(Object data) {
    return Envelope.ok(data, new FxMeta(fx));
  }

  @Override
  public Reply page(Object data, long page, long limit, long count) {
    return Envelope.ok(data, new PageMeta.V2(page, limit, count, fx));
  }

  private Amount project(Money money, int decimals) {
    var dollars = money.amount().divide(rate, decimals, RoundingMode.HALF_UP);
    return new Amount.V2(dollars.toPlainString(), "USD", money.units(), "IDR");
  }

  record FxMeta(FxView fx) {}
}
