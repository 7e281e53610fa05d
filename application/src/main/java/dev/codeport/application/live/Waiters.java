package dev.codeport.application.live;

import dev.codeport.application.worker.Worker;
import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All who wait on this node, by account. The doorbell wakes an account's waiters at once; as a
 * worker, once a second, it asks in one query for the newest numbers of all accounts that somebody
 * waits for, and wakes those for whom a ring got lost.
 */
public final class Waiters implements AwaitEvents, Worker {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Outbox outbox;
  private final Map<AccountId, Room> rooms = new ConcurrentHashMap<>();

  private Waiters(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Listens from now on. */
  public static Waiters over(Outbox outbox, Doorbell doorbell) {
    var waiters = new Waiters(outbox);
    doorbell.listen(waiters::wake);
    return waiters;
  }

  @Override
  public Waiting awaitEvents(AccountId account, Runnable wake) {
    var waiter = new Waiter(wake);
    rooms.compute(account, (id, room) -> (room == null ? new Room() : room).with(waiter));
    return () -> rooms.computeIfPresent(account, (id, room) -> room.without(waiter));
  }

  @Override
  public String name() {
    return "wake-waiters";
  }

  @Override
  public Duration pause() {
    return LOOK_EVERY;
  }

  @Override
  public int runOnce(Instant now) {
    var accounts = List.copyOf(rooms.keySet());
    if (accounts.isEmpty()) {
      return 0;
    }
    int woken = 0;
    for (var newest : outbox.newest(accounts).entrySet()) {
      var room = rooms.get(newest.getKey());
      if (room != null && room.hears(newest.getValue())) {
        room.wake();
        woken++;
      }
    }
    return woken;
  }

  /** How many wait. */
  public int count() {
    return rooms.values().stream().mapToInt(Room::size).sum();
  }

  private void wake(AccountId account) {
    var room = rooms.get(account);
    if (room != null) {
      room.wake();
    }
  }

  /** One waiting; equal to itself only, whatever it calls. */
  private static final class Waiter {
    private final Runnable wake;

    Waiter(Runnable wake) {
      this.wake = wake;
    }
  }

  /** Those who wait for one account; changed only within the map's own lock. */
  private static final class Room {
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet(2);
    private volatile long newest;

    Room with(Waiter waiter) {
      waiters.add(waiter);
      newest = 0; // whoever is new has not been woken for what is there
      return this;
    }

    @org.jspecify.annotations.Nullable
    Room without(Waiter waiter) {
      waiters.remove(waiter);
      return waiters.isEmpty() ? null : this;
    }

    boolean hears(long number) {
      var isNews = number > newest;
      newest = number;
      return isNews;
    }

    void wake() {
      waiters.forEach(waiter -> waiter.wake.run());
    }

    int size() {
      return waiters.size();
    }
  }
}
