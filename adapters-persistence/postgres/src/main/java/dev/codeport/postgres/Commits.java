package dev.codeport.postgres;

import dev.codeport.domain.idempotency.IdempotencyKeys;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Wallet;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Commits a change in one round trip, and gives the database's refusals their meaning. */
final class Commits {
  private static final String COMMIT =
      """
      SELECT available, held
      FROM commit_change(CAST(:change AS jsonb))
      """;

  /** One statement, so that both take effect or neither. */
  private static final String COMMIT_TELLING =
      """
      WITH told AS (
        INSERT INTO outcomes
        SELECT * FROM jsonb_populate_recordset(NULL::outcomes, CAST(:outcomes AS jsonb))
      )
      """
          + COMMIT;

  private final Database database;
  private final ChangeJson json;
  private final IdempotencyKeys claims;
  private final PostgresWallets wallets;

  Commits(Database database, ChangeJson json, IdempotencyKeys claims, PostgresWallets wallets) {
    this.database = database;
    this.json = json;
    this.claims = claims;
    this.wallets = wallets;
  }

  CommitResult commit(Change change) {
    try {
      return new CommitResult.Committed(call(change));
    } catch (JdbiException e) {
      return refusal(change, Refusal.of(e), e);
    }
  }

  private Wallet call(Change change) {
    var parameter = json.of(change);
    var outcomes = json.outcomes(change);
    return database.with(
        handle -> {
          var query = handle.createQuery(outcomes.isEmpty() ? COMMIT : COMMIT_TELLING);
          outcomes.ifPresent(rows -> query.bind("outcomes", rows));
          return query.bind("change", parameter).map(wallets.mapper()).one();
        });
  }

  private CommitResult refusal(Change change, Refusal refusal, JdbiException e) {
    return switch (refusal) {
      case STALE -> new CommitResult.Stale();
      case TOO_POOR -> new CommitResult.TooPoor(wallets.wallet(change.account()));
      case KEY_TAKEN -> keyTaken(change);
      case NONE -> throw e;
    };
  }

  /** By whom; when he gave the key back in the meantime, the change has another try. */
  private CommitResult keyTaken(Change change) {
    return change
        .claim()
        .flatMap(claim -> claims.find(change.account(), claim.key()))
        .<CommitResult>map(CommitResult.KeyTaken::new)
        .orElseGet(() -> commit(change));
  }

  private enum Refusal {
    STALE,
    TOO_POOR,
    KEY_TAKEN,
    NONE;

    static Refusal of(JdbiException e) {
      return e.getCause() instanceof SQLException cause ? of(cause.getSQLState()) : NONE;
    }

    /** The last three: a unique index, a serialisation failure, a deadlock. */
    private static Refusal of(String sqlState) {
      return switch (sqlState) {
        case "CP002" -> TOO_POOR;
        case "CP003" -> KEY_TAKEN;
        case "CP001", "23505", "40001", "40P01" -> STALE;
        default -> NONE;
      };
    }
  }
}
