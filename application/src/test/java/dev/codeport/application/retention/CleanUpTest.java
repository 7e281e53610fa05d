package dev.codeport.application.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.contract.Given;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Next;
import dev.codeport.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleanUpTest {
  private final Storage storage = new MemoryStorage(Ledger.rupiah());
  private final RetentionTimes times = RetentionTimes.STANDARD;

  @Test
  void erases_what_was_kept_long_enough_and_not_before() {
    var ended = Given.minute(10);
    var order = Given.completedOrder().endedAt(ended).in(storage);
    var due = ended.plus(times.contents()).plusSeconds(1);

    assertEquals(1, clean("a", due.minus(Duration.ofHours(1))), "what it told of its vendor");
    assertEquals(1, storage.orders().find(order.id()).flatMap(Order::phone).stream().count());

    assertEquals(2, clean("a", due.plus(Duration.ofMinutes(1))), "the order and its message");
    assertEquals(0, storage.orders().find(order.id()).flatMap(Order::phone).stream().count());
    assertEquals("", storage.orders().messages(order.id()).getFirst().text());
  }

  @Test
  void a_verification_loses_its_phone_and_much_later_goes() {
    var verified = Given.verifiedVerification().endedAfter(Duration.ofMinutes(5)).in(storage);
    var account = verified.account();
    var verifications = storage.verifications();
    verifications.record(
        new Receipt(Given.WEST, new Handle("m"), Receipt.Status.SENT, Given.NOW, ""));

    assertEquals(0, clean("a", Given.minute(5).plus(times.verifications())));
    assertEquals(1, clean("a", Given.minute(6).plus(times.verifications())));
    assertEquals(
        Optional.of(PhoneNumber.ERASED),
        verifications.find(account, verified.id()).map(kept -> kept.terms().phone()));

    assertEquals(2, clean("a", Given.minute(6).plus(times.verificationRows())), "and the receipt");
    assertEquals(Optional.empty(), verifications.find(account, verified.id()));
  }

  @Test
  void what_is_counted_for_a_phone_is_never_forgotten_within_its_day() {
    for (var tooShort : List.of(Duration.ZERO, Duration.ofHours(23))) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new RetentionTimes(
                  times.contents(),
                  times.keys(),
                  times.deliveries(),
                  tooShort,
                  times.verificationRows()));
    }
  }

  @Test
  void forgets_keys_and_deliveries_each_in_its_own_time() {
    var own =
        new RetentionTimes(
            Duration.ofDays(300),
            Duration.ofDays(7),
            Duration.ofDays(30),
            times.verifications(),
            times.verificationRows());
    var owner = Given.account().in(storage);
    var key = new IdempotencyKey("k");
    var claim = new Claim(key, Fingerprint.of("k"), List.of(new OrderId(1)), Given.NOW);
    Given.committed(storage, Change.of(owner.id()).claim(claim));
    delivered(owner);

    assertEquals(0, clean(own, Given.NOW.plus(own.keys())));
    assertEquals(1, clean(own, Given.minute(1).plus(own.keys())));
    assertEquals(Optional.empty(), storage.idempotencyKeys().find(owner.id(), key));
    assertEquals(0, clean(own, Given.NOW.plus(own.deliveries())));
    assertEquals(1, clean(own, Given.minute(1).plus(own.deliveries())));
  }

  private void delivered(Account owner) {
    Given.endpoint().in(storage, owner);
    var event = Event.of(owner.id(), Event.Type.ORDER_EXPIRED, new OrderId(1), Given.NOW);
    Given.committed(storage, Change.of(owner.id()).event(event));
    var wanted = new Deliveries.Wanted(Given.minute(1), 10, 10, false, Set.of(), Set.of());
    var claimed = storage.webhooks().claimDue(Given.NOW, wanted).getFirst();
    var attempt =
        new DeliveryAttempt(1, Given.NOW, Duration.ZERO, Optional.of(200), Optional.empty(), "");
    storage.webhooks().record(claimed, attempt, new Next.Delivered());
  }

  @Test
  void takes_as_many_batches_as_it_needs() {
    for (int i = 0; i < 1_201; i++) {
      Given.expiredOrder().endedAt(Given.minute(10)).in(storage);
    }

    assertEquals(2 * 1_201, clean("a", Given.minute(11).plus(times.contents())));
  }

  @Test
  void is_done_by_one_node_at_a_time() {
    var now = Given.minute(11).plus(times.contents());
    clean("a", now);
    Given.expiredOrder().endedAt(Given.minute(10)).in(storage);

    assertEquals(0, clean("b", now.plusSeconds(59)));
    assertEquals(2, clean("b", now.plusSeconds(60)));
  }

  private int clean(RetentionTimes own, Instant now) {
    return new CleanUp(storage, own, "a").runOnce(now);
  }

  private int clean(String node, Instant now) {
    return new CleanUp(storage, times, node).runOnce(now);
  }
}
