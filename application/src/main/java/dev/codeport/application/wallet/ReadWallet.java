package dev.codeport.application.wallet;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.time.InstantSource;
import java.util.List;

/** What an account has, and how it came to that. */
public interface ReadWallet {
  Wallet wallet(AccountId account);

  /** Entries with a number above {@code after}, oldest first, at most {@code limit}. */
  List<Wallets.Numbered> entries(AccountId account, long after, int limit);

  static ReadWallet over(Storage storage, Ledger ledger, InstantSource clock) {
    return new WalletService(storage, ledger, clock);
  }
}
