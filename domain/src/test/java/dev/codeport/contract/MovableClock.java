package dev.codeport.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Safe for many threads. */
public final class MovableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2031-01-02T12:00:00.123456Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
