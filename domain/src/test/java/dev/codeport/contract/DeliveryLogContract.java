package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What became of deliveries is kept, and they can be begun anew. */
public interface DeliveryLogContract extends StorageStage {
  @Test
  default void attempts_read_back_as_they_were_recorded() {
    var endpoint = withEvents(1);
    var webhooks = storage().webhooks();
    var silent =
        new DeliveryAttempt(
            1,
            minute(1),
            Duration.ofSeconds(15),
            Optional.empty(),
            Optional.of("no answer in time"),
            "");
    var angry =
        new DeliveryAttempt(
            2,
            minute(2),
            Duration.ofMillis(7),
            Optional.of(503),
            Optional.empty(),
            "<b>närrisch\u0000\uD800</b>");

    webhooks.record(claim(1).getFirst(), silent, new Next.Retry(minute(2)));
    webhooks.record(claim(2).getFirst(), angry, new Next.GivenUp());

    var log = webhooks.attempts(endpoint.account(), endpoint.id(), 1);
    assertEquals(2, log.size());
    assertEquals(silent, log.getFirst());
    assertEquals(angry.status(), log.getLast().status());
    assertTrue(log.getLast().answer().startsWith("<b>närrisch"));
    var stranger = Given.account().in(storage()).id();
    assertEquals(List.of(), webhooks.attempts(stranger, endpoint.id(), 1));
    assertEquals(Optional.empty(), webhooks.delivery(stranger, endpoint.id(), 1));
    assertEquals(
        List.of(), webhooks.deliveries(stranger, endpoint.id(), Optional.empty(), 100, 10));
  }

  @Test
  default void deliveries_are_listed_newest_first_page_by_page_and_by_state() {
    var endpoint = withEvents(5);
    var claimed = claim(1);
    record(claimed.get(1), new Next.GivenUp());
    record(claimed.get(3), new Next.Delivered());

    assertEquals(List.of(5L, 4L), numbers(endpoint, Optional.empty(), Long.MAX_VALUE, 2));
    assertEquals(List.of(3L, 2L), numbers(endpoint, Optional.empty(), 4, 2));
    assertEquals(List.of(2L), numbers(endpoint, Optional.of(Delivery.State.FAILED), 100, 10));
    assertEquals(List.of(4L), numbers(endpoint, Optional.of(Delivery.State.DELIVERED), 100, 10));
    assertEquals(List.of(1L), numbers(endpoint, Optional.of(Delivery.State.PENDING), 3, 10));
  }

  @Test
  default void what_was_given_up_can_be_begun_anew_under_its_old_name() {
    var endpoint = withEvents(3);
    var claimed = claim(1);
    record(claimed.get(0), new Next.Delivered());
    record(claimed.get(1), new Next.GivenUp());
    record(claimed.get(2), new Next.GivenUp());

    assertEquals(1, redeliver(endpoint, 1, 2, true, 10));

    var again = claim(5);
    assertEquals(List.of(2L), again.stream().map(c -> c.delivery().event().number()).toList());
    assertEquals(claimed.get(1).delivery().messageId(), again.getFirst().delivery().messageId());
    assertEquals(0, again.getFirst().delivery().tries());
    assertEquals(1, again.getFirst().attempts());
    record(again.getFirst(), new Next.Delivered());
    assertEquals(2, storage().webhooks().attempts(endpoint.account(), endpoint.id(), 2).size());
  }

  @Test
  default void what_arrived_and_what_came_before_the_endpoint_can_be_sent_too() {
    var account = Given.account().in(storage());
    commit(account.id(), Event.Type.ORDER_EXPIRED);
    commit(account.id(), Event.Type.ORDER_ACTIVATED);
    var endpoint = Given.endpoint().hearing(Event.Type.ORDER_EXPIRED).in(storage(), account);
    commit(account.id(), Event.Type.ORDER_EXPIRED);
    record(claim(1).getFirst(), new Next.Delivered());

    assertEquals(0, redeliver(endpoint, 1, 3, true, 10));
    assertEquals(2, redeliver(endpoint, 1, 3, false, 10));

    assertEquals(
        List.of(1L, 3L),
        claim(5).stream().map(c -> c.delivery().event().number()).sorted().toList());
  }

  @Test
  default void no_more_are_begun_anew_than_is_said() {
    var endpoint = withEvents(5);
    claim(1).forEach(claimed -> record(claimed, new Next.GivenUp()));

    assertEquals(2, redeliver(endpoint, 1, 5, true, 2));
    assertEquals(List.of(2L, 1L), numbers(endpoint, Optional.of(Delivery.State.PENDING), 9, 9));
    assertEquals(3, redeliver(endpoint, 1, 5, true, 9));
  }

  @Test
  default void what_is_being_sent_is_not_begun_anew() {
    var endpoint = withEvents(1);
    var claimed = claim(1).getFirst();

    assertEquals(0, redeliver(endpoint, 1, 1, false, 10));
    assertEquals(List.of(), claim(6));
    assertTrue(record(claimed, new Next.Delivered()));
  }

  @Test
  default void what_waits_for_its_next_try_is_sent_now() {
    var endpoint = withEvents(1);
    record(claim(1).getFirst(), new Next.Retry(minute(90)));
    assertTrue(storage().webhooks().replace(healed(endpoint)));

    assertEquals(1, redeliver(endpoint, 1, 1, false, 10));
    assertEquals(1, claim(6).size());
  }

  private Endpoint healed(Endpoint endpoint) {
    return storage().webhooks().endpoint(endpoint.account(), endpoint.id()).orElseThrow().resumed();
  }

  private Endpoint withEvents(int count) {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);
    for (int i = 0; i < count; i++) {
      commit(account.id(), Event.Type.ORDER_EXPIRED);
    }
    return endpoint;
  }

  private void commit(AccountId account, Event.Type type) {
    Given.committed(
        storage(), Change.of(account).event(Event.of(account, type, new OrderId(1), minute(1))));
  }

  private boolean record(Claimed claimed, Next next) {
    var attempt =
        new DeliveryAttempt(
            claimed.attempts() + 1,
            minute(1),
            Duration.ofMillis(3),
            Optional.of(200),
            Optional.empty(),
            "ok");
    return storage().webhooks().record(claimed, attempt, next).isPresent();
  }

  private int redeliver(Endpoint endpoint, long from, long to, boolean failedOnly, int most) {
    return storage().webhooks().redeliver(endpoint, from, to, failedOnly, most, minute(5));
  }

  /** All that is due, of endpoints well or failing, by number. */
  private List<Claimed> claim(long minute) {
    var all = new ArrayList<Claimed>();
    for (var failing : List.of(false, true)) {
      var wanted =
          new Deliveries.Wanted(minute(minute + 10), 100, 100, failing, Set.of(), Set.of());
      all.addAll(storage().webhooks().claimDue(minute(minute), wanted));
    }
    all.sort(Comparator.comparing(claimed -> claimed.delivery().event().number()));
    return all;
  }

  private List<Long> numbers(
      Endpoint endpoint, Optional<Delivery.State> state, long before, int limit) {
    return storage()
        .webhooks()
        .deliveries(endpoint.account(), endpoint.id(), state, before, limit)
        .stream()
        .map(delivery -> delivery.event().number())
        .toList();
  }
}
