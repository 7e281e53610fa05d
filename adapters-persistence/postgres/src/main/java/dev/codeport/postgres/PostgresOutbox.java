package dev.codeport.postgres;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

final class PostgresOutbox implements Outbox {
  private static final String EVENTS =
      """
      SELECT *
      FROM events
      WHERE account_id = :account AND number > :after
      ORDER BY number
      LIMIT :limit
      """;

  private static final String OF_ORDER =
      """
      SELECT *
      FROM events
      WHERE account_id = :account AND order_id = :order AND number > :after
      ORDER BY number
      LIMIT :limit
      """;

  /** The wallet's row counts the events; it is locked while they get their numbers. */
  private static final String NEWEST =
      "SELECT account_id, events FROM wallets WHERE account_id = ANY (:accounts) AND events > 0";

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

  @Override
  public List<Numbered> ofOrder(AccountId account, OrderId order, long after, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(OF_ORDER)
                .bind("account", account.value())
                .bind("order", order.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> event(account, new Row(row)))
                .list());
  }

  @Override
  public Map<AccountId, Long> newest(Collection<AccountId> accounts) {
    var values = accounts.stream().map(AccountId::value).toList();
    return database.with(
        handle ->
            handle
                .createQuery(NEWEST)
                .bindArray("accounts", Integer.class, values)
                .map(
                    (row, context) ->
                        Map.entry(new AccountId(row.getInt("account_id")), row.getLong("events")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** An event whose columns are named so, but its number. */
  static Numbered event(AccountId account, Row row, long number, String prefix)
      throws SQLException {
    var revision = row.intIfAny(prefix + "sms_revision");
    return new Numbered(
        number,
        new Event(
            account,
            row.enumOf(prefix + "type", Event.Type.class),
            new OrderId(row.longOf(prefix + "order_id")),
            revision.map(OptionalInt::of).orElseGet(OptionalInt::empty),
            row.instant(prefix + "at")));
  }

  private static Numbered event(AccountId account, Row row) throws SQLException {
    return event(account, row, row.longOf("number"), "");
  }
}
