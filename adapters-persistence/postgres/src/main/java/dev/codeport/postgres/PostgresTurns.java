package dev.codeport.postgres;

import dev.codeport.domain.storage.Turns;
import java.time.Instant;

final class PostgresTurns implements Turns {
  private static final String TAKE =
      """
      INSERT INTO turns (name, node, held_until)
      VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET node = excluded.node, held_until = excluded.held_until
      WHERE turns.node = excluded.node OR turns.held_until <= ?
      """;

  private final Database database;

  PostgresTurns(Database database) {
    this.database = database;
  }

  @Override
  public boolean take(String name, String node, Instant now, Instant until) {
    return database.update(TAKE, name, node, until, now) == 1;
  }
}
