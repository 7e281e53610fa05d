package dev.codeport.domain.wallet;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;

/** What an account may spend and what is held for its orders; both in the ledger's currency. */
public record Wallet(Money available, Money held) {
  public static Wallet empty(Currency currency) {
    return new Wallet(Money.zero(currency), Money.zero(currency));
  }

  public boolean covers(Money amount) {
    return !amount.isMoreThan(available);
  }
}
