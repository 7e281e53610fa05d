package dev.codeport.memory;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.IdSource;
import dev.codeport.domain.id.OrderId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

final class MemoryIds implements IdSource {
  private final AtomicLong orders = new AtomicLong();
  private final AtomicInteger accounts = new AtomicInteger();

  @Override
  public OrderId nextOrder() {
    return new OrderId(orders.incrementAndGet());
  }

  @Override
  public AccountId nextAccount() {
    return new AccountId(accounts.incrementAndGet());
  }
}
