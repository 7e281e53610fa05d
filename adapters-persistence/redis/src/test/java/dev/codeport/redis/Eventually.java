package dev.codeport.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until something outside this process has come about. */
final class Eventually {
  /** Longer than a busy machine needs for anything here; what comes about comes about sooner. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Eventually() {}

  /** How long it took. */
  static Duration holds(String what, BooleanSupplier condition) {
    var begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
