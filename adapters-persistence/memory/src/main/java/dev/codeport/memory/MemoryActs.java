package dev.codeport.memory;

import dev.codeport.domain.account.Act;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.id.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

final class MemoryActs implements Acts {
  private final AtomicLong last = new AtomicLong();
  private final ConcurrentNavigableMap<Long, Act> written = new ConcurrentSkipListMap<>();

  @Override
  public void write(Act act) {
    written.put(last.incrementAndGet(), act);
  }

  @Override
  public <T> T written(Supplier<T> change, Function<T, Optional<Act>> act) {
    var made = change.get();
    act.apply(made).ifPresent(this::write);
    return made;
  }

  @Override
  public List<Numbered> newest(Optional<AccountId> account, long before, int limit) {
    return written.headMap(before).descendingMap().entrySet().stream()
        .filter(each -> account.isEmpty() || each.getValue().account().equals(account))
        .limit(limit)
        .map(each -> new Numbered(each.getKey(), each.getValue()))
        .toList();
  }
}
