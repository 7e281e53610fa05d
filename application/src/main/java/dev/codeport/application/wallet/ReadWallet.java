package dev.codeport.application.wallet;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** What an account has, and how it came to that. */
public interface ReadWallet {
  int LONGEST_SPAN = 366;

  Wallet wallet(AccountId account);

  /** Entries with a number above {@code after}, oldest first, at most {@code limit}. */
  List<Wallets.Numbered> entries(AccountId account, long after, int limit);

  /** Those with a number below {@code before}, newest first, at most {@code limit}. */
  List<Wallets.Numbered> newestEntries(AccountId account, long before, int limit);

  /**
   * What was paid on these days (UTC), by day and product, the oldest first.
   *
   * @param to the last day, no more than {@link #LONGEST_SPAN} days after the first
   */
  List<Orders.Spend> spend(AccountId account, LocalDate from, LocalDate to);

  static ReadWallet over(Storage storage, Ledger ledger, InstantSource clock) {
    return new WalletService(storage, ledger, clock);
  }
}
