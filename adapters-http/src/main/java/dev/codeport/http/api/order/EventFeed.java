package dev.codeport.http.api.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.application.live.AwaitEvents;
import dev.codeport.application.live.ReadEvents;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.server.Feed;
import dev.codeport.http.server.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One stream of events. All it remembers is the number of the last one said; the rest is read from
 * the store whenever the doorbell rang.
 */
final class EventFeed implements Feed {
  private static final int PAGE = 100;

  private final AccountId account;
  private final Optional<OrderId> order;
  private final ReadEvents events;
  private final AwaitEvents waiting;
  private final EventViews views;
  private final Seats streams;
  private final LiveLimits limits;
  private long last;
  private boolean greeted;

  EventFeed(
      AccountId account,
      Optional<OrderId> order,
      long after,
      ReadEvents events,
      AwaitEvents waiting,
      EventViews views,
      Seats streams,
      LiveLimits limits) {
    this.account = account;
    this.order = order;
    this.last = after;
    this.events = events;
    this.waiting = waiting;
    this.views = views;
    this.streams = streams;
    this.limits = limits;
  }

  /** The greeting names where the stream begins, so that even a silent one can be resumed. */
  @Override
  public Piece next() {
    if (!greeted) {
      greeted = true;
      return new Said("retry: 1000\nid: " + last + "\n\n");
    }
    var page = read();
    if (page.isEmpty()) {
      return new Nothing();
    }
    var text = new StringBuilder();
    if (order.isEmpty() && page.getFirst().number() > last + 1) {
      text.append(erased(last + 1, page.getFirst().number() - 1));
    }
    views.of(account, page).forEach(view -> text.append(said(view)));
    last = page.getLast().number();
    return new Said(text.toString());
  }

  private List<Outbox.Numbered> read() {
    return order
        .map(id -> events.eventsOf(account, id, last, PAGE))
        .orElseGet(() -> events.events(account, last, PAGE));
  }

  private static String said(EventView view) {
    return "id: %d\nevent: %s\ndata: %s\n\n".formatted(view.number(), view.type(), json(view));
  }

  /** Events older than they are kept: the reader must know that it came too late for them. */
  private static String erased(long from, long to) {
    return "event: events.erased\ndata: %s\n\n".formatted(json(new ErasedView(from, to)));
  }

  private static String json(Object view) {
    return new String(Json.write(view), UTF_8);
  }

  @Override
  public Runnable listen(Runnable wake) {
    return waiting.awaitEvents(account, wake)::close;
  }

  @Override
  public Pulse pulse() {
    return new Pulse(limits.heartbeat(), ": still here\n\n");
  }

  @Override
  public Duration patience() {
    return limits.slowReader();
  }

  @Override
  public void over() {
    streams.leave(account);
  }

  record ErasedView(long from, long to) {}
}
