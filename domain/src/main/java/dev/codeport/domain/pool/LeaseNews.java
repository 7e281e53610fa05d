package dev.codeport.domain.pool;

import java.util.List;

/**
 * How a lease stands at the vendor.
 *
 * @param messages every SMS the vendor shows for it now, oldest first; those already known too
 */
public record LeaseNews(State state, List<UpstreamSms> messages) {
  public enum State {
    /** The number is kept, an SMS may still come. */
    OPEN,
    /** Taken back, by us or by time; its price was given back. */
    CANCELED,
    /** Finished after an SMS; it was paid for. */
    FINISHED,
    /** The vendor does not know it (any more). */
    UNKNOWN
  }

  public LeaseNews {
    messages = List.copyOf(messages);
  }
}
