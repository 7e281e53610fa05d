package dev.codeport.application.retention;

import java.time.Duration;

/**
 * How long what is kept; all above zero. Orders themselves and the ledger stay for ever.
 *
 * @param contents numbers and codes after their order's end, texts after they came
 * @param keys idempotency keys; no shorter than customers repeat requests
 * @param deliveries what was sent to webhooks, with the answers
 */
public record RetentionTimes(Duration contents, Duration keys, Duration deliveries) {
  public static final RetentionTimes STANDARD =
      new RetentionTimes(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(30));

  public RetentionTimes {
    if (!contents.isPositive() || !keys.isPositive() || !deliveries.isPositive()) {
      throw new IllegalArgumentException("a retention time is above zero");
    }
  }
}
