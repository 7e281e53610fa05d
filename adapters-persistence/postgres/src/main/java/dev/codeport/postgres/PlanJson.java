package dev.codeport.postgres;

import dev.codeport.domain.order.Plan;
import java.sql.SQLException;
import java.time.Instant;

/** What is planned for a number, as two columns: a word and a time. */
final class PlanJson {
  private enum Word {
    WAIT,
    CANCEL_AT,
    CANCELING,
    MOVE_AT,
    LEAVING
  }

  private PlanJson() {}

  static void write(Plan plan, RowJson row) {
    switch (plan) {
      case Plan.Wait wait -> row.put("plan", Word.WAIT);
      case Plan.CancelAt cancel -> write(row, Word.CANCEL_AT, cancel.at());
      case Plan.Canceling asked -> write(row, Word.CANCELING, asked.since());
      case Plan.MoveAt move -> write(row, Word.MOVE_AT, move.at());
      case Plan.Leaving asked -> write(row, Word.LEAVING, asked.since());
    }
  }

  private static void write(RowJson row, Word word, Instant at) {
    row.put("plan", word).put("plan_at", at);
  }

  static Plan read(Row row) throws SQLException {
    return switch (row.enumOf("plan", Word.class)) {
      case WAIT -> Plan.WAIT;
      case CANCEL_AT -> new Plan.CancelAt(row.instant("plan_at"));
      case CANCELING -> new Plan.Canceling(row.instant("plan_at"));
      case MOVE_AT -> new Plan.MoveAt(row.instant("plan_at"));
      case LEAVING -> new Plan.Leaving(row.instant("plan_at"));
    };
  }
}
