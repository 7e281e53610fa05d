package dev.codeport.domain.pool;

import dev.codeport.domain.money.Money;

/** Whether a number can be had again, and for how much. */
public sealed interface QuoteResult {
  record Quoted(Money cost) implements QuoteResult {}

  record NotPossible(String detail) implements QuoteResult {}

  record Unavailable(String detail) implements QuoteResult {}
}
