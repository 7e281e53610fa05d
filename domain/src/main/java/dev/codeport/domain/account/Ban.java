package dev.codeport.domain.account;

import java.time.Duration;
import java.time.Instant;

/**
 * No new orders until then.
 *
 * @param tier 1 for a first ban, one more for each that follows soon after
 */
public record Ban(Instant since, Instant until, int tier) {
  public Ban {
    if (!until.isAfter(since) || tier < 1) {
      throw new IllegalArgumentException("a ban lasts, and its tier is positive");
    }
  }

  public Duration remaining(Instant now) {
    return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
  }
}
