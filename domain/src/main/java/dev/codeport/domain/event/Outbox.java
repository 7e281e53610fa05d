package dev.codeport.domain.event;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads of the events that changes brought in, numbered per account in commit order, no gaps. */
public interface Outbox {
  /** The account's events with a number above {@code after}, at most {@code limit}, in order. */
  List<Numbered> events(AccountId account, long after, int limit);

  /** The same, of one order alone; the numbers are still the account's. */
  List<Numbered> ofOrder(AccountId account, OrderId order, long after, int limit);

  /** The number of each account's newest event; those without any are left out. */
  Map<AccountId, Long> newest(Collection<AccountId> accounts);

  /**
   * @param number 1 for the account's first event
   */
  record Numbered(long number, Event event) {}
}
