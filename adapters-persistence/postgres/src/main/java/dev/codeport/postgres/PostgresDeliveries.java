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
import java.util.function.Function;

final class PostgresDeliveries implements Deliveries {
  private static final String CLAIM =
      """
      SELECT *
      FROM claim_deliveries(:now, :until, :most, :each, :failing, :busy, :busy_accounts)
      """;

  /**
   * A statement of its own, because it must see what the claim saw: what is committed while the
   * claim begins is handed out by it, but is not there for what stands around it.
   */
  private static final String CLAIMED =
      """
      SELECT d.account_id AS d_account_id, d.endpoint_id AS d_endpoint_id, d.event AS d_event,
        d.state AS d_state, d.sending AS d_sending, d.tries AS d_tries, d.due_at AS d_due_at,
        d.ended_at AS d_ended_at, d.attempts AS d_attempts, d.fence AS d_fence,
        v.type AS v_type, v.order_id AS v_order_id, v.sms_revision AS v_sms_revision, v.at AS v_at,
        e.*
      FROM unnest(:accounts, :endpoints, :events, :fences)
        AS mine (account_id, endpoint_id, event, fence)
      JOIN deliveries d ON d.account_id = mine.account_id AND d.endpoint_id = mine.endpoint_id
        AND d.event = mine.event AND d.fence = mine.fence
      JOIN endpoints e ON e.account_id = d.account_id AND e.id = d.endpoint_id
      JOIN events v ON v.account_id = d.account_id AND v.number = d.event
      ORDER BY v.at, d.account_id, d.event
      """;

  private static final String RECORD =
      """
      SELECT *
      FROM record_delivery(:account, :endpoint, :event, :fence, :at, :took,
        CAST(:status AS integer), CAST(:fault AS text), :answer, :state,
        CAST(:next AS timestamptz), CAST(:ended AS timestamptz))
      """;

  private static final String COLUMNS =
      """
      SELECT d.account_id AS d_account_id, d.endpoint_id AS d_endpoint_id, d.event AS d_event,
        d.state AS d_state, d.sending AS d_sending, d.tries AS d_tries, d.due_at AS d_due_at,
        d.ended_at AS d_ended_at,
        v.type AS v_type, v.order_id AS v_order_id, v.sms_revision AS v_sms_revision, v.at AS v_at
      FROM deliveries d
      JOIN events v ON v.account_id = d.account_id AND v.number = d.event
      """;

  private static final String NEWEST_FIRST =
      """
      ORDER BY d.event DESC
      LIMIT :limit
      """;

  private static final String LIST =
      COLUMNS
          + """
          WHERE d.account_id = :account AND d.endpoint_id = :endpoint AND d.event < :before
          """
          + NEWEST_FIRST;

  /** The word stands in the text so that the indexes of single states are found. */
  private static final String LIST_OF_STATE =
      COLUMNS
          + """
          WHERE d.account_id = :account AND d.endpoint_id = :endpoint AND d.event < :before
            AND d.state = '%s'
          """
          + NEWEST_FIRST;

  private static final String ONE =
      COLUMNS
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

  private static final String AGAIN_FAILED =
      """
      UPDATE deliveries d
      SET state = 'PENDING', sending = FALSE, fence = d.fence + 1, tries = 0, due_at = :now,
        ended_at = NULL
      WHERE account_id = :account AND endpoint_id = :endpoint AND state = 'FAILED'
        AND event IN (
          SELECT event FROM deliveries
          WHERE account_id = :account AND endpoint_id = :endpoint AND state = 'FAILED'
            AND event BETWEEN :from AND :to
          ORDER BY event
          LIMIT :most
        )
      """;

  private static final String AGAIN_ALL =
      """
      INSERT INTO deliveries AS d
      SELECT v.account_id, :endpoint, v.number, v.at, 'PENDING', FALSE, 0, 0, 0, :now, NULL
      FROM events v
      WHERE v.account_id = :account AND v.number BETWEEN :from AND :to AND v.type = ANY (:types)
      ORDER BY v.number
      LIMIT :most
      ON CONFLICT (account_id, endpoint_id, event) DO UPDATE SET
        state = 'PENDING', sending = FALSE, fence = d.fence + 1, tries = 0, due_at = :now,
        ended_at = NULL
      WHERE NOT (d.state = 'PENDING' AND d.sending AND d.due_at > :now)
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
  private final EndpointRow endpoints;

  PostgresDeliveries(Database database, Seals seals, EndpointRow endpoints) {
    this.database = database;
    this.seals = seals;
    this.endpoints = endpoints;
  }

  @Override
  public List<Claimed> claimDue(Instant now, Wanted wanted) {
    return claimed(tickets(now, wanted));
  }

  private List<Ticket> tickets(Instant now, Wanted wanted) {
    return database.with(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind("now", now)
                .bind("until", wanted.until())
                .bind("most", wanted.most())
                .bind("each", wanted.each())
                .bind("failing", wanted.failing())
                .bindArray(
                    "busy", String.class, wanted.busy().stream().map(EndpointId::value).toList())
                .bindArray(
                    "busy_accounts",
                    Integer.class,
                    wanted.busyAccounts().stream().map(AccountId::value).toList())
                .map((row, context) -> ticket(new Row(row)))
                .list());
  }

  private List<Claimed> claimed(List<Ticket> tickets) {
    return tickets.isEmpty()
        ? List.of()
        : database.with(
            handle ->
                handle
                    .createQuery(CLAIMED)
                    .bindArray("accounts", Integer.class, all(tickets, Ticket::account))
                    .bindArray("endpoints", String.class, all(tickets, Ticket::endpoint))
                    .bindArray("events", Long.class, all(tickets, Ticket::event))
                    .bindArray("fences", Integer.class, all(tickets, Ticket::fence))
                    .map((row, context) -> claimed(new Row(row)))
                    .list());
  }

  /** What was handed out. */
  private record Ticket(int account, String endpoint, long event, int fence) {}

  private static Ticket ticket(Row row) throws SQLException {
    return new Ticket(
        row.intOf("account_id"), row.text("endpoint_id"), row.longOf("event"), row.intOf("fence"));
  }

  private static <T> List<T> all(List<Ticket> tickets, Function<Ticket, T> part) {
    return tickets.stream().map(part).toList();
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
                .map((row, context) -> delivery(new Row(row)))
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
                .map((row, context) -> delivery(new Row(row)))
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
    return database.with(
        handle -> {
          var update =
              handle
                  .createUpdate(failedOnly ? AGAIN_FAILED : AGAIN_ALL)
                  .bind("account", endpoint.account().value())
                  .bind("endpoint", endpoint.id().value())
                  .bind("from", from)
                  .bind("to", to)
                  .bind("most", most)
                  .bind("now", now);
          if (!failedOnly) {
            update.bindArray("types", String.class, EndpointRow.names(endpoint.hears()));
          }
          return update.execute();
        });
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

  private Claimed claimed(Row row) throws SQLException {
    return new Claimed(
        delivery(row), endpoints.read(row), row.intOf("d_attempts"), row.intOf("d_fence"));
  }

  private static Delivery delivery(Row row) throws SQLException {
    var account = new AccountId(row.intOf("d_account_id"));
    return new Delivery(
        account,
        new EndpointId(row.text("d_endpoint_id")),
        PostgresOutbox.event(account, row, row.longOf("d_event"), "v_"),
        row.enumOf("d_state", Delivery.State.class),
        row.isTrue("d_sending"),
        row.intOf("d_tries"),
        row.instant("d_due_at"),
        row.instantIfAny("d_ended_at"));
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
