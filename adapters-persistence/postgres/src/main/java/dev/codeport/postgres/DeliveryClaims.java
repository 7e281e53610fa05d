package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.EndpointId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Hands out what is due to one node, by a fence. */
final class DeliveryClaims {
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

  private final Database database;
  private final EndpointRow endpoints;

  DeliveryClaims(Database database, EndpointRow endpoints) {
    this.database = database;
    this.endpoints = endpoints;
  }

  List<Claimed> claimDue(Instant now, Deliveries.Wanted wanted) {
    return claimed(tickets(now, wanted));
  }

  private List<Ticket> tickets(Instant now, Deliveries.Wanted wanted) {
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

  private Claimed claimed(Row row) throws SQLException {
    return new Claimed(
        DeliveryRow.read(row), endpoints.read(row), row.intOf("d_attempts"), row.intOf("d_fence"));
  }
}
