package dev.codeport.application.live;

import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.util.List;

/**
 * What happened to an account's orders, numbered from 1 in the order in which it was committed.
 * Whoever reads on from the last number seen misses nothing.
 */
public interface ReadEvents {
  /**
   * Events with a number above {@code after}, in order.
   *
   * @param limit 1 to 1000
   */
  List<Outbox.Numbered> events(AccountId account, long after, int limit);

  /** The same, of one order; another account's order has none. */
  List<Outbox.Numbered> eventsOf(AccountId account, OrderId order, long after, int limit);

  /** The number of the account's newest event; 0 when there is none. */
  long newestEvent(AccountId account);

  static ReadEvents over(Outbox outbox) {
    return new ReadEventsService(outbox);
  }
}
