package dev.codeport.domain.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions, for all nodes and over restarts. Whether one still holds is for others to say.
 */
public interface Sessions {
  /** Its hash must be new. */
  void open(Session session);

  Optional<Session> find(String hash);

  /**
   * It was used then; a time before the one that is known changes nothing, nor does an ended one.
   */
  void seen(String hash, Instant at);

  /** Answers whether it was there; of several at once, one is told so. */
  boolean end(String hash);

  /** Ends those last seen before then, at most {@code limit}, and answers how many. */
  int forget(Instant seenBefore, int limit);
}
