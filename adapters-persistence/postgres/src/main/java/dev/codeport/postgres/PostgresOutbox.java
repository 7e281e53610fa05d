package dev.codeport.postgres;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

final class PostgresOutbox implements Outbox {
  private static final String EVENTS =
      """
      SELECT *
      FROM events
      WHERE account_id = :account AND number > :after
      ORDER BY number
      LIMIT :limit
      """;

  private final Database database;

  PostgresOutbox(Database database) {
    this.database = database;
  }

  @Override
  public List<Numbered> events(AccountId account, long after, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(EVENTS)
                .bind("account", account.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> event(account, new Row(row)))
                .list());
  }

  private static Numbered event(AccountId account, Row row) throws SQLException {
    var revision = row.intIfAny("sms_revision");
    return new Numbered(
        row.longOf("number"),
        new Event(
            account,
            row.enumOf("type", Event.Type.class),
            new OrderId(row.longOf("order_id")),
            revision.map(OptionalInt::of).orElseGet(OptionalInt::empty),
            row.instant("at")));
  }
}
