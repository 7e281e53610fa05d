package dev.codeport.http.facade.smscode;

import dev.codeport.application.order.CancelOrder;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Instant;
import java.util.Map;

/** Giving a number back. */
final class CancelEndpoint {
  private final CancelOrder orders;
  private final Tariffs tariffs;
  private final Version version;

  CancelEndpoint(CancelOrder orders, Tariffs tariffs, Version version) {
    this.orders = orders;
    this.tariffs = tariffs;
    this.version = version;
  }

  Reply cancel(Caller caller, Request request) {
    return OrderIdRequest.read(request.body())
        .map(id -> tariffs.priced(version, tariff -> cancel(caller, id, tariff)))
        .orElseGet(OrderEndpoints::notFound);
  }

  private Reply cancel(Caller caller, OrderId id, Tariff tariff) {
    return switch (orders.cancelOrder(caller.account(), id)) {
      case CancelOrder.Canceled canceled -> tariff.ok(CanceledView.of(canceled, tariff));
      case CancelOrder.NotFound none -> OrderEndpoints.notFound();
      case CancelOrder.NotAllowed no -> Refusals.conflict(no.reason());
      case CancelOrder.TooEarly early -> tooEarly(early.availableAt());
      case CancelOrder.CapReached cap ->
          Envelope.error(ErrorCode.RATE_LIMIT_EXCEEDED, "Too many orders were canceled today.")
              .retryAfter(cap.retryAfter());
      case CancelOrder.ProviderRefused refused -> Refusals.providerFailed();
      case CancelOrder.Unsettled unsettled ->
          Envelope.error(
              ErrorCode.PROVIDER_ERROR,
              "The provider has not answered yet; look at the order again soon.");
    };
  }

  private static Reply tooEarly(Instant availableAt) {
    return Envelope.error(
        ErrorCode.CANCEL_TOO_EARLY,
        "It is too early to cancel this order.",
        Map.of("cancel_available_at", Wire.time(availableAt)));
  }

  record CanceledView(int orderId, String status, Amount refundAmount, Amount newBalance) {
    static CanceledView of(CancelOrder.Canceled canceled, Tariff tariff) {
      var order = new Projection(canceled.order().order());
      return new CanceledView(
          order.id(),
          order.status(),
          tariff.price(canceled.refunded()),
          tariff.balance(canceled.balance()));
    }
  }
}
