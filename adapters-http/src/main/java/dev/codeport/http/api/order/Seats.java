package dev.codeport.http.api.order;

import dev.codeport.domain.id.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** How many things each account keeps open on this node, and no more than it may. */
final class Seats {
  private final int most;
  private final Map<AccountId, Semaphore> free = new ConcurrentHashMap<>();

  Seats(int most) {
    this.most = most;
  }

  /** Answers whether there was one left. */
  boolean take(AccountId account) {
    return free.computeIfAbsent(account, id -> new Semaphore(most)).tryAcquire();
  }

  void leave(AccountId account) {
    free.computeIfAbsent(account, id -> new Semaphore(most - 1)).release();
  }
}
