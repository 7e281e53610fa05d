package dev.codeport.application.pricing;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.storage.Storage;
import java.time.InstantSource;

/** The rate between two currencies, if it may be relied on. */
public interface ReadExchangeRate {
  Result exchangeRate(Currency base, Currency quote);

  static ReadExchangeRate over(Storage storage, Prices prices, InstantSource clock) {
    return new PricingService(storage, prices, clock);
  }

  sealed interface Result {}

  record Known(ExchangeRate rate) implements Result {}

  /** It is older than is allowed. */
  record TooOld(ExchangeRate rate) implements Result {}

  record Unknown() implements Result {}
}
