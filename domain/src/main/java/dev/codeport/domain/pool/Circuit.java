package dev.codeport.domain.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a vendor is asked for numbers at all. After {@link #FAULTS} requests in a row that it did
 * not answer it is left alone for a while, then one request finds out; when that fails too, it is
 * left alone twice as long.
 *
 * <pre>
 *   closed ──5 faults in a row──► shut ──time is over──► one request ──answered──► closed
 *                                  ▲                         │
 *                                  └───twice as long, fault──┘
 * </pre>
 *
 * @param faults how many in a row
 * @param shutUntil when the next request may be made; long ago for one that was never shut
 * @param time for how long it was shut last; zero if it was not
 */
public record Circuit(int faults, Instant shutUntil, Duration time) {
  public static final Circuit CLOSED = new Circuit(0, Instant.EPOCH, Duration.ZERO);

  static final int FAULTS = 5;
  static final Duration FIRST = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofMinutes(5);

  /** No vendor takes longer to answer; so long the others wait for the one that finds out. */
  static final Duration PROBE = Duration.ofSeconds(15);

  public boolean isShut(Instant now) {
    return now.isBefore(shutUntil);
  }

  public Circuit answered() {
    return CLOSED;
  }

  /** Requests that were under way when it was shut fail too, and tell nothing new. */
  public Circuit failed(Instant now, boolean wasProbe) {
    if (isProbe() && !wasProbe) {
      return this;
    }
    return faults + 1 < FAULTS
        ? new Circuit(faults + 1, shutUntil, time)
        : new Circuit(FAULTS, now.plus(longer()), longer());
  }

  private Duration longer() {
    var twice = time.isZero() ? FIRST : time.multipliedBy(2);
    return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }

  /** Whether the next request only finds out whether the vendor answers again. */
  public boolean isProbe() {
    return faults >= FAULTS;
  }

  /** One request finds out; until it is answered there is no second. */
  public Circuit probing(Instant now) {
    return new Circuit(faults, now.plus(PROBE), time);
  }
}
