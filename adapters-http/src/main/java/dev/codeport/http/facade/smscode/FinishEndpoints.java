package dev.codeport.http.facade.smscode;

import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What may be done once a code came: be done with it, or ask for another. No money in either. */
final class FinishEndpoints {
  private final FinishOrder finish;
  private final RequestAnotherCode another;

  FinishEndpoints(FinishOrder finish, RequestAnotherCode another) {
    this.finish = finish;
    this.another = another;
  }

  Reply finish(Caller caller, Request request) {
    return OrderIdRequest.read(request.body())
        .map(id -> finish(caller, id))
        .orElseGet(OrderEndpoints::notFound);
  }

  private Reply finish(Caller caller, OrderId id) {
    return switch (finish.finishOrder(caller.account(), id)) {
      case FinishOrder.Finished finished -> {
        var order = new Projection(finished.order().order());
        yield Envelope.ok(new FinishedView(order.id(), order.status()));
      }
      case FinishOrder.NotFound none -> OrderEndpoints.notFound();
      case FinishOrder.NotAllowed no -> Refusals.conflict(no.reason());
    };
  }

  Reply resend(Caller caller, Request request) {
    return OrderIdRequest.read(request.body())
        .map(id -> resend(caller, id))
        .orElseGet(OrderEndpoints::notFound);
  }

  private Reply resend(Caller caller, OrderId id) {
    return switch (another.requestAnotherCode(caller.account(), id)) {
      case RequestAnotherCode.Requested requested -> {
        var order = new Projection(requested.order().order());
        yield Envelope.ok(new ResentView(order.id(), order.status(), true));
      }
      case RequestAnotherCode.NotFound none -> OrderEndpoints.notFound();
      case RequestAnotherCode.NotAllowed no -> notYet(no.reason(), no.availableAt());
      case RequestAnotherCode.ProviderRefused refused -> Refusals.providerFailed();
    };
  }

  private static Reply notYet(String reason, Optional<Instant> availableAt) {
    return availableAt
        .map(
            at ->
                Envelope.error(
                    ErrorCode.CONFLICT,
                    "Not possible now: " + reason + ".",
                    Map.of("resend_available_at", Wire.time(at))))
        .orElseGet(() -> Refusals.conflict(reason));
  }

  record FinishedView(int orderId, String status) {}

  record ResentView(int orderId, String status, boolean resent) {}
}
