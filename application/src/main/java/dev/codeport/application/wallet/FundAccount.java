package dev.codeport.application.wallet;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Wallet;
import java.time.InstantSource;

/** Puts money into an account, or corrects what is there. */
public interface FundAccount {
  /**
   * @param amount above zero, in the ledger's currency and scale
   * @param reference why; at most 200 characters
   */
  Result topUp(AccountId account, Money amount, String reference);

  /**
   * @param amount not zero; negative takes away
   */
  Result adjust(AccountId account, Money amount, String reference);

  static FundAccount over(Storage storage, Ledger ledger, InstantSource clock) {
    return new WalletService(storage, ledger, clock);
  }

  sealed interface Result {}

  record Funded(Wallet wallet) implements Result {}

  record NoSuchAccount() implements Result {}

  /** The amount does not fit the ledger: its sign, its currency or its decimals. */
  record BadAmount(String reason) implements Result {}

  /** There is not as much available as the adjustment would take. */
  record TooPoor(Money available) implements Result {}
}
