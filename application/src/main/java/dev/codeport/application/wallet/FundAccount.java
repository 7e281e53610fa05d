package dev.codeport.application.wallet;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Wallet;
import java.time.InstantSource;
import java.util.Optional;

/** Puts money into an account, or corrects what is there. */
public interface FundAccount {
  /**
   * @param amount above zero, in the ledger's currency and scale
   * @param reference why; at most 200 characters
   * @param request by which a repetition is known; none: it is done as often as it is asked for. A
   *     name of the operator's is no name of the account's own requests
   */
  Result topUp(AccountId account, Money amount, String reference, Optional<Repeatable> request);

  /**
   * @param amount not zero; negative takes away
   */
  Result adjust(AccountId account, Money amount, String reference, Optional<Repeatable> request);

  default Result topUp(AccountId account, Money amount, String reference) {
    return topUp(account, amount, reference, Optional.empty());
  }

  default Result adjust(AccountId account, Money amount, String reference) {
    return adjust(account, amount, reference, Optional.empty());
  }

  static FundAccount over(Storage storage, Ledger ledger, InstantSource clock) {
    return new WalletService(storage, ledger, clock);
  }

  sealed interface Result {}

  record Funded(Wallet wallet) implements Result {}

  /** It was done before under this name, and not again now. */
  record Replayed(Wallet wallet) implements Result {}

  /** The name stands for a request that meant something else. */
  record Reused() implements Result {}

  record NoSuchAccount() implements Result {}

  /** The amount does not fit the ledger: its sign, its currency or its decimals. */
  record BadAmount(String reason) implements Result {}

  /** There is not as much available as the adjustment would take. */
  record TooPoor(Money available) implements Result {}
}
