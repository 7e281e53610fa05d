package dev.codeport.domain.account;

import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps accounts and the hashes of their keys. */
public interface Accounts {
  /** Opens the account with an empty wallet. Its id must be new. */
  void open(Account account);

  Optional<Account> find(AccountId id);

  /** Accounts with an id above {@code after}, by id, at most {@code limit}. */
  List<Account> list(int after, int limit);

  /** Replaces name, suspension and exemptions; answers whether the account exists. */
  boolean update(Account account);

  /**
   * Bans the account, unless a ban that it has reaches beyond this one's beginning: of two nodes
   * that judge at once the first one wins, and what one decided long ago ends no later ban.
   *
   * @return whether it is banned by this one now
   */
  boolean ban(AccountId id, Ban ban);

  /** The hash must be new. */
  void addKey(ApiKey key);

  /** The holder of the key with this hash, unless it was revoked. */
  Optional<ApiKey.Holder> holder(String hash);

  /** An account's keys, newest first, revoked ones too. */
  List<ApiKey> keys(AccountId account);

  /** Answers whether there was such a key, still valid. */
  boolean revokeKey(AccountId account, String prefix, Instant now);
}
