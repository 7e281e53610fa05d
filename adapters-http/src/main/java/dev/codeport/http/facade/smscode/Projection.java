package dev.codeport.http.facade.smscode;

import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order as this surface sees it: five status words, and single values that may be missing. */
record Projection(Order order) {
  int id() {
    return Wire.id(order.id());
  }

  /**
   * An order whose vendor has not settled yet, and one that awaits another code, show as waiting.
   */
  String status() {
    return switch (order) {
      case Order.Placed placed -> "ACTIVE";
      case Order.Active active -> "ACTIVE";
      case Order.Received received -> received.awaiting() ? "ACTIVE" : "OTP_RECEIVED";
      case Order.Closed closed ->
          switch (closed.ending()) {
            case COMPLETED -> "COMPLETED";
            case CANCELED, FAILED, REFUSED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
          };
    };
  }

  String createdAt() {
    return Wire.time(order.terms().placedAt());
  }

  int productId() {
    return order.charge().tier().id().value();
  }

  int catalogProductId() {
    return order.charge().tier().product().value();
  }

  @Nullable Integer operatorId() {
    return operator().map(operator -> operator.id().value()).orElse(null);
  }

  @Nullable String operatorName() {
    return operator().map(Operator::name).orElse(null);
  }

  @Nullable String phoneNumber() {
    return order.phone().map(PhoneNumber::e164).orElse(null);
  }

  Amount amount(Tariff tariff) {
    return tariff.price(order.charge().price());
  }

  @Nullable String otpCode() {
    return order.received().flatMap(Inbox::code).map(Code::value).orElse(null);
  }

  @Nullable String otpMessage() {
    return Wire.text(order.received().map(Inbox::text));
  }

  long smsRevision() {
    return order.received().map(Inbox::revision).orElse(0);
  }

  @Nullable String otpReceivedAt() {
    return Wire.time(order.received().map(Inbox::firstAt));
  }

  @Nullable String expiresAt() {
    return Wire.time(order.leased().map(Lease::expiresAt));
  }

  @Nullable String canceledAt() {
    return Wire.time(
        closed().filter(closed -> status().equals("CANCELED")).map(Order.Closed::closedAt));
  }

  @Nullable String failedReason() {
    return Wire.text(closed().flatMap(Order.Closed::reason));
  }

  private Optional<Operator> operator() {
    return order.charge().tier().operator();
  }

  private Optional<Order.Closed> closed() {
    return order instanceof Order.Closed closed ? Optional.of(closed) : Optional.empty();
  }
}
