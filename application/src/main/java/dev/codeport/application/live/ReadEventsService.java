package dev.codeport.application.live;

import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.util.List;

final class ReadEventsService implements ReadEvents {
  private final Outbox outbox;

  ReadEventsService(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public List<Outbox.Numbered> events(AccountId account, long after, int limit) {
    return outbox.events(account, after, limit);
  }

  @Override
  public List<Outbox.Numbered> eventsOf(AccountId account, OrderId order, long after, int limit) {
    return outbox.ofOrder(account, order, after, limit);
  }

  @Override
  public long newestEvent(AccountId account) {
    return outbox.newest(List.of(account)).getOrDefault(account, 0L);
  }
}
