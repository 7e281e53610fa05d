package dev.codeport.application.pricing;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.storage.Storage;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

/** What the operator sets that decides prices. Reaches other nodes within five seconds. */
public interface SetPrices {
  /** The rate counts from now on. */
  ExchangeRate setExchangeRate(Currency base, Currency quote, BigDecimal rate);

  /** Puts this rule in place of the one with the same scope. */
  void setMarkup(MarkupRule rule);

  /** From now on a wider rule counts; answers whether there was one with this scope. */
  boolean removeMarkup(MarkupRule.Scope scope);

  List<MarkupRule> markups();

  static SetPrices over(Storage storage, Prices prices, InstantSource clock) {
    return new PricingService(storage, prices, clock);
  }
}
