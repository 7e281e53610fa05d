package dev.codeport.domain.event;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Something that happened to an account's order.
 *
 * @param smsRevision which SMS of the order, 1 for the first; only on SMS events
 */
public record Event(
    AccountId account, Type type, OrderId order, OptionalInt smsRevision, Instant at) {
  public enum Type {
    ORDER_ACTIVATED,
    ORDER_REFUSED,
    SMS_RECEIVED,
    LATE_SMS_RECEIVED,
    ANOTHER_CODE_REQUESTED,
    ORDER_COMPLETED,
    ORDER_CANCELED,
    ORDER_EXPIRED
  }

  public static Event of(AccountId account, Type type, OrderId order, Instant at) {
    return new Event(account, type, order, OptionalInt.empty(), at);
  }

  public static Event ofSms(AccountId account, Type type, OrderId order, int revision, Instant at) {
    return new Event(account, type, order, OptionalInt.of(revision), at);
  }
}
