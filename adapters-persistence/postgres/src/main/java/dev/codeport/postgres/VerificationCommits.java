package dev.codeport.postgres;

import dev.codeport.domain.idempotency.IdempotencyKeys;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Commits a change of verifications in one round trip, and gives refusals their meaning. */
final class VerificationCommits {
  private static final String COMMIT = "SELECT commit_verification(CAST(? AS jsonb))";

  private final Database database;
  private final VerificationJson json;
  private final IdempotencyKeys claims;

  VerificationCommits(Database database, Seals seals, IdempotencyKeys claims) {
    this.database = database;
    this.json = new VerificationJson(seals);
    this.claims = claims;
  }

  VerificationCommit commit(VerificationChange change) {
    var parameter = json.of(change);
    try {
      database.update(COMMIT, parameter);
      return new VerificationCommit.Committed();
    } catch (JdbiException e) {
      return e.getCause() instanceof PSQLException cause ? refusal(change, cause, e) : rethrown(e);
    }
  }

  /**
   * The last three of those that are stale: a unique index, a serialisation failure, a deadlock.
   */
  private VerificationCommit refusal(
      VerificationChange change, PSQLException cause, JdbiException e) {
    return switch (String.valueOf(cause.getSQLState())) {
      case "CP003" -> keyTaken(change);
      case "CP004" -> new VerificationCommit.CapReached(detail(cause));
      case "CP005" -> new VerificationCommit.PhoneLocked(detail(cause));
      case "CP001", "23505", "40001", "40P01" -> new VerificationCommit.Stale();
      default -> rethrown(e);
    };
  }

  /** By whom; when he gave the key back in the meantime, the change has another try. */
  private VerificationCommit keyTaken(VerificationChange change) {
    return change
        .claim()
        .flatMap(claim -> claims.find(change.account(), claim.key()))
        .<VerificationCommit>map(VerificationCommit.KeyTaken::new)
        .orElseGet(() -> commit(change));
  }

  private static Instant detail(PSQLException cause) {
    return Optional.ofNullable(cause.getServerErrorMessage())
        .map(ServerErrorMessage::getDetail)
        .map(Instant::parse)
        .orElseThrow(() -> new IllegalStateException("a refusal without its moment", cause));
  }

  private static VerificationCommit rethrown(JdbiException e) {
    throw e;
  }
}
