package dev.codeport.http.facade.smscode;

import dev.codeport.domain.money.Money;
import dev.codeport.http.server.Reply;
import java.math.BigDecimal;

/** How one version writes the ledger's rupiah, and reads a bound on them. */
sealed interface Tariff permits Rupiah, Dollars {
  /** A price, cost or refund. */
  Amount price(Money money);

  Amount balance(Money money);

  /** The most rupiah that this much of the version's money covers. */
  Money atMost(BigDecimal asked);

  /** The least rupiah that this much of the version's money covers. */
  Money atLeast(BigDecimal asked);

  /** Success, with the rate if one was used. */
  Reply ok(Object data);

  /** Success with a page of rows, with the rate if one was used. */
  Reply page(Object data, long page, long limit, long count);
}
