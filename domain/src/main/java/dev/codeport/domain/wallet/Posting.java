package dev.codeport.domain.wallet;

import dev.codeport.domain.money.Money;

/** One line of an entry: so much into a book, or out of it when negative. Never zero. */
public record Posting(Book book, Money amount) {
  public Posting {
    if (amount.isZero()) {
      throw new IllegalArgumentException("a posting moves something");
    }
  }
}
