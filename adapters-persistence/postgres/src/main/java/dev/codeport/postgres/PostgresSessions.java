package dev.codeport.postgres;

import dev.codeport.domain.account.Session;
import dev.codeport.domain.account.Sessions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

final class PostgresSessions implements Sessions {
  private static final String OPEN =
      """
      INSERT INTO sessions (hash, part, key_hash, opened_at, seen_at) VALUES (?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      """
      SELECT * FROM sessions WHERE hash = :hash
      """;

  private static final String SEEN =
      """
      UPDATE sessions SET seen_at = ? WHERE hash = ? AND seen_at < ?
      """;

  private static final String END =
      """
      DELETE FROM sessions WHERE hash = ?
      """;

  private static final String FORGET =
      """
      DELETE FROM sessions
      WHERE hash IN (
        SELECT hash FROM sessions
        WHERE seen_at < ?
        ORDER BY seen_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      """;

  private final Database database;

  PostgresSessions(Database database) {
    this.database = database;
  }

  @Override
  public void open(Session session) {
    database.update(
        OPEN,
        session.hash(),
        session.part().name(),
        session.keyHash(),
        session.openedAt(),
        session.seenAt());
  }

  @Override
  public Optional<Session> find(String hash) {
    return database.with(
        handle ->
            handle
                .createQuery(FIND)
                .bind("hash", hash)
                .map((row, context) -> session(new Row(row)))
                .findOne());
  }

  @Override
  public void seen(String hash, Instant at) {
    database.update(SEEN, at, hash, at);
  }

  @Override
  public boolean end(String hash) {
    return database.update(END, hash) == 1;
  }

  @Override
  public int forget(Instant seenBefore, int limit) {
    return database.update(FORGET, seenBefore, limit);
  }

  private static Session session(Row row) throws SQLException {
    return new Session(
        row.text("hash"),
        row.enumOf("part", Session.Part.class),
        row.text("key_hash"),
        row.instant("opened_at"),
        row.instant("seen_at"));
  }
}
