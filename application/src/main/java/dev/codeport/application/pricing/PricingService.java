package dev.codeport.application.pricing;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.storage.Storage;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

final class PricingService implements ReadExchangeRate, SetPrices {
  private final Storage storage;
  private final Prices prices;
  private final InstantSource clock;

  PricingService(Storage storage, Prices prices, InstantSource clock) {
    this.storage = storage;
    this.prices = prices;
    this.clock = clock;
  }

  @Override
  public ReadExchangeRate.Result exchangeRate(Currency base, Currency quote) {
    var rate = storage.exchangeRates().rate(base, quote);
    if (rate.isEmpty()) {
      return new Unknown();
    }
    return prices.isFresh(rate.get(), clock.instant())
        ? new Known(rate.get())
        : new TooOld(rate.get());
  }

  @Override
  public ExchangeRate setExchangeRate(Currency base, Currency quote, BigDecimal rate) {
    var set = new ExchangeRate(base, quote, rate, clock.instant());
    storage.exchangeRates().put(set);
    prices.forget();
    return set;
  }

  @Override
  public void setMarkup(MarkupRule rule) {
    storage.markupRules().put(rule);
    prices.forget();
  }

  @Override
  public boolean removeMarkup(MarkupRule.Scope scope) {
    var was = storage.markupRules().remove(scope);
    prices.forget();
    return was;
  }

  @Override
  public List<MarkupRule> markups() {
    return storage.markupRules().all();
  }
}
