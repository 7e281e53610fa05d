package dev.codeport.http.api.order;

import dev.codeport.application.order.CancelOrder;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.util.Map;

/** What came of canceling, in words of HTTP. */
final class CanceledReply {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Places places;

  CanceledReply(Places places) {
    this.places = places;
  }

  Reply of(CancelOrder.Result result) {
    return switch (result) {
      case CancelOrder.Canceled canceled -> Reply.json(200, OrderView.of(canceled.order(), places));
      case CancelOrder.NotFound none -> OrderPaths.notFound();
      case CancelOrder.NotAllowed no ->
          Problem.NOT_ALLOWED.reply(PlaceEndpoints.sentence(no.reason()));
      case CancelOrder.TooEarly early ->
          Problem.TOO_EARLY.reply(
              "It may be canceled from " + Shown.time(early.availableAt()) + " on.",
              Map.of("available_at", Shown.time(early.availableAt())));
      case CancelOrder.CapReached cap ->
          Problem.CANCEL_CAP_REACHED
              .reply("The account has canceled enough for one day (UTC).")
              .retryAfter(cap.retryAfter());
      case CancelOrder.ProviderRefused refused ->
          Problem.PROVIDER_REFUSED.reply(PlaceEndpoints.sentence(refused.reason()));
      case CancelOrder.Unsettled unsettled ->
          Problem.REQUEST_IN_PROGRESS
              .reply("The vendor's answer is missing; it will be asked until there is one.")
              .retryAfter(SOON);
    };
  }
}
