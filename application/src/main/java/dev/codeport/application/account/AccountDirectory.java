package dev.codeport.application.account;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Accounts;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.id.AccountId;
import java.time.Duration;
import java.util.Optional;

/** Accounts and key holders, remembered for two seconds: they are asked for with every request. */
public final class AccountDirectory {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int MOST = 100_000;

  private final Accounts accounts;
  private final Cache<String, ApiKey.Holder> holders = remembered();
  private final Cache<AccountId, Account> byId = remembered();

  public AccountDirectory(Accounts accounts) {
    this.accounts = accounts;
  }

  public Optional<Account> account(AccountId id) {
    var known = Optional.ofNullable(byId.getIfPresent(id));
    return known.isPresent() ? known : read(id);
  }

  /** What is remembered of this account is read anew next time. */
  public void forget(AccountId id) {
    byId.invalidate(id);
    holders.invalidateAll();
  }

  Optional<ApiKey.Holder> holder(String hash) {
    var known = Optional.ofNullable(holders.getIfPresent(hash));
    if (known.isPresent()) {
      return known;
    }
    var read = accounts.holder(hash);
    read.ifPresent(holder -> holders.put(hash, holder));
    return read;
  }

  private Optional<Account> read(AccountId id) {
    var read = accounts.find(id);
    read.ifPresent(account -> byId.put(id, account));
    return read;
  }

  private static <K, V> Cache<K, V> remembered() {
    return CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();
  }
}
