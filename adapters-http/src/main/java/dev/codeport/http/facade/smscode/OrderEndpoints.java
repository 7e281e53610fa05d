package dev.codeport.http.facade.smscode;

import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Orders.Shown;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Looking at orders. */
final class OrderEndpoints {
  private static final int MOST_ROWS = 100;
  private static final int OPEN_AT_ONCE = 1000;
  private static final int MOST_OPEN = 20_000;
  private static final Map<String, Shown> STATUSES =
      Map.of(
          "ACTIVE", Shown.WAITING,
          "OTP_RECEIVED", Shown.RECEIVED,
          "COMPLETED", Shown.COMPLETED,
          "CANCELED", Shown.CANCELED,
          "EXPIRED", Shown.EXPIRED);

  private final ReadOrders orders;
  private final Tariffs tariffs;
  private final Version version;

  OrderEndpoints(ReadOrders orders, Tariffs tariffs, Version version) {
    this.orders = orders;
    this.tariffs = tariffs;
    this.version = version;
  }

  Reply list(Caller caller, Request request) {
    var query = request.query();
    var limit = (int) Math.clamp(query.int64("limit").orElse(20L), 1L, MOST_ROWS);
    var offset = Math.max(0L, query.int64("offset").orElse(0L));
    var shown = query.text("status").map(OrderEndpoints::status).orElse(Shown.ALL);
    return tariffs.priced(
        version,
        tariff ->
            tariff.ok(
                orders.orders(caller.account(), shown, limit, offset).stream()
                    .map(order -> OrderView.of(order, tariff))
                    .toList()));
  }

  Reply active(Caller caller, Request request) {
    return Envelope.ok(open(caller.account()).stream().map(OpenOrderView::of).toList());
  }

  Reply get(Caller caller, Request request) {
    return Wire.order(request.path("id"))
        .map(id -> tariffs.priced(version, tariff -> show(caller.account(), id, tariff)))
        .orElseGet(OrderEndpoints::notFound);
  }

  private Reply show(AccountId account, OrderId id, Tariff tariff) {
    return orders
        .order(account, id)
        .map(order -> tariff.ok(OrderView.of(order, tariff)))
        .orElseGet(OrderEndpoints::notFound);
  }

  static Reply notFound() {
    return Envelope.error(ErrorCode.NOT_FOUND, "There is no such order.");
  }

  /** All of them, in blocks; an order that a newer one moved into the next block counts once. */
  private Collection<ShownOrder> open(AccountId account) {
    Map<OrderId, ShownOrder> found = new LinkedHashMap<>();
    for (int offset = 0; offset < MOST_OPEN; offset += OPEN_AT_ONCE) {
      var block = orders.orders(account, Shown.OPEN, OPEN_AT_ONCE, offset);
      block.forEach(order -> found.putIfAbsent(order.order().id(), order));
      if (block.size() < OPEN_AT_ONCE) {
        break;
      }
    }
    return found.values();
  }

  private static Shown status(String given) {
    var shown = STATUSES.get(given.toUpperCase(Locale.ROOT));
    if (shown == null) {
      throw new BadInput("status", "must be one of the five statuses");
    }
    return shown;
  }
}
