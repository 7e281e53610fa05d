package dev.codeport.postgres;

import dev.codeport.domain.fraud.FraudLists;
import dev.codeport.domain.fraud.ListEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Subjects may be numbers of people: they are sealed, found by hash, and sorted here. */
final class PostgresFraudLists implements FraudLists {
  private static final String PUT =
      """
      INSERT INTO fraud_lists (kind, subject_hash, subject, reason, until)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (kind, subject_hash) DO UPDATE SET
        subject = excluded.subject, reason = excluded.reason, until = excluded.until
      """;

  private static final String REMOVE =
      """
      DELETE FROM fraud_lists WHERE kind = ? AND subject_hash = ?
      """;

  private static final String ENTRIES =
      """
      SELECT * FROM fraud_lists WHERE until IS NULL OR until > :now
      """;

  private static final Comparator<ListEntry> BY_KIND_AND_SUBJECT =
      Comparator.comparing(ListEntry::kind).thenComparing(ListEntry::subject);

  private final Database database;
  private final Seals seals;

  PostgresFraudLists(Database database, Seals seals) {
    this.database = database;
    this.seals = seals;
  }

  @Override
  public void put(ListEntry entry) {
    database.update(
        PUT,
        entry.kind().name(),
        seals.subjectHash(entry.subject()),
        seals.subject(entry.subject()),
        seals.reason(entry.reason()),
        entry.until());
  }

  @Override
  public boolean remove(ListEntry.Kind kind, String subject) {
    return database.update(REMOVE, kind.name(), seals.subjectHash(subject)) > 0;
  }

  @Override
  public List<ListEntry> entries(Instant now) {
    return database.with(
        handle ->
            handle
                .createQuery(ENTRIES)
                .bind("now", now)
                .map((row, context) -> entry(new Row(row)))
                .stream()
                .sorted(BY_KIND_AND_SUBJECT)
                .toList());
  }

  private ListEntry entry(Row row) throws SQLException {
    return new ListEntry(
        row.enumOf("kind", ListEntry.Kind.class),
        seals.openSubject(row.text("subject")),
        seals.openReason(row.text("reason")),
        row.instantIfAny("until"));
  }
}
