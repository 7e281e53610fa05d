package dev.codeport.redis;

import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import java.math.BigInteger;
import java.time.Duration;

/** A part of a limit. */
record Share(int percent) {
  Share {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a share is 1 to 100 per cent, not " + percent);
    }
  }

  /**
   * So many per cent at once, at least one, and exactly so many per cent in the long run: where the
   * part is no whole number, the period is changed instead.
   */
  Limit of(Limit limit) {
    var wanted = (long) limit.count() * percent;
    var count = Math.max(1, wanted / 100);
    var period =
        BigInteger.valueOf(limit.period().toNanos())
            .multiply(BigInteger.valueOf(count * 100))
            .divide(BigInteger.valueOf(wanted));
    return new Limit((int) count, Duration.ofNanos(Math.max(1, period.longValueExact())));
  }

  /** Of every window; the pauses are kept. */
  Quota of(Quota quota) {
    return new Quota(quota.windows().stream().map(this::of).toList(), quota.pauses());
  }
}
