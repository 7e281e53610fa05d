package dev.codeport.domain.order;

import dev.codeport.domain.code.Code;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as it is kept.
 *
 * @param revision which SMS of the order it is, 1 for the first; late ones count on
 * @param key tells it from the order's other messages; storage refuses a second with the same key
 * @param rule the extraction rule that decided about the code
 * @param late whether it came after the order's end: shown, never charged
 */
public record Sms(
    OrderId order,
    int revision,
    String key,
    String text,
    Optional<Code> code,
    String rule,
    Instant receivedAt,
    boolean late) {

  /** Without text and code; that it came, and when, stays. */
  public Sms erased() {
    return new Sms(order, revision, "", "", Optional.empty(), rule, receivedAt, late);
  }

  @Override
  public String toString() {
    return "Sms[order=" + order + ", revision=" + revision + ", late=" + late + "]";
  }
}
