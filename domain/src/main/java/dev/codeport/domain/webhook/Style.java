package dev.codeport.domain.webhook;

import static dev.codeport.domain.event.Event.Type.ORDER_CANCELED;
import static dev.codeport.domain.event.Event.Type.ORDER_COMPLETED;
import static dev.codeport.domain.event.Event.Type.ORDER_EXPIRED;
import static dev.codeport.domain.event.Event.Type.ORDER_REFUSED;
import static dev.codeport.domain.event.Event.Type.SMS_RECEIVED;

import dev.codeport.domain.event.Event;
import java.util.EnumSet;
import java.util.Set;

/** How an endpoint is spoken to: what it may hear of, and how often it is tried again. */
public enum Style {
  /** As the SMSCode API words and signs it. */
  SMSCODE,
  /** Standard Webhooks 1.0. */
  STANDARD;

  /** All that such an endpoint may hear of; never of orders that its owner never saw. */
  public Set<Event.Type> types() {
    return switch (this) {
      case SMSCODE -> EnumSet.of(SMS_RECEIVED, ORDER_COMPLETED, ORDER_EXPIRED, ORDER_CANCELED);
      case STANDARD -> EnumSet.complementOf(EnumSet.of(ORDER_REFUSED));
    };
  }

  public RetrySchedule schedule() {
    return switch (this) {
      case SMSCODE -> RetrySchedule.SMSCODE;
      case STANDARD -> RetrySchedule.STANDARD;
    };
  }
}
