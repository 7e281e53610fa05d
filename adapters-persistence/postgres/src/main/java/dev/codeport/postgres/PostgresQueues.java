package dev.codeport.postgres;

import dev.codeport.domain.storage.Queues;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each count reads an index of what waits only. */
final class PostgresQueues implements Queues {
  private static final String WAITING =
      """
      SELECT 'ORDERS_TO_' || due AS queue, count(*) AS depth, min(due_at) AS since
      FROM orders
      WHERE due IS NOT NULL AND due_at <= :now
      GROUP BY due
      UNION ALL
      SELECT 'QUEUED_CANCELS', count(*), min(plan_at)
      FROM orders
      WHERE due IS NOT NULL AND state = 'ACTIVE' AND plan = 'CANCEL_AT'
      UNION ALL
      SELECT 'UNSETTLED_ATTEMPTS', count(*), min(asked_at)
      FROM attempts
      WHERE state IN ('ASKING', 'UNKNOWN')
      UNION ALL
      SELECT 'WATCHED_NUMBERS', count(*), min(placed_at)
      FROM orders
      WHERE state IN ('ACTIVE', 'RECEIVED', 'AWAITING')
      UNION ALL
      SELECT 'DELIVERIES', count(*) FILTER (WHERE d.due_at <= :now),
        min(d.due_at) FILTER (WHERE d.due_at <= :now)
      FROM deliveries d
      JOIN endpoints e ON e.account_id = d.account_id AND e.id = d.endpoint_id
      WHERE d.state = 'PENDING' AND e.state = 'ACTIVE' AND e.url IS NOT NULL
      UNION ALL
      SELECT 'FAILED_DELIVERIES', count(*), min(d.at)
      FROM deliveries d
      JOIN endpoints e ON e.account_id = d.account_id AND e.id = d.endpoint_id
      WHERE d.state = 'PENDING' AND d.tries > 0 AND e.state = 'ACTIVE' AND e.url IS NOT NULL
      UNION ALL
      SELECT 'UNKNOWN_SENDS', count(*), min(v.started_at)
      FROM verifications v
      WHERE v.state IN ('STARTED', 'SENT') AND EXISTS (
        SELECT FROM dispatches d
        WHERE d.account_id = v.account_id AND d.verification_id = v.id
          AND d.state IN ('ASKING', 'UNKNOWN')
      )
      UNION ALL
      SELECT 'VERIFICATIONS_TO_EXPIRE', count(*), min(expires_at)
      FROM verifications
      WHERE state IN ('STARTED', 'SENT') AND expires_at <= :now
      """;

  private final Database database;

  PostgresQueues(Database database) {
    this.database = database;
  }

  @Override
  public List<Waiting> waiting(Instant now) {
    Map<Queue, Waiting> found = new EnumMap<>(Queue.class);
    read(now).forEach(each -> found.put(each.queue(), each));
    return Arrays.stream(Queue.values())
        .map(queue -> found.getOrDefault(queue, new Waiting(queue, 0, Optional.empty())))
        .toList();
  }

  private List<Waiting> read(Instant now) {
    return database.with(
        handle ->
            handle
                .createQuery(WAITING)
                .bind("now", now)
                .map((row, context) -> waiting(new Row(row)))
                .list());
  }

  private static Waiting waiting(Row row) throws SQLException {
    return new Waiting(
        row.enumOf("queue", Queue.class), row.longOf("depth"), row.instantIfAny("since"));
  }
}
