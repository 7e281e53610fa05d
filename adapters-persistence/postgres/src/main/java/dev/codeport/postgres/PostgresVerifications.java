package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.IdempotencyKeys;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.Verifications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Reads verifications; what was asked of senders for them by a class beside it. */
final class PostgresVerifications implements Verifications {
  private static final String BY_ID =
      """
      SELECT * FROM verifications WHERE account_id = :account AND id = CAST(:id AS uuid)
      """;

  private static final String OPEN =
      """
      SELECT * FROM verifications
      WHERE account_id = :account AND phone_hash = :phone AND state IN ('STARTED', 'SENT')
      """;

  private static final String OLDER =
      """
      AND (started_at, id) < (
        SELECT started_at, id FROM verifications
        WHERE account_id = :account AND id = CAST(:before AS uuid)
      )
      """;

  private static final String UNSETTLED =
      """
      (
        SELECT * FROM verifications
        WHERE state IN ('STARTED', 'SENT') AND expires_at <= :now
        ORDER BY expires_at
        LIMIT :limit
      )
      UNION ALL
      (
        SELECT * FROM verifications
        WHERE state = 'STARTED' AND started_at < :before AND expires_at > :now
        ORDER BY started_at
        LIMIT :limit
      )
      LIMIT :limit
      """;

  private static final String LOCKED =
      """
      SELECT locked_until FROM phone_tallies
      WHERE account_id = :account AND phone_hash = :phone AND locked_until > :now
      """;

  private static final String UNLOCK =
      """
      UPDATE phone_tallies SET failures = 0, locked_until = NULL
      WHERE account_id = ? AND phone_hash = ?
      """;

  private final Database database;
  private final Seals seals;
  private final VerificationMapper mapper;
  private final VerificationCommits commits;
  private final DispatchReader dispatches;

  PostgresVerifications(Database database, Seals seals, IdempotencyKeys claims) {
    this.database = database;
    this.seals = seals;
    this.mapper = new VerificationMapper(seals);
    this.commits = new VerificationCommits(database, seals, claims);
    this.dispatches = new DispatchReader(database);
  }

  @Override
  public VerificationCommit commit(VerificationChange change) {
    return commits.commit(change);
  }

  @Override
  public Optional<Verification> find(AccountId account, VerificationId id) {
    return one(BY_ID, query -> query.bind("account", account.value()).bind("id", id.hex()));
  }

  @Override
  public Optional<Verification> open(AccountId account, PhoneNumber phone) {
    return one(
        OPEN,
        query -> query.bind("account", account.value()).bind("phone", seals.phoneHash(phone)));
  }

  @Override
  public List<Verification> list(AccountId account, Filter filter, int limit) {
    return many(
        list(filter),
        query -> {
          query.bind("account", account.value()).bind("limit", limit);
          filter.phone().ifPresent(phone -> query.bind("phone", seals.phoneHash(phone)));
          filter.before().ifPresent(id -> query.bind("before", id.hex()));
          if (!filter.states().isEmpty()) {
            var names = filter.states().stream().map(Status::name).toList();
            query.bindArray("states", String.class, names);
          }
          return query;
        });
  }

  private static String list(Filter filter) {
    return "SELECT * FROM verifications WHERE account_id = :account\n"
        + (filter.phone().isPresent() ? "AND phone_hash = :phone\n" : "")
        + (filter.states().isEmpty() ? "" : "AND state = ANY (:states)\n")
        + (filter.before().isPresent() ? OLDER : "")
        + "ORDER BY started_at DESC, id DESC LIMIT :limit";
  }

  @Override
  public List<Dispatch> dispatches(AccountId account, VerificationId id) {
    return dispatches.of(account, id);
  }

  @Override
  public void record(Receipt receipt) {
    dispatches.record(receipt);
  }

  @Override
  public List<Verification> unsettled(Instant startedBefore, Instant now, int limit) {
    return many(
        UNSETTLED,
        query -> query.bind("before", startedBefore).bind("now", now).bind("limit", limit));
  }

  @Override
  public List<Sends> sends(Instant from, Instant to) {
    return dispatches.sends(from, to);
  }

  @Override
  public Optional<Instant> lockedUntil(AccountId account, PhoneNumber phone, Instant now) {
    return database.with(
        handle ->
            handle
                .createQuery(LOCKED)
                .bind("account", account.value())
                .bind("phone", seals.phoneHash(phone))
                .bind("now", now)
                .map((row, context) -> new Row(row).instant("locked_until"))
                .findOne());
  }

  @Override
  public void unlock(AccountId account, PhoneNumber phone) {
    database.update(UNLOCK, account.value(), seals.phoneHash(phone));
  }

  private Optional<Verification> one(String sql, UnaryOperator<Query> binding) {
    return database.with(h -> binding.apply(h.createQuery(sql)).map(mapper).findOne());
  }

  private List<Verification> many(String sql, UnaryOperator<Query> binding) {
    return database.with(h -> binding.apply(h.createQuery(sql)).map(mapper).list());
  }
}
