package dev.codeport.memory;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Accounts;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class MemoryAccounts implements Accounts {
  private final Tables tables;

  MemoryAccounts(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void open(Account account) {
    tables.locked(() -> tables.open(account));
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return tables.locked(() -> Optional.ofNullable(tables.accounts.get(id.value())));
  }

  @Override
  public List<Account> list(int after, int limit) {
    return tables.locked(
        () -> tables.accounts.tailMap(after, false).values().stream().limit(limit).toList());
  }

  @Override
  public boolean update(Account account) {
    return tables.locked(
        () ->
            tables.accounts.computeIfPresent(
                    account.id().value(), (id, kept) -> changed(kept, account))
                != null);
  }

  @Override
  public boolean ban(AccountId id, Ban ban) {
    return tables.locked(
        () -> {
          var free = find(id).filter(account -> account.banAt(ban.since()).isEmpty());
          free.ifPresent(account -> tables.accounts.put(id.value(), banned(account, ban)));
          return free.isPresent();
        });
  }

  @Override
  public void addKey(ApiKey key) {
    tables.locked(
        () -> {
          var taken = tables.keys.values().stream().anyMatch(k -> k.prefix().equals(key.prefix()));
          if (taken || tables.keys.containsKey(key.hash())) {
            throw new IllegalArgumentException("there is such a key already: " + key.prefix());
          }
          if (!tables.accounts.containsKey(key.account().value())) {
            throw new IllegalArgumentException("no account " + key.account());
          }
          tables.keys.put(key.hash(), key);
        });
  }

  @Override
  public Optional<ApiKey.Holder> holder(String hash) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.keys.get(hash))
                .filter(key -> key.revokedAt().isEmpty())
                .flatMap(key -> find(key.account()).map(a -> new ApiKey.Holder(key, a))));
  }

  @Override
  public List<ApiKey> keys(AccountId account) {
    return tables.locked(
        () ->
            tables.keys.values().stream()
                .filter(key -> key.account().equals(account))
                .sorted(
                    Comparator.comparing(ApiKey::issuedAt).thenComparing(ApiKey::prefix).reversed())
                .toList());
  }

  @Override
  public boolean revokeKey(AccountId account, String prefix, Instant now) {
    return tables.locked(
        () -> {
          var key =
              keys(account).stream()
                  .filter(k -> k.prefix().equals(prefix) && k.revokedAt().isEmpty())
                  .findFirst();
          key.ifPresent(k -> tables.keys.put(k.hash(), revoked(k, now)));
          return key.isPresent();
        });
  }

  private static Account banned(Account account, Ban ban) {
    return new Account(
        account.id(),
        account.name(),
        account.openedAt(),
        account.suspended(),
        account.exemptions(),
        Optional.of(ban));
  }

  private static Account changed(Account kept, Account wanted) {
    return new Account(
        kept.id(),
        wanted.name(),
        kept.openedAt(),
        wanted.suspended(),
        wanted.exemptions(),
        kept.ban());
  }

  private static ApiKey revoked(ApiKey key, Instant now) {
    return new ApiKey(
        key.prefix(), key.hash(), key.account(), key.label(), key.issuedAt(), Optional.of(now));
  }
}
