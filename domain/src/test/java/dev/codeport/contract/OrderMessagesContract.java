package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.domain.code.Code;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages are kept whole, once each, for ever. */
public interface OrderMessagesContract extends StorageStage {
  @Test
  default void messages_read_back_as_they_were_written() {
    var order = Given.receivedOrder().in(storage());
    var second = sms(order, 2, "k2", "您的验证码是 ٤٨١٥ 🔑\nend", Optional.of(new Code("4815")), false);
    var third = sms(order, 3, "k3", "no code in here", Optional.empty(), true);

    var step = order.receive(second, minute(2));
    Given.committed(storage(), Change.of(step).message(second));
    Given.committed(storage(), Change.of(order.account()).message(third));

    var messages = storage().orders().messages(order.id());
    assertEquals(3, messages.size());
    assertEquals(List.of(second, third), messages.subList(1, 3));
    assertEquals(Optional.of(step.order()), storage().orders().find(order.id()));
    assertEquals(List.of(), storage().orders().messages(new OrderId(2_000_000_000)));
  }

  @Test
  default void a_message_is_not_stored_twice() {
    var order = Given.receivedOrder().in(storage());
    var known = storage().orders().messages(order.id()).getFirst();
    var sameKey = sms(order, 2, known.key(), "again", Optional.empty(), false);
    var sameRevision = sms(order, 1, "another", "again", Optional.empty(), false);

    for (var repeated : List.of(sameKey, sameRevision)) {
      var change = Change.of(order.receive(repeated, minute(2))).message(repeated).build();
      assertInstanceOf(CommitResult.Stale.class, storage().commit(change));
    }

    assertEquals(List.of(known), storage().orders().messages(order.id()));
    assertEquals(Optional.of(order), storage().orders().find(order.id()));
  }

  @Test
  default void two_orders_may_have_messages_with_the_same_key() {
    var one = Given.receivedOrder().in(storage());
    var other = Given.receivedOrder().in(storage());

    assertEquals(
        storage().orders().messages(one.id()).getFirst().key(),
        storage().orders().messages(other.id()).getFirst().key());
  }

  @Test
  default void of_many_deliveries_of_one_message_at_once_one_is_stored() {
    var order = Given.activeOrder().in(storage());
    var sms = sms(order, 1, "same", "Code 1234", Optional.of(new Code("1234")), false);

    var results =
        Race.of(
            16,
            i -> storage().commit(Change.of(order.receive(sms, minute(2))).message(sms).build()));

    assertEquals(1, results.stream().filter(CommitResult.Committed.class::isInstance).count());
    assertEquals(15, results.stream().filter(CommitResult.Stale.class::isInstance).count());
    assertEquals(List.of(sms), storage().orders().messages(order.id()));
  }

  @Test
  default void late_messages_come_in_at_once_each_under_a_number_of_its_own() {
    var order = Given.canceledOrder().in(storage());

    var results =
        Race.of(
            8,
            i -> {
              var late = sms(order, 1 + i / 2, "late-" + i, "Late", Optional.empty(), true);
              return storage().commit(Change.of(order.account()).message(late).build());
            });

    assertEquals(4, results.stream().filter(CommitResult.Committed.class::isInstance).count());
    assertEquals(
        IntStream.rangeClosed(1, 4).boxed().toList(),
        storage().orders().messages(order.id()).stream().map(Sms::revision).toList());
  }

  @Test
  default void a_message_for_another_accounts_order_is_a_mistake() {
    var order = Given.activeOrder().in(storage());
    var stranger = Given.account().in(storage());
    var sms = sms(order, 1, "k", "Code 1234", Optional.empty(), true);

    assertThrows(
        RuntimeException.class,
        () -> storage().commit(Change.of(stranger.id()).message(sms).build()));

    assertEquals(List.of(), storage().orders().messages(order.id()));
  }

  private static Sms sms(
      Order order, int revision, String key, String text, Optional<Code> code, boolean late) {
    return new Sms(order.id(), revision, key, text, code, "rule", minute(2), late);
  }
}
