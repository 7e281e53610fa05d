package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import java.util.Optional;

/**
 * A tier that can be bought now, with what it costs us and what the customer pays.
 *
 * @param count how many the vendor says it has
 * @param tally how asking it turned out lately
 * @param reason why it is asked, once a policy has put it in its place
 */
public record Route(
    Tier tier,
    Money cost,
    Money price,
    Optional<ExchangeRate> rate,
    int count,
    Tally tally,
    Optional<Reason> reason) {
  public Route(
      Tier tier, Money cost, Money price, Optional<ExchangeRate> rate, int count, Tally tally) {
    this(tier, cost, price, rate, count, tally, Optional.empty());
  }

  Route because(Reason why) {
    return new Route(tier, cost, price, rate, count, tally, Optional.of(why));
  }

  /** The same, that no policy chose. */
  public Route unexplained() {
    return new Route(tier, cost, price, rate, count, tally);
  }
}
