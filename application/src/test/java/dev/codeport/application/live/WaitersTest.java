package dev.codeport.application.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.MovableClock;
import dev.codeport.contract.Given;
import dev.codeport.contract.Race;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.memory.MemoryDoorbell;
import dev.codeport.memory.MemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitersTest {
  private final MovableClock clock = new MovableClock();
  private final MemoryDoorbell doorbell = new MemoryDoorbell();
  private final Storage silent = new MemoryStorage(Ledger.rupiah());
  private final Storage storage = new RingingStorage(silent, doorbell);
  private final Waiters waiters = Waiters.over(storage.outbox(), doorbell);
  private final Account account = Given.account().in(storage);

  @Test
  void a_committed_event_wakes_who_waits_for_its_account() throws InterruptedException {
    var woken = new Semaphore(0);
    waiters.awaitEvents(account.id(), woken::release);
    happen(storage, account.id(), 1);

    assertTrue(woken.tryAcquire(30, TimeUnit.SECONDS));
  }

  @Test
  void neither_a_change_without_events_nor_a_refused_one_rings() {
    var rings = new ArrayList<AccountId>();
    var told =
        new RingingStorage(
            silent,
            new dev.codeport.domain.event.Doorbell() {
              @Override
              public void ring(AccountId rung) {
                rings.add(rung);
              }

              @Override
              public Listening listen(java.util.function.Consumer<AccountId> bell) {
                return () -> {};
              }
            });
    var amount = Money.of(500, Ledger.rupiah().currency());
    var event = Event.of(account.id(), Event.Type.ORDER_EXPIRED, new OrderId(1), Given.NOW);

    told.commit(
        Change.of(account.id()).entry(Entry.topUp(account.id(), amount, "", Given.NOW)).build());
    told.commit(
        Change.of(account.id())
            .entry(
                Entry.adjust(account.id(), Money.of(-9_000_000, amount.currency()), "", Given.NOW))
            .event(event)
            .build());
    assertEquals(List.of(), rings);

    told.commit(Change.of(account.id()).event(event).build());
    assertEquals(List.of(account.id()), rings);
  }

  @Test
  void a_lost_ring_is_made_up_for_by_looking_and_only_once() {
    var woken = new AtomicInteger();
    waiters.awaitEvents(account.id(), woken::incrementAndGet);
    assertEquals(0, waiters.runOnce(clock.instant()));

    happen(silent, account.id(), 1);

    assertEquals(1, waiters.runOnce(clock.instant()));
    assertEquals(0, waiters.runOnce(clock.instant()));
    assertEquals(1, woken.get());
  }

  /** It may have begun to wait right after the only ring. */
  @Test
  void who_begins_to_wait_is_woken_once_for_what_is_there() {
    happen(silent, account.id(), 1);
    var first = new AtomicInteger();
    var second = new AtomicInteger();
    waiters.awaitEvents(account.id(), first::incrementAndGet);
    assertEquals(1, waiters.runOnce(clock.instant()));

    waiters.awaitEvents(account.id(), second::incrementAndGet);
    assertEquals(1, waiters.runOnce(clock.instant()));
    assertEquals(1, second.get());
  }

  @Test
  void nobody_is_woken_for_another_account_or_after_the_waiting_was_closed() {
    var other = Given.account().in(storage);
    var woken = new AtomicInteger();
    var waiting = waiters.awaitEvents(account.id(), woken::incrementAndGet);
    happen(silent, other.id(), 1);
    assertEquals(0, waiters.runOnce(clock.instant()));
    assertEquals(1, waiters.count());

    waiting.close();
    waiting.close();
    happen(silent, account.id(), 1);

    assertEquals(0, waiters.runOnce(clock.instant()));
    assertEquals(0, woken.get());
    assertEquals(0, waiters.count());
  }

  @Test
  void closing_one_waiting_leaves_the_others() {
    var woken = new AtomicInteger();
    var gone = waiters.awaitEvents(account.id(), () -> {});
    waiters.awaitEvents(account.id(), woken::incrementAndGet);
    gone.close();
    happen(silent, account.id(), 1);

    waiters.runOnce(clock.instant());

    assertEquals(1, woken.get());
  }

  /** Who reads on whenever it is woken has it all when the last commit returned and rang. */
  @Test
  void who_reads_when_woken_misses_nothing_of_eight_that_write() {
    int perWriter = 50;
    int all = 8 * perWriter;

    var seen =
        Race.of(
            9,
            i -> {
              if (i == 8) {
                return follow(all);
              }
              for (int n = 0; n < perWriter; n++) {
                happen(storage, account.id(), 1 + i * perWriter + n);
              }
              return List.<Outbox.Numbered>of();
            });

    assertEquals(
        LongStream.rangeClosed(1, all).boxed().toList(),
        seen.get(8).stream().map(Outbox.Numbered::number).toList());
  }

  private List<Outbox.Numbered> follow(int until) {
    var seen = new ArrayList<Outbox.Numbered>();
    var woken = new Semaphore(1);
    waiters.awaitEvents(account.id(), woken::release);
    try {
      while (seen.size() < until) {
        assertTrue(woken.tryAcquire(30, TimeUnit.SECONDS), () -> "stuck after " + seen.size());
        woken.drainPermits();
        seen.addAll(storage.outbox().events(account.id(), seen.isEmpty() ? 0 : seen.size(), until));
      }
      return seen;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void happen(Storage into, AccountId account, long order) {
    Instant at = Given.NOW;
    Given.committed(
        into,
        Change.of(account)
            .event(Event.of(account, Event.Type.ORDER_EXPIRED, new OrderId(order), at)));
  }
}
