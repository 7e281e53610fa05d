package dev.codeport.http.console.customer;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.http.console.Chart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the template {@code money} shows.
 *
 * @param days how many the chart goes back
 * @param first where the ledger begins; empty when it is here
 * @param next where it goes on; empty at its end
 */
public record MoneyPage(
    Wallet wallet, Chart chart, int days, List<Line> ledger, String first, String next) {
  /** What the chart shows, as money of the ledger. */
  public Money money(long size) {
    return new Money(size, wallet.available().currency());
  }

  /**
   * An entry as the account sees it.
   *
   * @param kind its text has the key {@code entry.<kind>}
   * @param available what it did to the money that can be spent
   * @param held what it did to the money that is held
   */
  public record Line(
      long number,
      String kind,
      Optional<Long> order,
      String reference,
      Money available,
      Money held,
      Instant at) {}
}
