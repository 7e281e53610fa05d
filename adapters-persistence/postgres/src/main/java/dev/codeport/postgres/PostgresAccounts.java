package dev.codeport.postgres;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Accounts;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class PostgresAccounts implements Accounts {
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO accounts (id, name, opened_at, suspended, exemptions)
        VALUES (:id, :name, :opened_at, :suspended, :exemptions)
        RETURNING id
      )
      INSERT INTO wallets (account_id) SELECT id FROM opened
      """;

  private static final String FIND =
      """
      SELECT * FROM accounts WHERE id = :id
      """;

  private static final String LIST =
      """
      SELECT * FROM accounts WHERE id > :after ORDER BY id LIMIT :limit
      """;

  private static final String UPDATE =
      """
      UPDATE accounts
      SET name = :name, suspended = :suspended, exemptions = :exemptions
      WHERE id = :id
      """;

  private static final String BAN =
      """
      UPDATE accounts
      SET ban_since = :since, ban_until = :until, ban_tier = :tier
      WHERE id = :id AND (ban_until IS NULL OR ban_until <= :since)
      """;

  private static final String ADD_KEY =
      """
      INSERT INTO api_keys (hash, prefix, account_id, label, issued_at, revoked_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String HOLDER =
      """
      SELECT *
      FROM api_keys
      JOIN accounts ON accounts.id = api_keys.account_id
      WHERE hash = :hash AND revoked_at IS NULL
      """;

  private static final String KEYS =
      """
      SELECT * FROM api_keys WHERE account_id = :account ORDER BY issued_at DESC, prefix DESC
      """;

  private static final String REVOKE_KEY =
      """
      UPDATE api_keys SET revoked_at = ?
      WHERE account_id = ? AND prefix = ? AND revoked_at IS NULL
      """;

  private final Database database;

  PostgresAccounts(Database database) {
    this.database = database;
  }

  @Override
  public void open(Account account) {
    database.with(
        handle ->
            handle
                .createUpdate(OPEN)
                .bind("id", account.id().value())
                .bind("name", Texts.storable(account.name()))
                .bind("opened_at", account.openedAt())
                .bind("suspended", account.suspended())
                .bindArray("exemptions", String.class, AccountRow.exemptions(account))
                .execute());
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return database.with(
        handle ->
            handle
                .createQuery(FIND)
                .bind("id", id.value())
                .map((row, context) -> AccountRow.account(new Row(row)))
                .findOne());
  }

  @Override
  public List<Account> list(int after, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(LIST)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> AccountRow.account(new Row(row)))
                .list());
  }

  @Override
  public boolean update(Account account) {
    return database.with(
            handle ->
                handle
                    .createUpdate(UPDATE)
                    .bind("id", account.id().value())
                    .bind("name", Texts.storable(account.name()))
                    .bind("suspended", account.suspended())
                    .bindArray("exemptions", String.class, AccountRow.exemptions(account))
                    .execute())
        == 1;
  }

  @Override
  public boolean ban(AccountId id, Ban ban) {
    return database.with(
            handle ->
                handle
                    .createUpdate(BAN)
                    .bind("id", id.value())
                    .bind("since", ban.since())
                    .bind("until", ban.until())
                    .bind("tier", ban.tier())
                    .execute())
        == 1;
  }

  @Override
  public void addKey(ApiKey key) {
    database.update(
        ADD_KEY,
        key.hash(),
        key.prefix(),
        key.account().value(),
        Texts.storable(key.label()),
        key.issuedAt(),
        key.revokedAt());
  }

  @Override
  public Optional<ApiKey.Holder> holder(String hash) {
    return database.with(
        handle ->
            handle
                .createQuery(HOLDER)
                .bind("hash", hash)
                .map((row, context) -> AccountRow.holder(new Row(row)))
                .findOne());
  }

  @Override
  public List<ApiKey> keys(AccountId account) {
    return database.with(
        handle ->
            handle
                .createQuery(KEYS)
                .bind("account", account.value())
                .map((row, context) -> AccountRow.key(new Row(row)))
                .list());
  }

  @Override
  public boolean revokeKey(AccountId account, String prefix, Instant now) {
    return database.update(REVOKE_KEY, now, account.value(), prefix) == 1;
  }
}
