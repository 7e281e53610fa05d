package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.AccountId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the doorbell does when Redis is killed or frozen. */
class DoorbellFaultsTest {
  /** For those who are to wait for it; short, and yet longer than a busy machine stands still. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Server server = Server.start();
  private final Diary diary = new Diary();
  private final Redis near = Shared.open(server.url(), "faults", TIMEOUT, diary);
  private final Redis far = Shared.open(server.url(), "faults", TIMEOUT);
  private final RedisDoorbell here = new RedisDoorbell(near);
  private final RedisDoorbell elsewhere = new RedisDoorbell(far);
  private final Set<AccountId> heard = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    here.close();
    elsewhere.close();
    near.close();
    far.close();
    server.close();
  }

  @Test
  void this_node_hears_its_own_rings_without_redis() {
    try (var listening = here.listen(heard::add)) {
      assertNotNull(listening);
      server.kill();
      Eventually.holds("it is noticed", () -> !near.isUp());

      here.ring(account(1));

      Eventually.holds("the ring is heard", () -> heard.contains(account(1)));
      assertEquals(1, diary.fallen("doorbell"));
    }
  }

  @Test
  void rings_of_other_nodes_are_heard_again_after_a_restart() {
    try (var listening = here.listen(heard::add)) {
      assertNotNull(listening);
      elsewhere.ring(account(1));
      Eventually.holds("before", () -> heard.contains(account(1)));
      server.kill();
      Eventually.holds("it is noticed", () -> !near.isUp() && !far.isUp());
      server.restart();

      Eventually.holds("after", () -> ringsThrough(account(2)));
    }
  }

  @Test
  void who_rings_never_waits_for_a_frozen_redis() {
    try (var listening = here.listen(heard::add)) {
      assertNotNull(listening);
      server.freeze();

      for (int i = 1; i <= 5; i++) {
        here.ring(account(i));
      }
      assertTrue(near.isUp(), "had they waited, it would be known that nobody answers");
      for (int i = 6; i <= 50_000; i++) {
        here.ring(account(i));
      }

      Eventually.holds("all are heard here", () -> heard.size() == 50_000);
      Eventually.holds("it is noticed", () -> !near.isUp());
      server.thaw();
      Eventually.holds("it is found again", near::isUp);
    }
  }

  private boolean ringsThrough(AccountId account) {
    elsewhere.ring(account);
    return heard.contains(account);
  }

  private static AccountId account(int number) {
    return new AccountId(number);
  }
}
