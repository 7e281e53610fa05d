package dev.codeport.domain.money;

import java.util.Optional;

/** Keeps the newest rate of each pair. What is put is there for every node at once. */
public interface ExchangeRates {
  /** The rate of exactly this pair; a rate of the turned pair is not looked for. */
  Optional<ExchangeRate> rate(Currency base, Currency quote);

  /** Keeps this rate in place of the pair's former one. */
  void put(ExchangeRate rate);
}
