package dev.codeport.http.facade.smscode;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.codeport.application.order.ShownOrder;
import org.jspecify.annotations.Nullable;

/** An order that has not ended, as those who wait for codes watch it: 18 keys, no money. */
record OpenOrderView(
    int id,
    String status,
    @Nullable String otpCode,
    @Nullable String otpMessage,
    long smsRevision,
    @Nullable String otpReceivedAt,
    @Nullable String expiresAt,
    @Nullable String failedReason,
    @Nullable Integer operatorId,
    @Nullable String operatorName,
    @JsonUnwrapped CapabilitiesView can) {
  static OpenOrderView of(ShownOrder shown) {
    var order = new Projection(shown.order());
    return new OpenOrderView(
        order.id(),
        order.status(),
        order.otpCode(),
        order.otpMessage(),
        order.smsRevision(),
        order.otpReceivedAt(),
        order.expiresAt(),
        order.failedReason(),
        order.operatorId(),
        order.operatorName(),
        CapabilitiesView.of(shown.can()));
  }
}
