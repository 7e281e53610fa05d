package dev.codeport.http.api.order;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.money.Money;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Reply;
import java.util.List;
import java.util.Map;

/** What came of ordering, in words of HTTP. */
final class PlacedReply {
  private final Places places;

  PlacedReply(Places places) {
    this.places = places;
  }

  Reply of(PlaceOrder.Result result) {
    return switch (result) {
      case PlaceOrder.Accepted accepted -> placed(accepted.orders(), accepted.failed());
      case PlaceOrder.Replayed again ->
          placed(again.orders(), again.failed()).with(RequestKey.REPLAYED, "true");
      case PlaceOrder.NoOffer none ->
          Problem.NO_OFFER.reply("Nothing in stock fits product, operator and price.");
      case PlaceOrder.TooPoor poor -> tooPoor(poor.needed(), poor.available());
      case PlaceOrder.KeyReused reused -> Once.reused();
      case PlaceOrder.InProgress running -> Once.inProgress(running.retryAfter());
      case PlaceOrder.Banned banned ->
          Problem.ORDERING_PAUSED
              .reply(
                  "Too many orders ended without an SMS; ordering is paused.",
                  Map.of("until", Shown.time(banned.ban().until())))
              .retryAfter(banned.retryAfter());
      case PlaceOrder.NoRate none -> noRate();
      case PlaceOrder.ProviderFailed failed ->
          Problem.PROVIDER_FAILED.reply(
              "Every vendor asked refused or could not be reached: " + Shown.text(failed.reason()));
    };
  }

  /** One order that stands for the whole answer. */
  Reply one(ShownOrder order) {
    return placed(List.of(order), 0);
  }

  private Reply placed(List<ShownOrder> orders, int failed) {
    var views = orders.stream().map(order -> OrderView.of(order, places)).toList();
    var reply = Reply.json(201, new PlacedView(views, failed));
    return views.size() == 1
        ? reply.with("Location", "/api/orders/" + views.getFirst().id())
        : reply;
  }

  static Reply tooPoor(Money needed, Money available) {
    return Problem.INSUFFICIENT_BALANCE.reply(
        "It would take " + needed + "; " + available + " is available.",
        Map.of("needed", Shown.money(needed), "available", Shown.money(available)));
  }

  static Reply noRate() {
    return Problem.STALE_RATE.reply(
        "No fresh exchange rate leads from the vendors' money to yours.");
  }

  /**
   * @param failed how many more were asked for; nothing was taken for them
   */
  record PlacedView(List<OrderView> orders, int failed) {}
}
