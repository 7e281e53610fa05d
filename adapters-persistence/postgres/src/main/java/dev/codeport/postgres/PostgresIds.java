package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.IdSource;
import dev.codeport.domain.id.OrderId;
import java.util.concurrent.locks.ReentrantLock;

/** Takes the ids of orders in blocks; what is left of a block when a node stops is never used. */
final class PostgresIds implements IdSource {
  /** As the sequence in the database steps. */
  private static final int BLOCK = 100;

  private static final String NEXT_BLOCK = "SELECT nextval('order_ids')";
  private static final String NEXT_ACCOUNT = "SELECT nextval('account_ids')";

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private long next;
  private long end;

  PostgresIds(Database database) {
    this.database = database;
  }

  @Override
  public OrderId nextOrder() {
    lock.lock();
    try {
      if (next == end) {
        next = nextval(NEXT_BLOCK);
        end = next + BLOCK;
      }
      return new OrderId(next++);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public AccountId nextAccount() {
    return new AccountId(Math.toIntExact(nextval(NEXT_ACCOUNT)));
  }

  private long nextval(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
