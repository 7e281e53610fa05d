package dev.codeport.domain.account;

import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps accounts and the hashes of their keys. Bans come in with the change that causes them. */
public interface Accounts {
  /** Opens the account with an empty wallet. Its id must be new. */
  void open(Account account);

  Optional<Account> find(AccountId id);

  /** Accounts with an id above {@code after}, by id, at most {@code limit}. */
  List<Account> list(int after, int limit);

  /** Replaces name, suspension and exemptions; answers whether the account exists. */
  boolean update(Account account);

  /** The hash must be new. */
  void addKey(ApiKey key);

  /** The holder of the key with this hash, unless it was revoked. */
  Optional<ApiKey.Holder> holder(String hash);

  /** An account's keys, newest first, revoked ones too. */
  List<ApiKey> keys(AccountId account);

  /** Answers whether there was such a key, still valid. */
  boolean revokeKey(AccountId account, String prefix, Instant now);
}
