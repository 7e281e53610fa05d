package dev.codeport.provider.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that a test moves. */
final class MovableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2031-01-02T03:04:05Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
