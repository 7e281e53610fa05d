package dev.codeport.http.facade.smscode;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.http.server.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Version 1: the ledger as it is. Needs no rate. */
record Rupiah() implements Tariff {
  /** More than anything costs, and still an amount. */
  private static final BigDecimal MOST = BigDecimal.valueOf(9_000_000_000_000L);

  @Override
  public Amount price(Money money) {
    return new Amount.V1(money.units());
  }

  @Override
  public Amount balance(Money money) {
    return new Amount.V1(money.units());
  }

  @Override
  public Money atMost(BigDecimal asked) {
    return whole(asked, RoundingMode.FLOOR);
  }

  @Override
  public Money atLeast(BigDecimal asked) {
    return whole(asked, RoundingMode.CEILING);
  }

  @Override
  public Reply ok(Object data) {
    return Envelope.ok(data);
  }

  @Override
  public Reply page(Object data, long page, long limit, long count) {
    return Envelope.ok(data, new PageMeta.V1(page, limit, count));
  }

  static Money whole(BigDecimal rupiah, RoundingMode rounding) {
    return Money.of(rupiah.min(MOST).setScale(0, rounding), Currency.IDR);
  }
}
