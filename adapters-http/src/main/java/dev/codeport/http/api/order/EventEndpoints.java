package dev.codeport.http.api.order;

import dev.codeport.application.live.AwaitEvents;
import dev.codeport.application.live.ReadEvents;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What happens, as Server-Sent Events: of one order, or of all of the account's. */
public final class EventEndpoints {
  private static final String HEADER = "last-event-id";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final ReadOrders orders;
  private final ReadEvents events;
  private final AwaitEvents waiting;
  private final Seats streams;
  private final LiveLimits limits;
  private final Places places;

  EventEndpoints(
      ReadOrders orders,
      ReadEvents events,
      AwaitEvents waiting,
      Seats streams,
      LiveLimits limits,
      Places places) {
    this.orders = orders;
    this.events = events;
    this.waiting = waiting;
    this.streams = streams;
    this.limits = limits;
    this.places = places;
  }

  /** From now on, unless said from where. */
  public Reply ofAccount(Customer customer, Request request) {
    var account = customer.account();
    var after = after(request, account).orElseGet(() -> events.newestEvent(account));
    return stream(account, Optional.empty(), after);
  }

  /** From its beginning on, unless said from where. */
  public Reply ofOrder(Customer customer, Request request) {
    var account = customer.account();
    var after = after(request, account).orElse(0L);
    return OrderPaths.ofOrder(
        request,
        id ->
            orders.order(account, id).isPresent()
                ? stream(account, Optional.of(id), after)
                : OrderPaths.notFound());
  }

  private Reply stream(AccountId account, Optional<OrderId> order, long after) {
    if (!streams.take(account)) {
      return Problem.TOO_MANY_STREAMS.reply(
          "The account has %d streams open on this node; close some."
              .formatted(limits.streamsPerAccount()));
    }
    var views = new EventViews(orders, places);
    return Reply.feed(
            200,
            "text/event-stream; charset=utf-8",
            new EventFeed(account, order, after, events, waiting, views, streams, limits))
        .with("X-Accel-Buffering", "no");
  }

  /** The header counts more than the address: it is what a browser sends when it comes back. */
  private Optional<Long> after(Request request, AccountId account) {
    var query = request.query().only(Set.of("after"));
    var given = request.headers(HEADER);
    if (given.size() > 1) {
      throw BadInput.parameter(HEADER, "must be given once");
    }
    return given.isEmpty()
        ? query.text("after").map(text -> number("after", text, account))
        : Optional.of(number(HEADER, given.getFirst(), account));
  }

  private long number(String name, String text, AccountId account) {
    if (!NUMBER.matcher(text).matches()) {
      throw BadInput.parameter(name, "must be the number of an event");
    }
    var number = Long.parseLong(text);
    if (number > events.newestEvent(account)) {
      throw BadInput.parameter(name, "must not be beyond the account's newest event");
    }
    return number;
  }
}
