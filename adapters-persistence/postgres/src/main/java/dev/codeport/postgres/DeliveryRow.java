package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.EndpointId;
import java.sql.SQLException;

/** A delivery with its event, as a row. */
final class DeliveryRow {
  static final String COLUMNS =
      """
      SELECT d.account_id AS d_account_id, d.endpoint_id AS d_endpoint_id, d.event AS d_event,
        d.state AS d_state, d.sending AS d_sending, d.tries AS d_tries, d.due_at AS d_due_at,
        d.ended_at AS d_ended_at,
        v.type AS v_type, v.order_id AS v_order_id, v.sms_revision AS v_sms_revision, v.at AS v_at
      FROM deliveries d
      JOIN events v ON v.account_id = d.account_id AND v.number = d.event
      """;

  private DeliveryRow() {}

  static Delivery read(Row row) throws SQLException {
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
}
