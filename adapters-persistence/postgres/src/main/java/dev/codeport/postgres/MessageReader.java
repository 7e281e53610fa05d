package dev.codeport.postgres;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Sms;
import java.sql.SQLException;
import java.util.List;

/** Reads an order's messages. */
final class MessageReader {
  private static final String OF_ORDER =
      """
      SELECT * FROM messages WHERE order_id = :order ORDER BY revision
      """;

  private final Database database;
  private final Seals seals;

  MessageReader(Database database, Seals seals) {
    this.database = database;
    this.seals = seals;
  }

  List<Sms> of(OrderId order) {
    return database.with(
        handle ->
            handle
                .createQuery(OF_ORDER)
                .bind("order", order.value())
                .map((row, context) -> message(new Row(row)))
                .list());
  }

  private Sms message(Row row) throws SQLException {
    return new Sms(
        new OrderId(row.longOf("order_id")),
        row.intOf("revision"),
        seals.openSmsKey(row.text("key")),
        seals.openText(row.text("text")),
        row.textIfAny("code").map(seals::code),
        row.text("rule"),
        row.instant("received_at"),
        row.isTrue("late"));
  }
}
