package dev.codeport.application.retention;

import java.time.Duration;

/**
 * How long what is kept; all above zero. Orders themselves and the ledger stay for ever.
 *
 * @param contents numbers and codes after their order's end, texts after they came
 * @param keys idempotency keys; no shorter than customers repeat requests
 * @param deliveries what was sent to webhooks, with the answers
 * @param verifications phones and addresses after their verification's end, and what is counted for
 *     a phone that is not used any more; at least a day, because sends are counted by the day
 * @param verificationRows the verifications themselves after their end, with what senders told of
 *     them; no shorter than their phones
 */
public record RetentionTimes(
    Duration contents,
    Duration keys,
    Duration deliveries,
    Duration verifications,
    Duration verificationRows) {
  private static final Duration DAY = Duration.ofDays(1);

  public static final RetentionTimes STANDARD =
      new RetentionTimes(
          Duration.ofDays(30),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(30),
          Duration.ofDays(365));

  public RetentionTimes {
    if (!contents.isPositive() || !keys.isPositive() || !deliveries.isPositive()) {
      throw new IllegalArgumentException("a retention time is above zero");
    }
    if (verifications.compareTo(DAY) < 0) {
      throw new IllegalArgumentException("phones of verifications are kept for a day or longer");
    }
    if (verificationRows.compareTo(verifications) < 0) {
      throw new IllegalArgumentException("verifications are kept no shorter than their phones");
    }
  }
}
