package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Next;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was kept long enough is let go, and nothing else. */
public interface RetentionContract extends StorageStage {
  @Test
  default void an_old_order_stays_without_its_number_its_code_and_its_texts() {
    var old = Given.completedOrder().endedAt(minute(10)).in(storage());
    var young = Given.completedOrder().endedAt(minute(30)).in(storage());
    var open = Given.receivedOrder().in(storage());
    var retention = storage().retention();

    assertEquals(1, retention.eraseOrders(minute(30), 10));
    assertEquals(0, retention.eraseOrders(minute(30), 10));

    var kept =
        assertInstanceOf(Order.Closed.class, storage().orders().find(old.id()).orElseThrow());
    assertEquals(assertInstanceOf(Order.Closed.class, old).erased(), kept);
    assertEquals(Optional.empty(), kept.phone());
    assertEquals(Optional.empty(), kept.received().orElseThrow().code());
    assertEquals("", kept.received().orElseThrow().text());
    assertEquals(Optional.of(young), storage().orders().find(young.id()));
    assertEquals(Optional.of(open), storage().orders().find(open.id()));
    assertEquals(
        List.of(kept), storage().orders().list(old.account(), Orders.Shown.COMPLETED, 10, 0));
    assertTrue(storage().wallets().audit().balances());
  }

  @Test
  default void no_more_is_erased_than_asked_for_the_oldest_first() {
    var first = Given.canceledOrder().endedAt(minute(1)).in(storage());
    Given.expiredOrder().endedAt(minute(3)).in(storage());
    Given.expiredOrder().endedAt(minute(2)).in(storage());

    assertEquals(1, storage().retention().eraseOrders(minute(9), 1));
    assertEquals(Optional.empty(), storage().orders().find(first.id()).flatMap(Order::phone));
    assertEquals(2, storage().retention().eraseOrders(minute(9), 5));
  }

  @Test
  default void an_old_message_says_only_that_it_came() {
    var order = Given.receivedOrder().in(storage());
    var before = storage().orders().messages(order.id());
    var at = before.getFirst().receivedAt();

    assertEquals(0, storage().retention().eraseMessages(at, 10));
    assertEquals(before, storage().orders().messages(order.id()));
    assertEquals(1, storage().retention().eraseMessages(at.plusSeconds(1), 10));
    assertEquals(0, storage().retention().eraseMessages(at.plusSeconds(1), 10));

    assertEquals(List.of(before.getFirst().erased()), storage().orders().messages(order.id()));
  }

  @Test
  default void an_old_key_is_new_again() {
    var account = Given.account().in(storage()).id();
    var old = claim("old", 1);
    var young = claim("young", 2);
    Given.committed(storage(), Change.of(account).claim(old));
    Given.committed(storage(), Change.of(account).claim(young));

    assertEquals(1, storage().retention().forgetKeys(minute(2), 10));

    assertEquals(Optional.empty(), storage().idempotencyKeys().find(account, old.key()));
    assertEquals(Optional.of(young), storage().idempotencyKeys().find(account, young.key()));
    Given.committed(storage(), Change.of(account).claim(claim("old", 3)));
  }

  @Test
  default void an_old_delivery_is_forgotten_once_it_has_ended() {
    var owner = Given.account().in(storage());
    var account = owner.id();
    var endpoint = Given.endpoint().in(storage(), owner);
    for (int i = 1; i <= 3; i++) {
      var event = Event.of(account, Event.Type.ORDER_COMPLETED, new OrderId(7), minute(i));
      Given.committed(storage(), Change.of(account).event(event));
    }
    var webhooks = storage().webhooks();
    var claimed =
        webhooks.claimDue(
            minute(1), new Deliveries.Wanted(minute(3), 10, 10, false, Set.of(), Set.of()));
    webhooks.record(
        claimed.getFirst(),
        new DeliveryAttempt(
            1, minute(2), Duration.ofMillis(5), Optional.of(200), Optional.empty(), "ok"),
        new Next.Delivered());

    assertEquals(0, storage().retention().forgetDeliveries(minute(1), 10));
    assertEquals(1, storage().retention().forgetDeliveries(minute(9), 10));

    assertEquals(2, webhooks.deliveries(account, endpoint.id(), Optional.empty(), 100, 10).size());
    assertEquals(List.of(), webhooks.attempts(account, endpoint.id(), 1));
  }

  private static Claim claim(String key, int minute) {
    return new Claim(
        new IdempotencyKey(key), Fingerprint.of(key), List.of(new OrderId(minute)), minute(minute));
  }
}
