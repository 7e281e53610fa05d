package dev.codeport.postgres;

import dev.codeport.domain.storage.Retention;
import java.time.Instant;

/** Works in small batches; rows that somebody has locked are passed over. */
final class PostgresRetention implements Retention {
  private static final String ERASE_ORDERS =
      """
      UPDATE orders SET phone = NULL, code = NULL, sms_text = NULL
      WHERE (id, account_id) IN (
        SELECT id, account_id FROM orders
        WHERE closed_at < ? AND phone IS NOT NULL
        ORDER BY closed_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      """;

  private static final String ERASE_MESSAGES =
      """
      UPDATE messages SET key = '', text = '', code = NULL
      WHERE (order_id, revision, account_id) IN (
        SELECT order_id, revision, account_id FROM messages
        WHERE received_at < ? AND key <> ''
        ORDER BY received_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      """;

  private static final String FORGET_KEYS =
      """
      DELETE FROM claims
      WHERE (account_id, key_hash) IN (
        SELECT account_id, key_hash FROM claims
        WHERE taken_at < ?
        ORDER BY taken_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      """;

  private static final String FORGET_DELIVERIES =
      """
      WITH forgotten AS (
        DELETE FROM deliveries
        WHERE (account_id, endpoint_id, event) IN (
          SELECT account_id, endpoint_id, event FROM deliveries
          WHERE at < ? AND state <> 'PENDING'
          LIMIT ?
          FOR UPDATE SKIP LOCKED
        )
        RETURNING account_id, endpoint_id, event
      ),
      attempts AS (
        DELETE FROM delivery_attempts a USING forgotten f
        WHERE a.account_id = f.account_id AND a.endpoint_id = f.endpoint_id AND a.event = f.event
      )
      SELECT count(*) FROM forgotten
      """;

  private static final String ERASE_VERIFICATIONS =
      """
      UPDATE verifications SET
        phone = NULL, phone_hash = NULL, address = NULL, intent = repeat('0', 64)
      WHERE (account_id, id) IN (
        SELECT account_id, id FROM verifications
        WHERE ended_at < ? AND phone IS NOT NULL
        ORDER BY ended_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      """;

  private static final String FORGET_VERIFICATIONS =
      """
      WITH old AS (
        SELECT account_id, id FROM verifications
        WHERE ended_at < ? AND phone IS NULL
        ORDER BY ended_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      ),
      asked AS (
        DELETE FROM dispatches d USING old
        WHERE d.account_id = old.account_id AND d.verification_id = old.id
      )
      DELETE FROM verifications v USING old
      WHERE v.account_id = old.account_id AND v.id = old.id
      """;

  private static final String FORGET_RECEIPTS =
      """
      DELETE FROM receipts
      WHERE (sender, handle) IN (
        SELECT sender, handle FROM receipts
        WHERE at < ?
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      """;

  private static final String FORGET_TALLIES =
      """
      DELETE FROM phone_tallies
      WHERE (account_id, phone_hash) IN (
        SELECT account_id, phone_hash FROM phone_tallies
        WHERE day < CAST(CAST(? AS timestamptz) AT TIME ZONE 'UTC' AS date)
          AND (locked_until IS NULL OR locked_until <= ?)
        ORDER BY day
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      )
      """;

  private static final String FORGET_OUTCOMES =
      """
      DELETE FROM outcomes
      WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM outcomes WHERE at < ? LIMIT ? FOR UPDATE SKIP LOCKED
      ))
      """;

  private final Database database;

  PostgresRetention(Database database) {
    this.database = database;
  }

  @Override
  public int eraseOrders(Instant endedBefore, int limit) {
    return database.update(ERASE_ORDERS, endedBefore, limit);
  }

  @Override
  public int eraseMessages(Instant receivedBefore, int limit) {
    return database.update(ERASE_MESSAGES, receivedBefore, limit);
  }

  @Override
  public int forgetKeys(Instant takenBefore, int limit) {
    return database.update(FORGET_KEYS, takenBefore, limit);
  }

  @Override
  public int forgetDeliveries(Instant before, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(FORGET_DELIVERIES)
                .bind(0, before)
                .bind(1, limit)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public int eraseVerifications(Instant endedBefore, int limit) {
    return database.update(ERASE_VERIFICATIONS, endedBefore, limit);
  }

  @Override
  public int forgetVerifications(Instant endedBefore, int limit) {
    return database.update(FORGET_VERIFICATIONS, endedBefore, limit);
  }

  @Override
  public int forgetReceipts(Instant before, int limit) {
    return database.update(FORGET_RECEIPTS, before, limit);
  }

  @Override
  public int forgetTallies(Instant before, int limit) {
    return database.update(FORGET_TALLIES, before, before, limit);
  }

  @Override
  public int forgetOutcomes(Instant before, int limit) {
    return database.update(FORGET_OUTCOMES, before, limit);
  }
}
