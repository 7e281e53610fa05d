package dev.codeport.domain.webhook;

import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * One event for one endpoint. What is sent is not part of it: that is made from the stored order
 * whenever it is sent.
 *
 * @param sending whether a worker has it now
 * @param tries how often it was tried since it was last begun
 * @param dueAt when it is tried next, while it is pending; while it is being sent, when another
 *     worker may take it
 * @param endedAt when it was delivered or given up
 */
public record Delivery(
    AccountId account,
    EndpointId endpoint,
    Outbox.Numbered event,
    State state,
    boolean sending,
    int tries,
    Instant dueAt,
    Optional<Instant> endedAt) {
  public enum State {
    PENDING,
    DELIVERED,
    /** Given up. */
    FAILED
  }

  /** The same at every attempt, however often it is begun anew. */
  public String messageId() {
    return endpoint.messageId(event.number());
  }
}
