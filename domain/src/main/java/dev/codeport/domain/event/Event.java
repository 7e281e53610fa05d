package dev.codeport.domain.event;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that happened to an account's order.
 *
 * @param smsRevision which SMS of the order, 1 for the first; only on SMS events
 */
public record Event(
    AccountId account, Type type, OrderId order, OptionalInt smsRevision, Instant at) {
  public enum Type {
    ORDER_ACTIVATED("order.activated"),
    /** No vendor gave a number; the customer never saw the order. */
    ORDER_REFUSED("order.refused"),
    /** Its number brought nothing and was given back, and another is being asked for. */
    ORDER_MOVED("order.moved"),
    SMS_RECEIVED("order.otp_received"),
    LATE_SMS_RECEIVED("order.sms_late"),
    ANOTHER_CODE_REQUESTED("order.code_requested"),
    ORDER_COMPLETED("order.completed"),
    ORDER_CANCELED("order.canceled"),
    ORDER_EXPIRED("order.expired");

    private final String publicName;

    Type(String publicName) {
      this.publicName = publicName;
    }

    /** What it is called outside; never changes. */
    public String publicName() {
      return publicName;
    }

    public static Optional<Type> named(String publicName) {
      return Arrays.stream(values()).filter(t -> t.publicName.equals(publicName)).findFirst();
    }
  }

  public static Event of(AccountId account, Type type, OrderId order, Instant at) {
    return new Event(account, type, order, OptionalInt.empty(), at);
  }

  public static Event ofSms(AccountId account, Type type, OrderId order, int revision, Instant at) {
    return new Event(account, type, order, OptionalInt.of(revision), at);
  }
}
