package dev.codeport.application.operator;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.pricing.SetPrices;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.storage.Storage;
import java.time.InstantSource;

/** Whatever is changed through this is written down, with who did it. */
public interface ActAsOperator {
  /**
   * Changes as ever, each written down in the same commit; what was refused, or was done before
   * under the same name, is not. Reads leave no trace.
   */
  Powers asOperator(Act.Author author);

  static ActAsOperator over(
      Storage storage,
      ManageAccounts accounts,
      FundAccount funds,
      SetPrices prices,
      ManageFraudLists lists,
      InstantSource clock) {
    return author ->
        new WritingOperator(storage.acts(), author, accounts, funds, prices, lists, clock);
  }

  /** All that only the operator may change. */
  interface Powers extends ManageAccounts, FundAccount, SetPrices, ManageFraudLists {}
}
