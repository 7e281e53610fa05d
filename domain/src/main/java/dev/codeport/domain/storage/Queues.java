package dev.codeport.domain.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much waits to be done, on all nodes together. Whatever waits is counted one by one, so this
 * is for people who look, not for workers.
 */
public interface Queues {
  /** All of them in their order, also the empty ones. */
  List<Waiting> waiting(Instant now);

  /**
   * @param since the time of the one that has waited longest, as its queue says; none when the
   *     queue is empty
   */
  record Waiting(Queue queue, long depth, Optional<Instant> since) {}

  /** What waits, and since when it does. */
  enum Queue {
    /**
     * Orders due for settling: a vendor's answer is missing, or it is time for a queued cancel;
     * since they were due.
     */
    ORDERS_TO_SETTLE,
    /** Orders for which it is time to look for another number; since then. */
    ORDERS_TO_MOVE,
    /** Orders whose time is over; since then. */
    ORDERS_TO_EXPIRE,
    /** Cancels to be asked for when the vendor will allow it; the time of the first. */
    QUEUED_CANCELS,
    /** Requests for a number of which it is not known whether a vendor gave one; since asked. */
    UNSETTLED_ATTEMPTS,
    /** Numbers on which an SMS may still come, and which are polled; since their order. */
    WATCHED_NUMBERS,
    /** Webhooks to be sent now to active endpoints, since they were due. */
    DELIVERIES,
    /** Webhooks that failed and are to be tried again, now or later; since their event. */
    FAILED_DELIVERIES,
    /** Open verifications for which a sender's answer is missing or got lost; since they began. */
    UNKNOWN_SENDS,
    /** Open verifications that are over; since then. */
    VERIFICATIONS_TO_EXPIRE
  }
}
