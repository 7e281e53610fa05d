package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.WebhookSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An event and its deliveries are one commit. */
public interface FanOutContract extends StorageStage {
  @Test
  default void every_endpoint_of_the_account_gets_what_it_hears_of() {
    var account = Given.account().in(storage());
    var all = Given.endpoint().in(storage(), account);
    var some = Given.endpoint().hearing(Event.Type.SMS_RECEIVED).in(storage(), account);
    var strangers = Given.endpoint().in(storage(), Given.account().in(storage()));

    var order = Given.completedOrder().of(account).in(storage());

    assertEquals(List.of(3L, 2L, 1L), numbers(all));
    assertEquals(List.of(2L), numbers(some));
    assertEquals(List.of(), numbers(strangers));
    var delivery = storage().webhooks().delivery(account.id(), some.id(), 2).orElseThrow();
    assertEquals(Event.Type.SMS_RECEIVED, delivery.event().event().type());
    assertEquals(order.id(), delivery.event().event().order());
    assertEquals(Delivery.State.PENDING, delivery.state());
    assertEquals(0, delivery.tries());
  }

  @Test
  default void an_smscode_webhook_hears_of_messages_and_ends() {
    var account = Given.account().in(storage());
    storage()
        .webhooks()
        .put(
            account.id(),
            WebhookSettings.of(Optional.of("https://a.example.org/"), Optional.of(Secret.of("s"))));
    var change = Change.of(account.id());
    for (var type : Event.Type.values()) {
      change.event(Event.of(account.id(), type, new OrderId(1), minute(1)));
    }

    Given.committed(storage(), change);

    assertEquals(
        List.of(
            Event.Type.ORDER_EXPIRED,
            Event.Type.ORDER_CANCELED,
            Event.Type.ORDER_COMPLETED,
            Event.Type.SMS_RECEIVED),
        storage()
            .webhooks()
            .deliveries(
                account.id(),
                EndpointId.smscode(account.id()),
                Optional.empty(),
                Long.MAX_VALUE,
                10)
            .stream()
            .map(delivery -> delivery.event().event().type())
            .toList());
  }

  @Test
  default void orders_that_their_customer_never_saw_are_not_spoken_of() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);

    Given.refusedOrder().of(account).in(storage());

    assertEquals(List.of(), numbers(endpoint));
  }

  @Test
  default void a_paused_endpoint_is_kept_its_events_and_a_disabled_one_is_not() {
    var account = Given.account().in(storage());
    var paused = Given.endpoint().in(storage(), account);
    var disabled = Given.endpoint().in(storage(), account);
    assertTrue(storage().webhooks().replace(paused.paused()));
    assertTrue(storage().webhooks().replace(disabled.disabled("gone", minute(1))));

    Given.activeOrder().of(account).in(storage());

    assertEquals(List.of(1L), numbers(paused));
    assertEquals(List.of(), numbers(disabled));
  }

  @Test
  default void a_refused_change_leaves_no_delivery() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);
    var order = Given.activeOrder().of(account).in(storage());
    Given.committed(storage(), Change.of(order.askCancel(minute(2))));

    var stale = storage().commit(Change.of(order.cancel(minute(3))).build());

    assertInstanceOf(CommitResult.Stale.class, stale);
    assertEquals(List.of(1L), numbers(endpoint));
  }

  @Test
  default void while_many_write_no_event_is_without_its_delivery() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);

    Race.of(8, i -> write(account, 10));

    assertEquals(LongStream.iterate(80, n -> n - 1).limit(80).boxed().toList(), numbers(endpoint));
  }

  private boolean write(Account account, int count) {
    for (int i = 0; i < count; i++) {
      Given.committed(
          storage(),
          Change.of(account.id())
              .event(Event.of(account.id(), Event.Type.ORDER_EXPIRED, new OrderId(1), minute(1))));
    }
    return true;
  }

  private List<Long> numbers(Endpoint endpoint) {
    return storage()
        .webhooks()
        .deliveries(endpoint.account(), endpoint.id(), Optional.empty(), Long.MAX_VALUE, 1000)
        .stream()
        .map(delivery -> delivery.event().number())
        .toList();
  }
}
