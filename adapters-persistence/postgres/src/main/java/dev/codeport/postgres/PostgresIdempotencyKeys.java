package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.idempotency.IdempotencyKeys;
import java.sql.SQLException;
import java.util.Optional;

final class PostgresIdempotencyKeys implements IdempotencyKeys {
  private static final String CLAIM =
      """
      SELECT fingerprint, orders, verification, taken_at
      FROM claims
      WHERE account_id = :account AND key_hash = :hash
      """;

  private final Database database;
  private final Seals seals;

  PostgresIdempotencyKeys(Database database, Seals seals) {
    this.database = database;
    this.seals = seals;
  }

  @Override
  public Optional<Claim> find(AccountId account, IdempotencyKey key) {
    return database.with(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind("account", account.value())
                .bind("hash", seals.keyHash(key))
                .map((row, context) -> claim(key, new Row(row)))
                .findOne());
  }

  private static Claim claim(IdempotencyKey key, Row row) throws SQLException {
    return new Claim(
        key,
        new Fingerprint(row.text("fingerprint")),
        row.longs("orders").stream().map(OrderId::new).toList(),
        row.uuidIfAny("verification").map(VerificationId::new),
        row.instant("taken_at"));
  }
}
