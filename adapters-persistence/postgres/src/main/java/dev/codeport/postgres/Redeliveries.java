package dev.codeport.postgres;

import dev.codeport.domain.webhook.Endpoint;
import java.time.Instant;

/** Sends again what was sent, or given up, before. */
final class Redeliveries {
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

  private final Database database;

  Redeliveries(Database database) {
    this.database = database;
  }

  int redeliver(Endpoint endpoint, long from, long to, boolean failedOnly, int most, Instant now) {
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
}
