package dev.codeport.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one attempt went.
 *
 * @param number 1 for the first ever; goes on when the delivery is begun anew
 * @param status what was answered, when something was
 * @param fault what went wrong, when nothing was answered
 * @param answer how the answer began, at most 512 bytes of it: a stranger's text, which may repeat
 *     what we sent
 */
public record DeliveryAttempt(
    int number,
    Instant at,
    Duration took,
    Optional<Integer> status,
    Optional<String> fault,
    String answer) {
  public static final int LONGEST_ANSWER = 512;

  @Override
  public String toString() {
    return "DeliveryAttempt[number=" + number + ", status=" + status + ", fault=" + fault + "]";
  }
}
