package dev.codeport.application.account;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What the operator does with accounts and their keys. */
public interface ManageAccounts {
  /**
   * @param name 1 to 100 characters
   */
  Account openAccount(String name);

  Optional<Account> account(AccountId id);

  /** Accounts with an id above {@code after}, at most {@code limit}. */
  List<Account> accounts(int after, int limit);

  /** The account as it is then; empty when there is none. */
  Optional<Account> suspend(AccountId id, boolean suspended);

  /** The account as it is then; empty when there is none. */
  Optional<Account> exempt(AccountId id, Set<Account.Exemption> exemptions);

  /**
   * A new key, shown this once; empty when there is no such account.
   *
   * @param label for people, at most 100 characters
   */
  Optional<IssuedKey> issueKey(AccountId account, String label);

  List<ApiKey> keys(AccountId account);

  /** Whether there was such a valid key. */
  boolean revokeKey(AccountId account, String prefix);

  static ManageAccounts over(
      Storage storage,
      AccountDirectory directory,
      Keyring keyring,
      InstantSource clock,
      RandomGenerator random) {
    return new AccountService(storage, directory, keyring, clock, random);
  }

  record IssuedKey(Secret token, ApiKey key) {}
}
