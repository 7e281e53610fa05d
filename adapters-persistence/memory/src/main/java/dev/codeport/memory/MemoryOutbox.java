package dev.codeport.memory;

import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MemoryOutbox implements Outbox {
  private final Tables tables;

  MemoryOutbox(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Numbered> events(AccountId account, long after, int limit) {
    return tables.locked(
        () -> tables.purse(account).map(p -> p.events(after, limit)).orElseGet(List::of));
  }

  @Override
  public List<Numbered> ofOrder(AccountId account, OrderId order, long after, int limit) {
    return events(account, after, Integer.MAX_VALUE).stream()
        .filter(numbered -> numbered.event().order().equals(order))
        .limit(limit)
        .toList();
  }

  @Override
  public Map<AccountId, Long> newest(Collection<AccountId> accounts) {
    return tables.locked(
        () -> {
          Map<AccountId, Long> newest = new HashMap<>();
          accounts.forEach(
              account ->
                  tables
                      .purse(account)
                      .filter(purse -> purse.newestEvent() > 0)
                      .ifPresent(purse -> newest.put(account, purse.newestEvent())));
          return newest;
        });
  }
}
