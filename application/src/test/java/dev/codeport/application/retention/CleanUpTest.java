package dev.codeport.application.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.contract.Given;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.storage.Storage;
import dev.codeport.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CleanUpTest {
  private final Storage storage = new MemoryStorage(Ledger.rupiah());
  private final RetentionTimes times =
      new RetentionTimes(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(30));

  @Test
  void erases_what_was_kept_long_enough_and_not_before() {
    var ended = Given.minute(10);
    var order = Given.completedOrder().endedAt(ended).in(storage);
    var due = ended.plus(times.contents()).plusSeconds(1);

    assertEquals(0, clean("a", due.minus(Duration.ofHours(1))));
    assertEquals(1, storage.orders().find(order.id()).flatMap(Order::phone).stream().count());

    assertEquals(2, clean("a", due.plus(Duration.ofMinutes(1))), "the order and its message");
    assertEquals(0, storage.orders().find(order.id()).flatMap(Order::phone).stream().count());
    assertEquals("", storage.orders().messages(order.id()).getFirst().text());
  }

  @Test
  void takes_as_many_batches_as_it_needs() {
    for (int i = 0; i < 1_201; i++) {
      Given.expiredOrder().endedAt(Given.minute(10)).in(storage);
    }

    assertEquals(1_201, clean("a", Given.minute(11).plus(times.contents())));
  }

  @Test
  void is_done_by_one_node_at_a_time() {
    var now = Given.minute(11).plus(times.contents());
    clean("a", now);
    Given.expiredOrder().endedAt(Given.minute(10)).in(storage);

    assertEquals(0, clean("b", now.plusSeconds(59)));
    assertEquals(1, clean("b", now.plusSeconds(60)));
  }

  private int clean(String node, Instant now) {
    return new CleanUp(storage, times, node).runOnce(now);
  }
}
