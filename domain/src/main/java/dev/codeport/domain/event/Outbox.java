package dev.codeport.domain.event;

import dev.codeport.domain.id.AccountId;
import java.util.List;

/** Reads of the events that changes brought in, numbered per account in commit order, no gaps. */
public interface Outbox {
  /** The account's events with a number above {@code after}, at most {@code limit}, in order. */
  List<Numbered> events(AccountId account, long after, int limit);

  /**
   * @param number 1 for the account's first event
   */
  record Numbered(long number, Event event) {}
}
