package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.id.AccountId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Doorbell} must do while nothing is broken. Rings may be doubled and may be run
 * together; the last one of an account is always heard.
 */
public interface DoorbellContract {
  AccountId ANNA = new AccountId(11);
  AccountId BERT = new AccountId(2_000_000_012);

  /** One node's doorbell, the same throughout one test. */
  Doorbell here();

  /** Another node's, or the same one where nodes cannot share. */
  Doorbell elsewhere();

  @Test
  default void a_ring_is_heard_here() throws InterruptedException {
    var bell = new Bell();
    try (var listening = here().listen(bell::hear)) {
      assertNotNull(listening);

      here().ring(ANNA);

      bell.awaits(ANNA);
    }
  }

  @Test
  default void a_ring_elsewhere_is_heard_here() throws InterruptedException {
    var bell = new Bell();
    try (var listening = here().listen(bell::hear)) {
      assertNotNull(listening);

      elsewhere().ring(BERT);

      bell.awaits(BERT);
    }
  }

  @Test
  default void everybody_who_listens_hears_it() throws InterruptedException {
    var one = new Bell();
    var two = new Bell();
    var three = new Bell();
    try (var first = here().listen(one::hear);
        var second = here().listen(two::hear);
        var third = elsewhere().listen(three::hear)) {
      assertEquals(3, Set.of(first, second, third).size());

      here().ring(ANNA);

      one.awaits(ANNA);
      two.awaits(ANNA);
      three.awaits(ANNA);
    }
  }

  @Test
  default void who_has_ended_listening_hears_nothing_more() throws InterruptedException {
    var gone = new Bell();
    var stays = new Bell();
    var ended = here().listen(gone::hear);
    try (var listening = here().listen(stays::hear)) {
      assertNotNull(listening);
      ended.close();
      ended.close();

      here().ring(ANNA);
      stays.awaits(ANNA);
      here().ring(BERT);
      stays.awaits(BERT);

      assertTrue(gone.rings.isEmpty());
    }
  }

  @Test
  default void a_bell_that_throws_harms_neither_the_ringer_nor_other_bells()
      throws InterruptedException {
    var bell = new Bell();
    try (var broken =
            here()
                .listen(
                    account -> {
                      throw new IllegalStateException("a broken bell");
                    });
        var listening = here().listen(bell::hear)) {
      assertEquals(2, Set.of(broken, listening).size());

      here().ring(ANNA);
      bell.awaits(ANNA);
      here().ring(BERT);
      bell.awaits(BERT);
    }
  }

  /** The ringer has just committed and has an answer to give. */
  @Test
  default void who_rings_does_not_wait_for_who_listens() throws InterruptedException {
    var release = new CountDownLatch(1);
    var bell = new Bell();
    try (var listening =
        here()
            .listen(
                account -> {
                  await(release);
                  bell.hear(account);
                })) {
      assertNotNull(listening);

      here().ring(ANNA);
      here().ring(BERT);
      assertTrue(bell.rings.isEmpty());
      release.countDown();

      bell.awaits(ANNA, BERT);
    }
  }

  /** A ring while the last one is being heard must not be swallowed. */
  @Test
  default void of_each_account_the_last_ring_is_heard() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      var bell = new Bell();
      try (var listening = here().listen(bell::hear)) {
        assertNotNull(listening);

        here().ring(ANNA);
        bell.awaits(ANNA);
        here().ring(ANNA);

        bell.awaits(ANNA);
      }
    }
  }

  @Test
  default void rings_of_many_threads_and_accounts_all_are_heard() throws InterruptedException {
    var bell = new Bell();
    try (var listening = here().listen(bell::hear)) {
      assertNotNull(listening);
      var accounts = new AccountId[400];
      for (int i = 0; i < accounts.length; i++) {
        accounts[i] = new AccountId(1 + i);
      }

      Race.of(
          8,
          i -> {
            for (var account : accounts) {
              (i % 2 == 0 ? here() : elsewhere()).ring(account);
            }
            return i;
          });

      bell.awaits(accounts);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Remembers what it heard. */
  final class Bell {
    private final BlockingQueue<AccountId> rings = new LinkedBlockingQueue<>();

    void hear(AccountId account) {
      rings.add(account);
    }

    /** Waits until each of them was heard; what was heard before counts. */
    void awaits(AccountId... accounts) throws InterruptedException {
      var missing = new HashSet<>(Set.of(accounts));
      while (!missing.isEmpty()) {
        var heard = rings.poll(30, TimeUnit.SECONDS);
        assertNotNull(heard, () -> missing.size() + " rings were not heard");
        missing.remove(heard);
      }
    }
  }
}
