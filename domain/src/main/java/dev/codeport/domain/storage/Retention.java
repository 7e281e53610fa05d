package dev.codeport.domain.storage;

import java.time.Instant;

/**
 * Lets go of what was kept long enough, a few rows at a time and without waiting for anybody's
 * lock: what somebody is working on stays for the next time. Money is never touched.
 *
 * <p>Each answers how much it let go; less than {@code limit} means that nothing more is to do now.
 */
public interface Retention {
  /** Numbers, codes and texts of orders that ended before then; the orders stay. */
  int eraseOrders(Instant endedBefore, int limit);

  /** Codes and texts of messages that came before then; that they came stays. */
  int eraseMessages(Instant receivedBefore, int limit);

  /** Idempotency keys taken before then: from now on they are new again. */
  int forgetKeys(Instant takenBefore, int limit);

  /** Deliveries of events before then that were delivered or given up, with their attempts. */
  int forgetDeliveries(Instant before, int limit);

  /**
   * Phones and addresses of verifications that ended before then, and the intents that are made of
   * them; the verifications stay.
   */
  int eraseVerifications(Instant endedBefore, int limit);

  /**
   * Verifications that ended before then and are erased, with what was asked of senders for them.
   */
  int forgetVerifications(Instant endedBefore, int limit);

  /** What senders told of before then. */
  int forgetReceipts(Instant before, int limit);

  /**
   * What was counted for phones on days before that moment's (UTC), unless the phone is locked
   * then.
   */
  int forgetTallies(Instant before, int limit);

  /** Outcomes of before then. */
  int forgetOutcomes(Instant before, int limit);
}
