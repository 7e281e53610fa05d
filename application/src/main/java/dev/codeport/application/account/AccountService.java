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
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

final class AccountService implements ManageAccounts, Authenticate {
  /** For what keys are hashed. */
  static final String KEYS = "api-key";

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PREFIX_LETTERS = 8;
  private static final int SECRET_LETTERS = 32;
  private static final int LONGEST_TOKEN = 200;

  private final Storage storage;
  private final AccountDirectory directory;
  private final Keyring keyring;
  private final InstantSource clock;
  private final RandomGenerator random;

  AccountService(
      Storage storage,
      AccountDirectory directory,
      Keyring keyring,
      InstantSource clock,
      RandomGenerator random) {
    this.storage = storage;
    this.directory = directory;
    this.keyring = keyring;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Optional<ApiKey.Holder> authenticate(Secret key) {
    if (key.reveal().length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    return directory.holder(hash(key)).filter(holder -> !holder.account().suspended());
  }

  @Override
  public Account openAccount(String name) {
    var account = Account.opened(storage.ids().nextAccount(), name, clock.instant());
    storage.accounts().open(account);
    return account;
  }

  @Override
  public Optional<Account> account(AccountId id) {
    return storage.accounts().find(id);
  }

  @Override
  public List<Account> accounts(int after, int limit) {
    return storage.accounts().list(after, limit);
  }

  @Override
  public Optional<Account> suspend(AccountId id, boolean suspended) {
    return change(
        id, a -> new Account(a.id(), a.name(), a.openedAt(), suspended, a.exemptions(), a.ban()));
  }

  @Override
  public Optional<Account> exempt(AccountId id, Set<Account.Exemption> exemptions) {
    return change(
        id, a -> new Account(a.id(), a.name(), a.openedAt(), a.suspended(), exemptions, a.ban()));
  }

  @Override
  public Optional<IssuedKey> issueKey(AccountId account, String label) {
    if (storage.accounts().find(account).isEmpty()) {
      return Optional.empty();
    }
    var prefix = "cp_" + letters(PREFIX_LETTERS);
    var token = Secret.of(prefix + "_" + letters(SECRET_LETTERS));
    var key = new ApiKey(prefix, hash(token), account, label, clock.instant(), Optional.empty());
    storage.accounts().addKey(key);
    return Optional.of(new IssuedKey(token, key));
  }

  @Override
  public List<ApiKey> keys(AccountId account) {
    return storage.accounts().keys(account);
  }

  @Override
  public boolean revokeKey(AccountId account, String prefix) {
    var revoked = storage.accounts().revokeKey(account, prefix, clock.instant());
    directory.forget(account);
    return revoked;
  }

  private Optional<Account> change(AccountId id, UnaryOperator<Account> how) {
    var changed = storage.accounts().find(id).map(how);
    changed.ifPresent(storage.accounts()::update);
    directory.forget(id);
    return changed;
  }

  private String hash(Secret token) {
    return keyring.hash(KEYS, token.reveal());
  }

  private String letters(int count) {
    return random
        .ints(count, 0, LETTERS.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
        .toString();
  }
}
