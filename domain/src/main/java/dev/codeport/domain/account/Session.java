package dev.codeport.domain.account;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who looks at pages instead of showing a key with every request.
 *
 * @param hash the keyed hash of the session's id, which only its browser knows
 * @param part which part of the pages it opens
 * @param keyHash the keyed hash of the key that opened it, without which it is worth nothing
 * @param seenAt when it was last used, give or take {@link #PRECISION}
 */
public record Session(String hash, Part part, String keyHash, Instant openedAt, Instant seenAt) {
  /** What is written down of its use is no more exact, and written no more often. */
  public static final Duration PRECISION = Duration.ofMinutes(1);

  public enum Part {
    CUSTOMER,
    OPERATOR
  }

  public Session {
    if (seenAt.isBefore(openedAt)) {
      throw new IllegalArgumentException("a session is seen after it was opened");
    }
  }

  public static Session opened(String hash, Part part, String keyHash, Instant now) {
    return new Session(hash, part, keyHash, now, now);
  }

  /**
   * @param idle how long it may lie unused
   */
  public boolean holdsAt(Instant now, Duration idle) {
    return now.isBefore(seenAt.plus(idle));
  }

  /** Whether its use now is worth writing down. */
  public boolean isStaleAt(Instant now) {
    return !now.isBefore(seenAt.plus(PRECISION));
  }
}
