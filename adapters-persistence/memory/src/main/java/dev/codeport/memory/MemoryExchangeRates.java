package dev.codeport.memory;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.ExchangeRates;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryExchangeRates implements ExchangeRates {
  private final Map<String, ExchangeRate> byPair = new ConcurrentHashMap<>();

  @Override
  public Optional<ExchangeRate> rate(Currency base, Currency quote) {
    return Optional.ofNullable(byPair.get(base + "/" + quote));
  }

  @Override
  public void put(ExchangeRate rate) {
    byPair.put(rate.pair(), rate);
  }
}
