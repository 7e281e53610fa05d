package dev.codeport.http.api.order;

import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Capabilities;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Pursuit;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import dev.codeport.http.api.Shown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as customers see it.
 *
 * @param status settling, moving, active, received, awaiting, completed, canceled, expired or
 *     failed
 * @param revision one more with every change of the order
 * @param operatorId the operator that was asked for or is sold; none for any
 * @param price held, or paid once {@code paid}
 * @param code the last code recognised
 * @param text the newest SMS
 * @param cancelRequested whether the vendor is being asked to take the number back
 * @param cancelQueuedFor when it will be canceled by itself, if that was wished for
 * @param codeBy until when a code is wanted, if its number changes by itself
 */
public record OrderView(
    long id,
    String status,
    long revision,
    String platform,
    String country,
    int productId,
    int tierId,
    String provider,
    @Nullable Integer operatorId,
    @Nullable String operator,
    @Nullable String phoneNumber,
    Shown.MoneyView price,
    boolean paid,
    @Nullable String code,
    @Nullable String text,
    int smsCount,
    @Nullable String firstSmsAt,
    String placedAt,
    @Nullable String expiresAt,
    @Nullable String closedAt,
    @Nullable String failedReason,
    boolean cancelRequested,
    @Nullable String cancelQueuedFor,
    @Nullable String codeBy,
    @Nullable Long parentId,
    CanView can) {

  static OrderView of(ShownOrder shown, Places places) {
    var order = shown.order();
    var tier = order.charge().tier();
    var inbox = order.received();
    var closed = closed(order);
    return new OrderView(
        order.id().value(),
        status(order),
        order.revision(),
        places.platformOf(tier.product()),
        places.countryOf(tier.product()),
        tier.product().value(),
        tier.id().value(),
        tier.key().provider().value(),
        tier.operator().map(operator -> operator.id().value()).orElse(null),
        tier.operator().map(Operator::code).orElse(null),
        order.phone().map(PhoneNumber::e164).orElse(null),
        Shown.money(order.charge().price()),
        inbox.isPresent(),
        Shown.text(inbox.flatMap(Inbox::code).map(Code::value)),
        Shown.text(inbox.map(Inbox::text)),
        inbox.map(Inbox::revision).orElse(0),
        Shown.time(inbox.map(Inbox::firstAt)),
        Shown.time(order.terms().placedAt()),
        Shown.time(order.leased().map(Lease::expiresAt)),
        Shown.time(closed.map(Order.Closed::closedAt)),
        Shown.text(closed.flatMap(Order.Closed::reason)),
        order instanceof Order.Active active && active.cancelAskedAt().isPresent(),
        Shown.time(shown.can().cancelQueuedFor()),
        Shown.time(order.terms().pursuit().map(Pursuit::codeBy)),
        order.terms().parent().map(OrderId::value).orElse(null),
        CanView.of(shown.can()));
  }

  /** The status, in one word. */
  public static String status(Order order) {
    return switch (order) {
      case Order.Placed placed -> placed.unsettled() || placed.isHidden() ? "settling" : "moving";
      case Order.Active active -> "active";
      case Order.Received received -> received.awaiting() ? "awaiting" : "received";
      case Order.Closed closed ->
          switch (closed.ending()) {
            case COMPLETED -> "completed";
            case CANCELED -> "canceled";
            case EXPIRED -> "expired";
            case FAILED, REFUSED -> "failed";
          };
    };
  }

  private static Optional<Order.Closed> closed(Order order) {
    return order instanceof Order.Closed closed ? Optional.of(closed) : Optional.empty();
  }

  /** What may be done now, and from when on what time alone will allow. */
  public record CanView(
      boolean finish,
      boolean anotherCode,
      boolean cancel,
      boolean replace,
      boolean reactivate,
      @Nullable String anotherCodeAt,
      @Nullable String cancelAt,
      @Nullable String replaceAt) {
    static CanView of(Capabilities can) {
      return new CanView(
          can.canFinish(),
          can.canAnother(),
          can.canCancel(),
          can.canReplace(),
          can.canReactivate(),
          Shown.time(can.anotherAvailableAt()),
          Shown.time(can.cancelAvailableAt()),
          Shown.time(can.replaceAvailableAt()));
    }
  }
}
