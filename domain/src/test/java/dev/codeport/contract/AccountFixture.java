package dev.codeport.contract;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Entry;

/** An account to be opened with a balance. */
public final class AccountFixture {
  private final String name;
  private final long rupiah;

  AccountFixture(String name, long rupiah) {
    this.name = name;
    this.rupiah = rupiah;
  }

  public AccountFixture named(String newName) {
    return new AccountFixture(newName, rupiah);
  }

  /** Its balance; 0 for none. */
  public AccountFixture with(long newRupiah) {
    return new AccountFixture(name, newRupiah);
  }

  public Account in(Storage storage) {
    var account = Account.opened(storage.ids().nextAccount(), name, Given.NOW);
    storage.accounts().open(account);
    if (rupiah > 0) {
      var topUp = Entry.topUp(account.id(), Given.rupiah(rupiah), "given", Given.NOW);
      Given.committed(storage, Change.of(account.id()).entry(topUp));
    }
    return account;
  }
}
