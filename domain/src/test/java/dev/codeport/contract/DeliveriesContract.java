package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each delivery is handed to one worker at a time, and only who has it may record. */
public interface DeliveriesContract extends StorageStage {
  @Test
  default void what_is_due_is_handed_out_with_all_that_sending_needs() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);
    var order = Given.activeOrder().of(account).in(storage());

    assertEquals(List.of(), claim(0));
    var claimed = claim(1).getFirst();

    assertEquals(endpoint, claimed.endpoint());
    assertEquals(1, claimed.delivery().event().number());
    assertEquals(
        Event.of(account.id(), Event.Type.ORDER_ACTIVATED, order.id(), Given.NOW.plusSeconds(1)),
        claimed.delivery().event().event());
    assertEquals(0, claimed.attempts());
    assertTrue(claimed.delivery().sending());
  }

  @Test
  default void what_was_handed_out_is_not_handed_out_again_before_its_time() {
    pending(1);

    assertEquals(1, claim(1).size());
    assertEquals(0, claim(2).size());
    assertEquals(1, claim(11).size());
  }

  @Test
  default void four_workers_never_get_the_same_delivery() {
    var endpoint = pending(60);

    var handed = Race.of(4, i -> claimAll());

    assertEquals(
        LongStream.rangeClosed(1, 60).boxed().toList(),
        handed.stream()
            .flatMap(List::stream)
            .map(claimed -> claimed.delivery().event().number())
            .sorted()
            .toList());
    assertEquals(60, all(endpoint).size());
  }

  /** Nothing is handed to somebody who never hears of it. */
  @Test
  default void what_is_committed_while_workers_ask_is_handed_out_whole() {
    var account = Given.account().in(storage());
    Given.endpoint().in(storage(), account);
    int all = 4 * 100;
    var handed = ConcurrentHashMap.<Long>newKeySet();

    Race.of(
        6,
        i -> {
          for (int n = 0; i < 4 && n < 100; n++) {
            expire(account);
          }
          while (i >= 4 && (events(account) < all || isWaiting())) {
            claim(1).forEach(claimed -> handed.add(claimed.delivery().event().number()));
          }
          return i;
        });

    assertEquals(all, handed.size());
  }

  @Test
  default void however_much_one_endpoint_has_waiting_the_others_are_found() {
    var crowded = pending(50);
    var other = pending(1);
    var wanted = wanted(11, 10, 4, false, Set.of(), Set.of());

    var handed = storage().webhooks().claimDue(minute(1), wanted);

    assertEquals(4, handed.stream().filter(c -> c.endpoint().id().equals(crowded.id())).count());
    assertEquals(1, handed.stream().filter(c -> c.endpoint().id().equals(other.id())).count());
  }

  @Test
  default void busy_endpoints_and_accounts_are_passed_over() {
    var one = pending(1);
    var two = pending(1);
    var three = pending(1);

    var handed =
        storage()
            .webhooks()
            .claimDue(minute(1), wanted(11, 10, 4, false, Set.of(one.id()), Set.of(two.account())));

    assertEquals(List.of(three.id()), handed.stream().map(c -> c.endpoint().id()).toList());
  }

  @Test
  default void no_more_is_handed_out_than_is_wanted() {
    pending(3);
    pending(3);

    assertEquals(
        4,
        storage()
            .webhooks()
            .claimDue(minute(1), wanted(11, 4, 3, false, Set.of(), Set.of()))
            .size());
  }

  @Test
  default void nothing_is_handed_out_for_endpoints_that_are_not_active() {
    var endpoint = pending(1);
    var paused = endpoint.paused();
    assertTrue(storage().webhooks().replace(paused));
    assertEquals(List.of(), claim(1));

    var disabled = paused.disabled("gone", minute(1));
    assertTrue(storage().webhooks().replace(disabled));
    assertEquals(List.of(), claim(1));

    assertTrue(storage().webhooks().replace(disabled.resumed()));
    assertEquals(1, claim(1).size());
  }

  @Test
  default void a_delivery_that_arrived_is_over() {
    var endpoint = pending(1);
    var claimed = claim(1).getFirst();
    var attempt = attempt(1, 204);

    var health = storage().webhooks().record(claimed, attempt, new Next.Delivered());

    assertEquals(Optional.of(Health.GOOD), health);
    assertEquals(List.of(), claim(100));
    var delivery = all(endpoint).getFirst();
    assertEquals(Delivery.State.DELIVERED, delivery.state());
    assertEquals(1, delivery.tries());
    assertEquals(Optional.of(attempt.at().plus(attempt.took())), delivery.endedAt());
  }

  @Test
  default void a_delivery_that_failed_is_due_at_its_next_time() {
    var endpoint = pending(1);
    var webhooks = storage().webhooks();

    var health = webhooks.record(claim(1).getFirst(), attempt(1, 500), new Next.Retry(minute(5)));

    assertEquals(Optional.of(new Health(0, Optional.of(minute(1)))), health);
    var delivery = all(endpoint).getFirst();
    assertEquals(Delivery.State.PENDING, delivery.state());
    assertEquals(minute(5), delivery.dueAt());
    assertEquals(List.of(), claimFailing(4));
    assertEquals(List.of(), claim(5), "an endpoint that fails is apart from the others");
    var again = claimFailing(5).getFirst();
    assertEquals(1, again.attempts());
    assertEquals(1, again.delivery().tries());
    assertEquals(delivery.messageId(), again.delivery().messageId());
  }

  @Test
  default void an_endpoint_is_well_again_when_something_arrives() {
    var endpoint = pending(2);
    var webhooks = storage().webhooks();
    var both = claim(1);

    var one = webhooks.record(both.getFirst(), attempt(1, 500), new Next.GivenUp());
    assertEquals(Optional.of(new Health(1, Optional.of(minute(1)))), one);
    assertEquals(one, webhooks.endpoint(endpoint.account(), endpoint.id()).map(Endpoint::health));
    assertEquals(Delivery.State.FAILED, all(endpoint).getLast().state());

    var two = webhooks.record(both.getLast(), attempt(1, 200), new Next.Delivered());
    assertEquals(Optional.of(Health.GOOD), two);
    assertEquals(two, webhooks.endpoint(endpoint.account(), endpoint.id()).map(Endpoint::health));
  }

  /** A node that froze, and whose work another took over, changes nothing when it comes back. */
  @Test
  default void who_lost_his_delivery_to_another_records_nothing() {
    var endpoint = pending(1);
    var webhooks = storage().webhooks();
    var frozen = claim(1).getFirst();
    var taker = claim(11).getFirst();

    assertEquals(Optional.empty(), webhooks.record(frozen, attempt(1, 500), new Next.GivenUp()));
    assertEquals(
        Optional.of(Health.GOOD), webhooks.record(taker, attempt(1, 200), new Next.Delivered()));
    assertEquals(
        Optional.empty(), webhooks.record(frozen, attempt(1, 500), new Next.Retry(minute(20))));

    assertEquals(
        Optional.of(Health.GOOD),
        webhooks.endpoint(endpoint.account(), endpoint.id()).map(Endpoint::health));
    assertEquals(Delivery.State.DELIVERED, all(endpoint).getFirst().state());
    assertEquals(1, webhooks.attempts(endpoint.account(), endpoint.id(), 1).size());
  }

  @Test
  default void of_many_who_record_one_delivery_one_does() {
    var endpoint = pending(1);
    var claimed = claim(1).getFirst();

    var recorded =
        Race.of(8, i -> storage().webhooks().record(claimed, attempt(1, 500), new Next.GivenUp()));

    assertEquals(1, recorded.stream().filter(Optional::isPresent).count());
    assertEquals(
        Optional.of(1),
        storage()
            .webhooks()
            .endpoint(endpoint.account(), endpoint.id())
            .map(kept -> kept.health().failures()));
  }

  @Test
  default void failures_are_counted_however_many_record_at_once() {
    var endpoint = pending(8);
    var claimed = claim(1);

    var failures =
        Race.of(
            8,
            i ->
                storage()
                    .webhooks()
                    .record(claimed.get(i), attempt(1, 500), new Next.GivenUp())
                    .orElseThrow()
                    .failures());

    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), failures.stream().sorted().toList());
    assertEquals(8, all(endpoint).size());
  }

  @Test
  default void the_longest_wait_is_known() {
    assertEquals(Optional.empty(), storage().webhooks().waitingSince(minute(9)));
    var endpoint = pending(2);

    assertEquals(Optional.empty(), storage().webhooks().waitingSince(Given.NOW));
    assertEquals(Optional.of(minute(1)), storage().webhooks().waitingSince(minute(9)));
    assertTrue(storage().webhooks().replace(endpoint.paused()));
    assertEquals(Optional.empty(), storage().webhooks().waitingSince(minute(9)));
  }

  /** An endpoint of an account of its own, and so many deliveries due at the first minute. */
  private Endpoint pending(int count) {
    Account account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);
    for (int i = 0; i < count; i++) {
      expire(account);
    }
    return endpoint;
  }

  private boolean isWaiting() {
    return storage().webhooks().waitingSince(minute(1)).isPresent();
  }

  private long events(Account account) {
    return storage().outbox().newest(List.of(account.id())).getOrDefault(account.id(), 0L);
  }

  private void expire(Account account) {
    Given.committed(
        storage(),
        Change.of(account.id())
            .event(Event.of(account.id(), Event.Type.ORDER_EXPIRED, new OrderId(1), minute(1))));
  }

  private List<Claimed> claim(long minute) {
    return storage()
        .webhooks()
        .claimDue(minute(minute), wanted(minute + 10, 100, 100, false, Set.of(), Set.of()));
  }

  private List<Claimed> claimFailing(long minute) {
    return storage()
        .webhooks()
        .claimDue(minute(minute), wanted(minute + 10, 100, 100, true, Set.of(), Set.of()));
  }

  private List<Claimed> claimAll() {
    var all = new ArrayList<Claimed>();
    var wanted = wanted(11, 7, 7, false, Set.of(), Set.of());
    var some = storage().webhooks().claimDue(minute(1), wanted);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = storage().webhooks().claimDue(minute(1), wanted);
    }
    return all;
  }

  private List<Delivery> all(Endpoint endpoint) {
    return storage()
        .webhooks()
        .deliveries(endpoint.account(), endpoint.id(), Optional.empty(), Long.MAX_VALUE, 1000);
  }

  private static Deliveries.Wanted wanted(
      long until,
      int most,
      int each,
      boolean failing,
      Set<EndpointId> busy,
      Set<AccountId> busyAccounts) {
    return new Deliveries.Wanted(minute(until), most, each, failing, busy, busyAccounts);
  }

  private static DeliveryAttempt attempt(int number, int status) {
    return new DeliveryAttempt(
        number, minute(1), Duration.ofMillis(12), Optional.of(status), Optional.empty(), "");
  }
}
