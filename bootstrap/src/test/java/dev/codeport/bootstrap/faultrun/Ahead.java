package dev.codeport.bootstrap.faultrun;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The real time, and how far it was moved on. */
final class Ahead implements InstantSource {
  private volatile Duration by = Duration.ZERO;

  void advance(Duration more) {
    by = by.plus(more);
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(by).truncatedTo(ChronoUnit.MICROS);
  }
}
