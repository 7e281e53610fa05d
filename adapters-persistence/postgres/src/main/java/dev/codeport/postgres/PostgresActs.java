package dev.codeport.postgres;

import dev.codeport.domain.account.Act;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.id.AccountId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

final class PostgresActs implements Acts {
  private static final String WRITE =
      """
      INSERT INTO acts (at, door, address, kind, account_id, detail) VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String NEWEST =
      """
      SELECT * FROM acts WHERE number < :before ORDER BY number DESC LIMIT :limit
      """;

  private static final String OF_ACCOUNT =
      """
      SELECT * FROM acts
      WHERE account_id = :account AND number < :before
      ORDER BY number DESC
      LIMIT :limit
      """;

  private final Database database;
  private final Seals seals;

  PostgresActs(Database database, Seals seals) {
    this.database = database;
    this.seals = seals;
  }

  @Override
  public void write(Act act) {
    database.update(
        WRITE,
        act.at(),
        act.author().door().name(),
        seals.actAddress(act.author().address()),
        act.kind().name(),
        act.account().map(AccountId::value),
        seals.actDetail(act.detail()));
  }

  @Override
  public <T> T written(Supplier<T> change, Function<T, Optional<Act>> act) {
    return database.whole(
        () -> {
          var made = change.get();
          act.apply(made).ifPresent(this::write);
          return made;
        });
  }

  @Override
  public List<Numbered> newest(Optional<AccountId> account, long before, int limit) {
    return database.with(
        handle -> {
          var query = handle.createQuery(account.isPresent() ? OF_ACCOUNT : NEWEST);
          account.ifPresent(id -> query.bind("account", id.value()));
          return query
              .bind("before", before)
              .bind("limit", limit)
              .map((row, context) -> numbered(new Row(row)))
              .list();
        });
  }

  private Numbered numbered(Row row) throws SQLException {
    var author =
        new Act.Author(
            row.enumOf("door", Act.Door.class), seals.openActAddress(row.text("address")));
    var act =
        new Act(
            author,
            row.enumOf("kind", Act.Kind.class),
            row.intIfAny("account_id").map(AccountId::new),
            seals.openActDetail(row.text("detail")),
            row.instant("at"));
    return new Numbered(row.longOf("number"), act);
  }
}
