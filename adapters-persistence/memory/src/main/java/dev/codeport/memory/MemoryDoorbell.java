package dev.codeport.memory;

import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.id.AccountId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Rings within this process. Who rings only notes the account; a thread that lives while there is
 * something to tell goes round the listeners. Rings of an account that nobody has heard yet are one
 * ring, so that memory is bounded by the number of accounts.
 */
public final class MemoryDoorbell implements Doorbell {
  private static final Logger LOG = System.getLogger(MemoryDoorbell.class.getName());

  private final List<Ears> listeners = new CopyOnWriteArrayList<>();
  private final Set<AccountId> rung = ConcurrentHashMap.newKeySet();
  private final Queue<AccountId> untold = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean telling = new AtomicBoolean();

  @Override
  public void ring(AccountId account) {
    if (rung.add(account)) {
      untold.add(account);
      tellUnlessTold();
    }
  }

  @Override
  public Listening listen(Consumer<AccountId> bell) {
    var ears = new Ears(bell);
    listeners.add(ears);
    return () -> listeners.remove(ears);
  }

  private void tellUnlessTold() {
    if (telling.compareAndSet(false, true)) {
      Thread.ofVirtual().name("doorbell").start(this::tell);
    }
  }

  private void tell() {
    for (var account = untold.poll(); account != null; account = untold.poll()) {
      rung.remove(account);
      for (var ears : listeners) {
        ears.hear(account);
      }
    }
    telling.set(false);
    if (!untold.isEmpty()) {
      tellUnlessTold();
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
