package dev.codeport.http.api.order;

import dev.codeport.application.live.AwaitEvents;
import dev.codeport.application.live.AwaitOrder;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.http.server.Parking;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.util.Optional;

/** A request that waits for its order to change. */
final class OrderParking implements Parking {
  private final ReadOrders orders;
  private final AwaitEvents events;
  private final Seats waits;
  private final Places places;
  private final ShownOrder seen;
  private final Optional<Long> known;
  private final Duration patience;

  /**
   * @param known the revision that the caller has seen; none for that of {@code seen}
   */
  OrderParking(
      ReadOrders orders,
      AwaitEvents events,
      Seats waits,
      Places places,
      ShownOrder seen,
      Optional<Long> known,
      Duration patience) {
    this.orders = orders;
    this.events = events;
    this.waits = waits;
    this.places = places;
    this.seen = seen;
    this.known = known.or(() -> Optional.of(seen.order().revision()));
    this.patience = patience;
  }

  @Override
  public Optional<Reply> look(boolean last) {
    var order = orders.order(seen.order().account(), seen.order().id());
    if (order.isEmpty()) {
      return Optional.of(OrderPaths.notFound());
    }
    return last || AwaitOrder.hasNews(order.get().order(), known)
        ? Optional.of(Reply.json(200, OrderView.of(order.get(), places)))
        : Optional.empty();
  }

  @Override
  public Runnable listen(Runnable wake) {
    return events.awaitEvents(seen.order().account(), wake)::close;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public void over() {
    waits.leave(seen.order().account());
  }
}
