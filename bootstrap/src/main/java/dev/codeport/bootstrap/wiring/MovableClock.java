package dev.codeport.bootstrap.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The time of day, to the microsecond; in a sandbox it can be moved ahead, never back. */
final class MovableClock implements InstantSource {
  private final InstantSource real;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  MovableClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
  }

  void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time goes forward only");
    }
    ahead.updateAndGet(by::plus);
  }
}
