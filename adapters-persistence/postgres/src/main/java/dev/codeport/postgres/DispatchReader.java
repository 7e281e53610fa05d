package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.CodeOwner;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Verifications;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was asked of senders, and what they told of it. */
final class DispatchReader {
  private static final String OF_VERIFICATION =
      """
      SELECT d.*, r.status AS receipt_status, r.at AS receipt_at, r.detail AS receipt_detail
      FROM dispatches d
      LEFT JOIN receipts r ON r.sender = d.sender AND r.handle = d.handle
      WHERE d.account_id = :account AND d.verification_id = CAST(:id AS uuid)
      ORDER BY d.ordinal
      """;

  /** As {@link Receipt.Status#follows} has it. */
  private static final String RECORD =
      """
      INSERT INTO receipts (sender, handle, status, at, detail)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (sender, handle) DO UPDATE SET
        status = excluded.status, at = excluded.at, detail = excluded.detail
      WHERE receipts.status = 'QUEUED' AND excluded.status <> 'QUEUED'
        OR receipts.status = 'SENT' AND excluded.status IN ('DELIVERED', 'UNDELIVERED')
      """;

  /** Of a phone that is erased nothing is known but this verification. */
  private static final String SENDS =
      """
      SELECT day, sender, region, count(*) AS messages,
        count(*) FILTER (WHERE state = 'FAILED' AND NOT proven) AS fruitless
      FROM (
        SELECT CAST(d.asked_at AT TIME ZONE 'UTC' AS date) AS day, d.sender, v.region, v.state,
          bool_or(v.state = 'VERIFIED') OVER (
            PARTITION BY v.account_id, COALESCE(v.phone_hash, CAST(v.id AS text))
          ) AS proven
        FROM dispatches d
        JOIN verifications v ON v.account_id = d.account_id AND v.id = d.verification_id
        WHERE d.asked_at >= :from AND d.asked_at < :to
          AND d.state IN ('ASKING', 'ACCEPTED', 'UNKNOWN') AND NOT v.test
      ) went
      GROUP BY day, sender, region
      ORDER BY day, sender COLLATE "C", region COLLATE "C"
      """;

  private final Database database;

  DispatchReader(Database database) {
    this.database = database;
  }

  List<Dispatch> of(AccountId account, VerificationId id) {
    return database.with(
        handle ->
            handle
                .createQuery(OF_VERIFICATION)
                .bind("account", account.value())
                .bind("id", id.hex())
                .map((row, context) -> dispatch(id, new Row(row)))
                .list());
  }

  List<Verifications.Sends> sends(Instant from, Instant to) {
    return database.with(
        handle ->
            handle
                .createQuery(SENDS)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> sends(new Row(row)))
                .list());
  }

  private static Verifications.Sends sends(Row row) throws SQLException {
    return new Verifications.Sends(
        row.result().getObject("day", LocalDate.class),
        new SenderId(row.text("sender")),
        row.textIfAny("region").map(Region::new),
        row.longOf("messages"),
        row.longOf("fruitless"));
  }

  void record(Receipt receipt) {
    database.update(
        RECORD,
        receipt.sender().value(),
        Texts.storable(receipt.handle().value()),
        receipt.status().name(),
        receipt.at(),
        Texts.storable(receipt.detail()));
  }

  private static Dispatch dispatch(VerificationId id, Row row) throws SQLException {
    return new Dispatch(
        id,
        row.intOf("ordinal"),
        row.intOf("round"),
        new SenderId(row.text("sender")),
        row.enumOf("code", CodeOwner.class),
        row.text("reference"),
        row.instant("asked_at"),
        row.enumOf("state", Dispatch.State.class),
        row.textIfAny("handle").map(Handle::new),
        row.instantIfAny("answered_at"),
        row.text("detail"),
        receipt(row));
  }

  private static Optional<Receipt> receipt(Row row) throws SQLException {
    return row.textIfAny("receipt_status").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Receipt(
                new SenderId(row.text("sender")),
                new Handle(row.text("handle")),
                row.enumOf("receipt_status", Receipt.Status.class),
                row.instant("receipt_at"),
                row.text("receipt_detail")));
  }
}
