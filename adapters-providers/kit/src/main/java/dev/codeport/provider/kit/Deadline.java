package dev.codeport.provider.kit;

import java.time.Duration;

/** A moment of the machine's own running clock, until which one or several calls must be done. */
public final class Deadline {
  private final long at;

  private Deadline(long at) {
    this.at = at;
  }

  /** So long from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left; zero when it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
  }

  public boolean hasPassed() {
    return remaining().isZero();
  }
}
