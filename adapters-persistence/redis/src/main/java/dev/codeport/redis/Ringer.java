package dev.codeport.redis;

import dev.codeport.domain.event.Doorbell.Listening;
import dev.codeport.domain.id.AccountId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Calls the bells of this process on one thread. Rings for an account that wait already are one
 * ring, so that what waits is bounded by the number of accounts.
 */
final class Ringer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Ringer.class.getName());

  private final List<Ears> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("redis-doorbell").unstarted(this::run);
  private Set<AccountId> waiting = new LinkedHashSet<>();

  static Ringer start() {
    var ringer = new Ringer();
    ringer.thread.start();
    return ringer;
  }

  void ring(AccountId account) {
    lock.lock();
    try {
      waiting.add(account);
      rung.signal();
    } finally {
      lock.unlock();
    }
  }

  Listening add(Consumer<AccountId> bell) {
    var ears = new Ears(bell);
    listeners.add(ears);
    return () -> listeners.remove(ears);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        next().forEach(account -> listeners.forEach(ears -> ears.hear(account)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<AccountId> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        rung.await();
      }
      var these = waiting;
      waiting = new LinkedHashSet<>();
      return these;
    } finally {
      lock.unlock();
    }
  }

  /** One listening; equal to itself only, whatever it calls. */
  private static final class Ears {
    private final Consumer<AccountId> bell;

    Ears(Consumer<AccountId> bell) {
      this.bell = bell;
    }

    void hear(AccountId account) {
      try {
        bell.accept(account);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a listener of the doorbell failed", e);
      }
    }
  }
}
