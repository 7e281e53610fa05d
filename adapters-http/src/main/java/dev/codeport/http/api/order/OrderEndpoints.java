package dev.codeport.http.api.order;

import dev.codeport.application.live.AwaitEvents;
import dev.codeport.application.live.AwaitOrder;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.code.CodeExtractor;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Sms;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Pages;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looking at orders, once or until something happens. */
final class OrderEndpoints {
  private static final long LONGEST_WAIT = 60;
  private static final Map<String, Orders.Shown> STATUSES =
      Map.of(
          "open", Orders.Shown.OPEN,
          "waiting", Orders.Shown.WAITING,
          "received", Orders.Shown.RECEIVED,
          "completed", Orders.Shown.COMPLETED,
          "canceled", Orders.Shown.CANCELED,
          "expired", Orders.Shown.EXPIRED);

  private final ReadOrders orders;
  private final AwaitEvents events;
  private final Seats waits;
  private final Places places;

  OrderEndpoints(ReadOrders orders, AwaitEvents events, Seats waits, Places places) {
    this.orders = orders;
    this.events = events;
    this.waits = waits;
    this.places = places;
  }

  Reply list(Customer customer, Request request) {
    var query = request.query().only(Set.of("status", "platform", "country", "limit", "cursor"));
    var limit = Pages.limit(query);
    return Pages.reply(
        request,
        orders.orders(customer.account(), wanted(query), limit + 1),
        limit,
        row -> OrderCursor.of(row.order()),
        (rows, next) ->
            new OrdersView(
                rows.stream().map(order -> OrderView.of(order, places)).toList(),
                next.orElse(null)));
  }

  Reply get(Customer customer, Request request) {
    var query = request.query().only(Set.of("wait", "revision"));
    var wait = query.int64("wait");
    var known = query.int64("revision");
    if (wait.filter(seconds -> seconds < 1 || seconds > LONGEST_WAIT).isPresent()) {
      throw BadInput.parameter("wait", "must be 1 to " + LONGEST_WAIT + " seconds");
    }
    if (known.isPresent() && wait.isEmpty()) {
      throw BadInput.parameter("revision", "is for requests that wait");
    }
    return OrderPaths.ofOrder(
        request,
        id ->
            orders
                .order(customer.account(), id)
                .map(order -> now(customer, order, wait, known))
                .orElseGet(OrderPaths::notFound));
  }

  Reply messages(Customer customer, Request request) {
    request.query().only(Set.of());
    return OrderPaths.ofOrder(
        request,
        id ->
            orders
                .order(customer.account(), id)
                .map(order -> messages(customer, id))
                .orElseGet(OrderPaths::notFound));
  }

  private Reply messages(Customer customer, OrderId id) {
    var shown = orders.messages(customer.account(), id).stream().map(OrderEndpoints::judged);
    return Reply.json(200, new MessagesView(shown.toList()));
  }

  /** The message with what was looked at in it, found anew: extraction is deterministic. */
  private static MessageView judged(Sms sms) {
    return MessageView.of(sms, CodeExtractor.standard().extract(sms.text()).candidates());
  }

  private Reply now(
      Customer customer, ShownOrder order, Optional<Long> wait, Optional<Long> known) {
    var view = Reply.json(200, OrderView.of(order, places));
    if (wait.isEmpty() || AwaitOrder.hasNews(order.order(), known)) {
      return view;
    }
    if (!waits.take(customer.account())) {
      return Problem.TOO_MANY_STREAMS.reply(
          "The account waits for as many orders on this node as it may.");
    }
    return Reply.parked(
        new OrderParking(
            orders, events, waits, places, order, known, Duration.ofSeconds(wait.get())));
  }

  private Listing wanted(Query query) {
    var wanted =
        Listing.of(query.text("status").map(OrderEndpoints::status).orElse(Orders.Shown.ALL));
    var platform = query.text("platform").map(places::platformParameter);
    var country = query.text("country").map(places::countryParameter);
    var place = OrderCursor.in(query);
    wanted = platform.isPresent() ? wanted.on(platform.get()) : wanted;
    wanted = country.isPresent() ? wanted.in(country.get()) : wanted;
    return place.isPresent() ? wanted.before(place.get()) : wanted;
  }

  private static Orders.Shown status(String word) {
    return Optional.ofNullable(STATUSES.get(word))
        .orElseThrow(
            () ->
                BadInput.parameter(
                    "status", "must be open, waiting, received, completed, canceled or expired"));
  }

  record OrdersView(List<OrderView> orders, @Nullable String nextCursor) {}

  record MessagesView(List<MessageView> messages) {}
}
