package dev.codeport.application.worker;

import java.time.Duration;
import java.time.Instant;

/** Something that has to be done again and again. */
public interface Worker {
  String name();

  /** How long to wait after a run. */
  Duration pause();

  /** Does what is due at {@code now}; answers how much it did. May be run on every node. */
  int runOnce(Instant now);

  /** Returns once all has ended that runs began and left running; most leave nothing. */
  default void settle() {}

  /** Begins nothing any more, and returns once all has ended. */
  default void stop() {}
}
