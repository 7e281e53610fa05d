package dev.codeport.provider.kit;

import java.time.Duration;

/**
 * What one vendor may cost us, and what we may cost it.
 *
 * @param deadline for one operation with all its calls, waiting included
 * @param concurrency how many calls may be under way at once; 1 to 10000
 * @param patience how long a call waits for its turn
 * @param rate how often it is called
 * @param circuit when it is left alone
 */
public record UpstreamLimits(
    Duration deadline, int concurrency, Duration patience, CallRate rate, CircuitSettings circuit) {
  public static final UpstreamLimits STANDARD =
      new UpstreamLimits(
          Duration.ofSeconds(10),
          64,
          Duration.ofSeconds(5),
          CallRate.UNLIMITED,
          CircuitSettings.STANDARD);

  public UpstreamLimits {
    if (!deadline.isPositive() || patience.isNegative()) {
      throw new IllegalArgumentException("a deadline is positive, patience is not negative");
    }
    if (concurrency < 1 || concurrency > 10_000) {
      throw new IllegalArgumentException("1 to 10000 calls at once, not " + concurrency);
    }
  }

  /**
   * As settings say it, in every dialect by the same keys: {@code deadline}, {@code concurrency},
   * {@code patience}, {@code calls-per-second} and {@code calls-per-minute} (0 for any number),
   * {@code circuit-failures}, {@code circuit-pause}.
   */
  public static UpstreamLimits read(Section section, UpstreamLimits plain) {
    return new UpstreamLimits(
        section.duration("deadline", plain.deadline),
        section.number("concurrency", plain.concurrency, 1, 10_000),
        section.duration("patience", plain.patience),
        new CallRate(
            section.number("calls-per-second", plain.rate.perSecond(), 0, CallRate.MOST),
            section.number("calls-per-minute", plain.rate.perMinute(), 0, CallRate.MOST)),
        CircuitSettings.read(section, plain.circuit));
  }

  public UpstreamLimits withDeadline(Duration other) {
    return new UpstreamLimits(other, concurrency, patience, rate, circuit);
  }

  public UpstreamLimits withConcurrency(int other) {
    return new UpstreamLimits(deadline, other, patience, rate, circuit);
  }

  public UpstreamLimits withPatience(Duration other) {
    return new UpstreamLimits(deadline, concurrency, other, rate, circuit);
  }

  public UpstreamLimits withRate(CallRate other) {
    return new UpstreamLimits(deadline, concurrency, patience, other, circuit);
  }

  public UpstreamLimits withCircuit(CircuitSettings other) {
    return new UpstreamLimits(deadline, concurrency, patience, rate, other);
  }
}
