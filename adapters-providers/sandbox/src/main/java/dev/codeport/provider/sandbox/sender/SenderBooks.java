package dev.codeport.provider.sandbox.sender;

import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;

/**
 * What a sandbox sender really did.
 *
 * @param sent how many messages in all
 * @param entries the newest of them, oldest first
 */
public record SenderBooks(long sent, List<Entry> entries) {
  public SenderBooks {
    entries = List.copyOf(entries);
  }

  /** How a code stands. */
  public enum State {
    PENDING,
    VERIFIED,
    /** No guess is left. */
    EXHAUSTED
  }

  /**
   * @param id under which it was taken
   * @param reference what the request called it; empty if nothing
   * @param wrongGuesses of a code that is checked here
   */
  public record Entry(
      String id,
      String reference,
      PhoneNumber phone,
      Instant sentAt,
      State state,
      int wrongGuesses) {}
}
