package dev.codeport.http.facade.smscode;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.codeport.application.order.ShownOrder;
import org.jspecify.annotations.Nullable;

/** An order as it is listed and looked up: all 24 keys. */
record OrderView(
    int id,
    String status,
    String createdAt,
    int productId,
    int catalogProductId,
    @Nullable Integer operatorId,
    @Nullable String operatorName,
    @Nullable String phoneNumber,
    Amount amount,
    @Nullable String otpCode,
    @Nullable String otpMessage,
    long smsRevision,
    @Nullable String otpReceivedAt,
    @Nullable String expiresAt,
    @Nullable String canceledAt,
    @Nullable String failedReason,
    @JsonUnwrapped CapabilitiesView can) {
  static OrderView of(ShownOrder shown, Tariff tariff) {
    var order = new Projection(shown.order());
    return new OrderView(
        order.id(),
        order.status(),
        order.createdAt(),
        order.productId(),
        order.catalogProductId(),
        order.operatorId(),
        order.operatorName(),
        order.phoneNumber(),
        order.amount(tariff),
        order.otpCode(),
        order.otpMessage(),
        order.smsRevision(),
        order.otpReceivedAt(),
        order.expiresAt(),
        order.canceledAt(),
        order.failedReason(),
        CapabilitiesView.of(shown.can()));
  }
}
