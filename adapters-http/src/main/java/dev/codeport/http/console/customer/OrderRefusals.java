package dev.codeport.http.console.customer;

import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.domain.money.Money;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.util.Optional;

/** What keeps an order from being placed or changed; empty where nothing did. */
final class OrderRefusals {
  private OrderRefusals() {}

  static Optional<Refused> of(PlaceOrder.Result result) {
    return switch (result) {
      case PlaceOrder.Accepted accepted -> Optional.empty();
      case PlaceOrder.Replayed again -> Optional.empty();
      case PlaceOrder.NoOffer none -> refused(Problem.NO_OFFER);
      case PlaceOrder.TooPoor poor -> tooPoor(poor.needed(), poor.available());
      case PlaceOrder.KeyReused reused -> refused(Problem.IDEMPOTENCY_KEY_REUSED);
      case PlaceOrder.InProgress running -> running(running.retryAfter());
      case PlaceOrder.Banned banned ->
          refused(Problem.ORDERING_PAUSED, Reply.seconds(banned.retryAfter()));
      case PlaceOrder.NoRate none -> refused(Problem.STALE_RATE);
      case PlaceOrder.ProviderFailed failed -> refused(Problem.PROVIDER_FAILED, failed.reason());
    };
  }

  static Optional<Refused> of(CancelOrder.Result result) {
    return switch (result) {
      case CancelOrder.Canceled canceled -> Optional.empty();
      case CancelOrder.NotFound none -> refused(Problem.NOT_FOUND);
      case CancelOrder.NotAllowed no -> refused(Problem.NOT_ALLOWED, no.reason());
      case CancelOrder.TooEarly early -> refused(Problem.TOO_EARLY);
      case CancelOrder.CapReached cap -> refused(Problem.CANCEL_CAP_REACHED);
      case CancelOrder.ProviderRefused no -> refused(Problem.PROVIDER_REFUSED, no.reason());
      case CancelOrder.Unsettled unsettled -> running(Duration.ofSeconds(5));
    };
  }

  static Optional<Refused> of(FinishOrder.Result result) {
    return switch (result) {
      case FinishOrder.Finished finished -> Optional.empty();
      case FinishOrder.NotFound none -> refused(Problem.NOT_FOUND);
      case FinishOrder.NotAllowed no -> refused(Problem.NOT_ALLOWED, no.reason());
    };
  }

  static Optional<Refused> of(RequestAnotherCode.Result result) {
    return switch (result) {
      case RequestAnotherCode.Requested requested -> Optional.empty();
      case RequestAnotherCode.NotFound none -> refused(Problem.NOT_FOUND);
      case RequestAnotherCode.NotAllowed no ->
          no.availableAt().isPresent()
              ? refused(Problem.TOO_EARLY)
              : refused(Problem.NOT_ALLOWED, no.reason());
      case RequestAnotherCode.ProviderRefused no -> refused(Problem.PROVIDER_REFUSED, no.reason());
    };
  }

  static Optional<Refused> of(ReactivateOrder.Result result) {
    return switch (result) {
      case ReactivateOrder.Reactivated made -> Optional.empty();
      case ReactivateOrder.Replayed again -> Optional.empty();
      case ReactivateOrder.Quoted quoted -> Optional.empty();
      case ReactivateOrder.NotFound none -> refused(Problem.NOT_FOUND);
      case ReactivateOrder.NotAllowed no -> refused(Problem.NOT_ALLOWED, no.reason());
      case ReactivateOrder.TooDear dear -> refused(Problem.TOO_DEAR, dear.price());
      case ReactivateOrder.TooPoor poor -> tooPoor(poor.needed(), poor.available());
      case ReactivateOrder.KeyReused reused -> refused(Problem.IDEMPOTENCY_KEY_REUSED);
      case ReactivateOrder.InProgress running -> running(running.retryAfter());
      case ReactivateOrder.NoRate none -> refused(Problem.STALE_RATE);
      case ReactivateOrder.ProviderFailed failed ->
          refused(Problem.PROVIDER_FAILED, failed.reason());
    };
  }

  private static Optional<Refused> tooPoor(Money needed, Money available) {
    return refused(Problem.INSUFFICIENT_BALANCE, needed, available);
  }

  private static Optional<Refused> running(Duration retryAfter) {
    return refused(Problem.REQUEST_IN_PROGRESS, Reply.seconds(retryAfter));
  }

  private static Optional<Refused> refused(Problem problem, Object... with) {
    return Optional.of(new Refused(problem, with));
  }
}
