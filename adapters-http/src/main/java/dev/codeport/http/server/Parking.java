package dev.codeport.http.server;

import java.time.Duration;
import java.util.Optional;

/** An answer that waits for something to happen; meanwhile no thread is held. */
public interface Parking {
  /**
   * The answer, if it is time for one. May block; called on a virtual thread, never twice at once.
   *
   * @param last whether it is the last time, so that there must be an answer
   */
  Optional<Reply> look(boolean last);

  /**
   * Has {@code wake} called whenever it is worth looking, from any thread. Called once, before the
   * first look; must not block.
   *
   * @return ends it
   */
  Runnable listen(Runnable wake);

  /** How long to wait at most. */
  Duration patience();

  /** It was answered, or the caller is gone; called once. Must not block. */
  void over();
}
