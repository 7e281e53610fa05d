package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static dev.codeport.domain.storage.Queues.Queue.DELIVERIES;
import static dev.codeport.domain.storage.Queues.Queue.FAILED_DELIVERIES;
import static dev.codeport.domain.storage.Queues.Queue.ORDERS_TO_EXPIRE;
import static dev.codeport.domain.storage.Queues.Queue.ORDERS_TO_MOVE;
import static dev.codeport.domain.storage.Queues.Queue.ORDERS_TO_SETTLE;
import static dev.codeport.domain.storage.Queues.Queue.QUEUED_CANCELS;
import static dev.codeport.domain.storage.Queues.Queue.UNKNOWN_SENDS;
import static dev.codeport.domain.storage.Queues.Queue.UNSETTLED_ATTEMPTS;
import static dev.codeport.domain.storage.Queues.Queue.VERIFICATIONS_TO_EXPIRE;
import static dev.codeport.domain.storage.Queues.Queue.WATCHED_NUMBERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.order.Attention;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.storage.Queues.Queue;
import dev.codeport.domain.storage.Queues.Waiting;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What waits is counted, and since when it does. */
public interface QueuesContract extends StorageStage {
  @Test
  default void where_nothing_waits_every_queue_is_there_and_empty() {
    Given.completedOrder().in(storage());
    Given.verifiedVerification().in(storage());

    assertEquals(
        Arrays.stream(Queue.values())
            .map(queue -> new Waiting(queue, 0, Optional.empty()))
            .toList(),
        storage().queues().waiting(minute(90)));
  }

  @Test
  default void orders_wait_from_when_they_are_due() {
    var late = Attention.PATIENCE;
    Given.unsettledOrder().placedAt(minute(1)).in(storage());
    Given.cancelingOrder().placedAt(minute(2)).in(storage());
    Given.leavingOrder().placedAt(minute(3)).in(storage());
    Given.receivedOrder().lasting(Duration.ofMinutes(12)).in(storage());
    Given.activeOrder().lasting(Duration.ofMinutes(11)).in(storage());
    Given.activeOrder().lasting(Duration.ofMinutes(60)).in(storage());

    assertWaits(ORDERS_TO_SETTLE, 1, minute(1), minute(2));
    assertWaits(ORDERS_TO_SETTLE, 2, minute(1), minute(30));
    assertWaits(ORDERS_TO_MOVE, 1, minute(3).plusSeconds(120).plus(late), minute(30));
    assertWaits(ORDERS_TO_EXPIRE, 0, minute(0), minute(10));
    assertWaits(ORDERS_TO_EXPIRE, 2, minute(11), minute(30));
    assertWaits(WATCHED_NUMBERS, 5, minute(0), minute(30));
  }

  @Test
  default void a_queued_cancel_waits_before_it_is_due_and_is_to_be_settled_then() {
    Given.queuedOrder().in(storage());
    var at = Given.NOW.plusSeconds(150);

    assertWaits(QUEUED_CANCELS, 1, at, minute(1));
    assertWaits(ORDERS_TO_SETTLE, 0, at, minute(1));
    assertWaits(ORDERS_TO_SETTLE, 1, at, at);
  }

  @Test
  default void requests_without_an_answer_wait_from_when_they_were_made() {
    Given.unsettledOrder().placedAt(minute(2)).in(storage());
    Given.placedOrder().placedAt(minute(1)).in(storage());
    Given.refusedOrder().in(storage());
    Given.activeOrder().in(storage());

    assertWaits(UNSETTLED_ATTEMPTS, 2, minute(1), minute(3));
  }

  @Test
  default void what_is_handed_out_still_waits() {
    var order = Given.activeOrder().lasting(Duration.ofMinutes(11)).in(storage());
    var due = Orders.Due.EXPIRE;
    assertEquals(List.of(order), storage().orders().claimDue(due, minute(20), 10, minute(22)));

    assertWaits(ORDERS_TO_EXPIRE, 1, minute(11), minute(21));
  }

  @Test
  default void deliveries_wait_and_those_that_failed_wait_for_their_next_time() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);
    Given.activeOrder().of(account).in(storage());
    var event = Given.NOW.plusSeconds(1);
    assertWaits(DELIVERIES, 0, event, Given.NOW);
    assertWaits(DELIVERIES, 1, event, minute(1));
    assertWaits(FAILED_DELIVERIES, 0, event, minute(1));

    var claimed = storage().webhooks().claimDue(minute(1), wanted()).getFirst();
    storage().webhooks().record(claimed, refused(), new Next.Retry(minute(5)));

    assertWaits(DELIVERIES, 0, event, minute(4));
    assertWaits(FAILED_DELIVERIES, 1, event, minute(4));
    assertWaits(DELIVERIES, 1, minute(5), minute(6));
    var kept = storage().webhooks().endpoint(endpoint.account(), endpoint.id()).orElseThrow();
    assertTrue(storage().webhooks().replace(kept.paused()));
    assertWaits(DELIVERIES, 0, minute(5), minute(6));
    assertWaits(FAILED_DELIVERIES, 0, event, minute(6));
  }

  @Test
  default void verifications_wait_whose_sender_gave_no_answer_and_those_that_are_over() {
    var open = Given.sentVerification().startedAt(minute(1)).in(storage());
    var lost = DispatchesContract.dispatch(open, 1, Given.WEST);
    commit(open, lost);
    var told = Given.sentVerification().startedAt(minute(0)).to(Given.phone(2)).in(storage());
    var taken = new SendResult.Refused(SendResult.Reason.OTHER, "");
    commit(told, DispatchesContract.dispatch(told, 1, Given.WEST).answered(taken, minute(0)));

    assertWaits(UNKNOWN_SENDS, 1, minute(1), minute(2));
    commit(open, lost.answered(new SendResult.Unknown("timeout"), minute(2)));
    assertWaits(UNKNOWN_SENDS, 1, minute(1), minute(2));
    assertWaits(VERIFICATIONS_TO_EXPIRE, 0, minute(0), minute(2));
    assertWaits(VERIFICATIONS_TO_EXPIRE, 2, told.terms().expiresAt(), minute(60));
  }

  private void assertWaits(Queue queue, long depth, Instant since, Instant now) {
    var found =
        storage().queues().waiting(now).stream().filter(each -> each.queue() == queue).findFirst();
    var expected = new Waiting(queue, depth, Optional.of(since).filter(at -> depth > 0));
    assertEquals(Optional.of(expected), found);
  }

  private void commit(Verification verification, Dispatch dispatch) {
    Given.committed(
        storage(), VerificationChange.about(verification, minute(1)).dispatch(dispatch));
  }

  private static Deliveries.Wanted wanted() {
    return new Deliveries.Wanted(minute(2), 10, 10, false, Set.of(), Set.of());
  }

  private static DeliveryAttempt refused() {
    return new DeliveryAttempt(
        1, minute(1), Duration.ofMillis(12), Optional.of(500), Optional.empty(), "");
  }
}
