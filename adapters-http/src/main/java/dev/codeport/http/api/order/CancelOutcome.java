package dev.codeport.http.api.order;

import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.QueueCancel;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.Shown;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of canceling one order of many.
 *
 * @param outcome canceled, queued, requested, or the last part of a problem's type
 * @param availableAt when it is queued for, or from when on it would be allowed
 */
record CancelOutcome(
    long id, String outcome, @Nullable String detail, @Nullable String availableAt) {
  static final String CANCELED = "canceled";
  static final String QUEUED = "queued";

  static CancelOutcome canceled(OrderId id) {
    return new CancelOutcome(id.value(), CANCELED, null, null);
  }

  static CancelOutcome of(OrderId id, QueueCancel.Result result) {
    return switch (result) {
      case QueueCancel.Queued queued ->
          at(id, QUEUED, "It is canceled then, unless an SMS comes before.", queued.at());
      case QueueCancel.AtOnce done -> of(id, done.result());
    };
  }

  static CancelOutcome of(OrderId id, CancelOrder.Result result) {
    return switch (result) {
      case CancelOrder.Canceled canceled -> canceled(id);
      case CancelOrder.NotFound none -> not(id, Problem.NOT_FOUND, "There is no such order.");
      case CancelOrder.NotAllowed no ->
          not(id, Problem.NOT_ALLOWED, PlaceEndpoints.sentence(no.reason()));
      case CancelOrder.TooEarly early ->
          at(id, Problem.TOO_EARLY.word(), Problem.TOO_EARLY.title(), early.availableAt());
      case CancelOrder.CapReached cap ->
          not(id, Problem.CANCEL_CAP_REACHED, Problem.CANCEL_CAP_REACHED.meaning());
      case CancelOrder.ProviderRefused refused ->
          not(id, Problem.PROVIDER_REFUSED, PlaceEndpoints.sentence(refused.reason()));
      case CancelOrder.Unsettled unsettled ->
          new CancelOutcome(id.value(), "requested", "The vendor's answer is missing yet.", null);
    };
  }

  private static CancelOutcome not(OrderId id, Problem why, String detail) {
    return new CancelOutcome(id.value(), why.word(), detail, null);
  }

  private static CancelOutcome at(OrderId id, String outcome, String detail, Instant at) {
    return new CancelOutcome(id.value(), outcome, detail, Shown.time(at));
  }
}
