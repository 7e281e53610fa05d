package dev.codeport.provider.kit;

import java.time.Duration;

/**
 * What one vendor may cost us.
 *
 * @param deadline for one operation with all its calls, waiting included
 * @param concurrency how many calls may be under way at once; 1 to 10000
 * @param patience how long a call waits for its turn
 */
public record UpstreamLimits(Duration deadline, int concurrency, Duration patience) {
  public static final UpstreamLimits STANDARD =
      new UpstreamLimits(Duration.ofSeconds(10), 64, Duration.ofSeconds(5));

  public UpstreamLimits {
    if (!deadline.isPositive() || patience.isNegative()) {
      throw new IllegalArgumentException("a deadline is positive, patience is not negative");
    }
    if (concurrency < 1 || concurrency > 10_000) {
      throw new IllegalArgumentException("1 to 10000 calls at once, not " + concurrency);
    }
  }

  public UpstreamLimits withDeadline(Duration other) {
    return new UpstreamLimits(other, concurrency, patience);
  }

  public UpstreamLimits withConcurrency(int other) {
    return new UpstreamLimits(deadline, other, patience);
  }

  public UpstreamLimits withPatience(Duration other) {
    return new UpstreamLimits(deadline, concurrency, other);
  }
}
