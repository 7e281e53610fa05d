package dev.codeport.http.api.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.live.ReadEvents;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.FakeCodeport;
import dev.codeport.http.Given;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.server.Feed;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventFeedTest {
  private static final AccountId ACCOUNT = new AccountId(7);
  private static final OrderId ORDER = new OrderId(5);

  @Test
  void a_silent_stream_can_be_resumed_from_where_it_began() {
    var feed = feed(Optional.empty(), 9);

    assertEquals(new Feed.Said("retry: 1000\nid: 9\n\n"), feed.next());
    assertEquals(new Feed.Nothing(), feed.next());
  }

  @Test
  void whoever_comes_too_late_is_told_what_is_missing() {
    var feed = feed(Optional.empty(), 2);
    feed.next();

    var text = said(feed);

    assertTrue(
        text.startsWith("event: events.erased\ndata: {\"from\":3,\"to\":5}\n\nid: 6\n"), text);
    assertEquals(new Feed.Nothing(), feed.next());
  }

  @Test
  void whoever_comes_in_time_is_told_of_no_gap() {
    var feed = feed(Optional.empty(), 5);
    feed.next();

    assertTrue(said(feed).startsWith("id: 6\n"));
  }

  /** Between its numbers are those of other orders. */
  @Test
  void an_order_has_no_gaps() {
    var feed = feed(Optional.of(ORDER), 2);
    feed.next();

    assertFalse(said(feed).contains("erased"));
  }

  private static String said(Feed feed) {
    return ((Feed.Said) feed.next()).text();
  }

  private static EventFeed feed(Optional<OrderId> order, long after) {
    var codeport = new FakeCodeport();
    var places = new Places(codeport);
    return new EventFeed(
        ACCOUNT,
        order,
        after,
        new SixToEight(),
        (account, wake) -> () -> {},
        new EventViews(codeport, places),
        new Seats(1),
        LiveLimits.STANDARD);
  }

  /** An account whose first five events are not kept any more. */
  private static final class SixToEight implements ReadEvents {
    @Override
    public List<Outbox.Numbered> events(AccountId account, long after, int limit) {
      return LongStream.rangeClosed(6, 8)
          .filter(number -> number > after)
          .mapToObj(
              number ->
                  new Outbox.Numbered(
                      number, Event.of(account, Event.Type.ORDER_EXPIRED, ORDER, Given.NOW)))
          .toList();
    }

    @Override
    public List<Outbox.Numbered> eventsOf(AccountId account, OrderId order, long after, int limit) {
      return events(account, after, limit);
    }

    @Override
    public long newestEvent(AccountId account) {
      return 8;
    }
  }
}
