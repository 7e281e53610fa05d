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
}
