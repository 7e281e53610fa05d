package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.Next;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class PostgresDeliveries implements Deliveries {
  private static final String RECORD =
      """
      SELECT *
      FROM record_delivery(:account, :endpoint, :event, :fence, :at, :took,
        CAST(:status AS integer), CAST(:fault AS text), :answer, :state,
        CAST(:next AS timestamptz), CAST(:ended AS timestamptz))
      """;

  private static final String NEWEST_FIRST =
      """
      ORDER BY d.event DESC
      LIMIT :limit
      """;

  private static final String LIST =
      DeliveryRow.COLUMNS
          + """
          WHERE d.account_id = :account AND d.endpoint_id = :endpoint AND d.event < :before
          """
          + NEWEST_FIRST;

  /** The word stands in the text so that the indexes of single states are found. */
  private static final String LIST_OF_STATE =
      DeliveryRow.COLUMNS
          + """
          WHERE d.account_id = :account AND d.endpoint_id = :endpoint AND d.event < :before
            AND d.state = '%s'
          """
          + NEWEST_FIRST;

  private static final String ONE =
      DeliveryRow.COLUMNS
          + """
          WHERE d.account_id = :account AND d.endpoint_id = :endpoint AND d.event = :event
          """;

  private static final String ATTEMPTS =
      """
      SELECT *
      FROM delivery_attempts
      WHERE account_id = :account AND endpoint_id = :endpoint AND event = :event
      ORDER BY number
      """;

  private static final String WAITING_SINCE =
      """
      SELECT min(h.due_at)
      FROM endpoints e
      CROSS JOIN LATERAL (
        SELECT d.due_at
        FROM deliveries d
        WHERE d.state = 'PENDING' AND d.account_id = e.account_id AND d.endpoint_id = e.id
        ORDER BY d.due_at
        LIMIT 1
      ) h
      WHERE e.state = 'ACTIVE' AND e.url IS NOT NULL AND h.due_at <= :now
      """;

  private final Database database;
  private final Seals seals;
  private final DeliveryClaims claims;
  private final Redeliveries again;

  PostgresDeliveries(Database database, Seals seals, EndpointRow endpoints) {
    this.database = database;
    this.seals = seals;
    this.claims = new DeliveryClaims(database, endpoints);
    this.again = new Redeliveries(database);
  }

  @Override
  public List<Claimed> claimDue(Instant now, Wanted wanted) {
    return claims.claimDue(now, wanted);
  }

  @Override
  public Optional<Health> record(Claimed claimed, DeliveryAttempt attempt, Next next) {
    var delivery = claimed.delivery();
    var ended = Optional.of(attempt.at().plus(attempt.took()));
    return database.with(
        handle ->
            handle
                .createQuery(RECORD)
                .bind("account", delivery.account().value())
                .bind("endpoint", delivery.endpoint().value())
                .bind("event", delivery.event().number())
                .bind("fence", claimed.fence())
                .bind("at", attempt.at())
                .bind("took", attempt.took().toMillis())
                .bind("status", attempt.status())
                .bind("fault", attempt.fault().map(Texts::storable))
                .bind("answer", seals.answer(attempt.answer()))
                .bind("state", state(next).name())
                .bind(
                    "next",
                    next instanceof Next.Retry retry
                        ? Optional.of(retry.at())
                        : Optional.<Instant>empty())
                .bind(
                    "ended",
                    state(next) == Delivery.State.PENDING ? Optional.<Instant>empty() : ended)
                .map((row, context) -> health(new Row(row)))
                .findOne());
  }

  @Override
  public List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit) {
    var sql = state.map(s -> LIST_OF_STATE.formatted(s.name())).orElse(LIST);
    return database.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("account", account.value())
                .bind("endpoint", endpoint.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(new Row(row)))
                .list());
  }

  @Override
  public Optional<Delivery> delivery(AccountId account, EndpointId endpoint, long event) {
    return database.with(
        handle ->
            handle
                .createQuery(ONE)
                .bind("account", account.value())
                .bind("endpoint", endpoint.value())
                .bind("event", event)
                .map((row, context) -> DeliveryRow.read(new Row(row)))
                .findOne());
  }

  @Override
  public List<DeliveryAttempt> attempts(AccountId account, EndpointId endpoint, long event) {
    return database.with(
        handle ->
            handle
                .createQuery(ATTEMPTS)
                .bind("account", account.value())
                .bind("endpoint", endpoint.value())
                .bind("event", event)
                .map((row, context) -> attempt(new Row(row)))
                .list());
  }

  @Override
  public int redeliver(
      Endpoint endpoint, long from, long to, boolean failedOnly, int most, Instant now) {
    return again.redeliver(endpoint, from, to, failedOnly, most, now);
  }

  @Override
  public Optional<Instant> waitingSince(Instant now) {
    return database.with(
        handle ->
            handle
                .createQuery(WAITING_SINCE)
                .bind("now", now)
                .map((row, context) -> new Row(row).instantIfAny("min"))
                .one());
  }

  private DeliveryAttempt attempt(Row row) throws SQLException {
    return new DeliveryAttempt(
        row.intOf("number"),
        row.instant("at"),
        Duration.ofMillis(row.longOf("took_ms")),
        row.intIfAny("status"),
        row.textIfAny("fault"),
        seals.openAnswer(row.text("answer")));
  }

  private static Health health(Row row) throws SQLException {
    return new Health(row.intOf("failures"), row.instantIfAny("failing_since"));
  }

  private static Delivery.State state(Next next) {
    return switch (next) {
      case Next.Delivered delivered -> Delivery.State.DELIVERED;
      case Next.Retry retry -> Delivery.State.PENDING;
      case Next.GivenUp givenUp -> Delivery.State.FAILED;
    };
  }
}
