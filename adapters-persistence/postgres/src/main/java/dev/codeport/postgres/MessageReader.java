package dev.codeport.postgres;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Sms;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

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

  private static String orErased(String sealed, UnaryOperator<String> open) {
    return sealed.isEmpty() ? "" : open.apply(sealed);
  }

  private Sms message(Row row) throws SQLException {
    return new Sms(
        new OrderId(row.longOf("order_id")),
        row.intOf("revision"),
        orErased(row.text("key"), seals::openSmsKey),
        orErased(row.text("text"), seals::openText),
        row.textIfAny("code").map(seals::code),
        row.text("rule"),
        row.instant("received_at"),
        row.isTrue("late"));
  }
}
