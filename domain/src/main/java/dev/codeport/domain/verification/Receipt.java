package dev.codeport.domain.verification;

import dev.codeport.domain.id.SenderId;
import java.time.Instant;

/**
 * What a sender told of something it took: may come in any order, before the answer to the send,
 * and twice.
 *
 * @param at when it says that this happened, or else when we heard of it
 * @param detail its code for why not, empty if none
 */
public record Receipt(SenderId sender, Handle handle, Status status, Instant at, String detail) {
  /** From early to late: a later one is never replaced by an earlier one. */
  public enum Status {
    QUEUED,
    SENT,
    DELIVERED,
    UNDELIVERED;

    /** Whether this is news after {@code known}. The first of the two last words stays. */
    public boolean follows(Status known) {
      return known != DELIVERED && known != UNDELIVERED && compareTo(known) > 0;
    }
  }
}
