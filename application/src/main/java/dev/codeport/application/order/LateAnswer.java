package dev.codeport.application.order;

import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.wallet.Entry;

/**
 * A vendor's answer to a request whose order others have settled meanwhile: it took too long, or
 * this node stood still. If the number was feared lost by then, that is taken out of the books
 * again, for now it is known what it cost.
 */
final class LateAnswer {
  private final OrderParts parts;

  LateAnswer(OrderParts parts) {
    this.parts = parts;
  }

  /** A number that no order took goes back. */
  Procurement.Outcome leased(Procurement.Task task, Lease lease) {
    if (parts.storage().orders().byLease(lease.ref()).isEmpty()) {
      giveBack(task, lease);
    }
    return outcome(task);
  }

  private void giveBack(Procurement.Task task, Lease lease) {
    var now = parts.clock().instant();
    var attempt = task.attempt();
    var account = task.order().account();
    var change = Change.of(account);
    if (isWrittenOff(attempt)) {
      change.entry(recovery(task, lease.ref().id()));
    }
    if (isTakenBack(lease.ref())) {
      change.attempt(attempt.canceled(lease, now));
    } else {
      change.attempt(attempt.leased(lease, now).leaked("came too late, not taken back", now));
      change.entry(Entry.leak(account, attempt.order(), lease.cost(), lease.ref().id(), now));
    }
    parts.storage().commit(change.build());
  }

  private boolean isTakenBack(LeaseRef lease) {
    return parts
        .pool()
        .find(lease.provider())
        .filter(provider -> provider.cancel(lease) instanceof CancelResult.Canceled)
        .isPresent();
  }

  /** There never was a number. */
  Procurement.Outcome refused(Procurement.Task task, Attempt refused) {
    if (isWrittenOff(refused)) {
      var change = Change.of(task.order().account()).attempt(refused);
      parts.storage().commit(change.entry(recovery(task, refused.detail())).build());
    }
    return outcome(task);
  }

  private boolean isWrittenOff(Attempt attempt) {
    return parts.storage().orders().attempts(attempt.order()).stream()
        .filter(each -> each.ordinal() == attempt.ordinal())
        .anyMatch(each -> each.state() == AttemptState.LEAKED);
  }

  private Entry recovery(Procurement.Task task, String reason) {
    var order = task.order();
    var now = parts.clock().instant();
    return Entry.recover(order.account(), order.id(), task.attempt().cost(), reason, now);
  }

  /** What others made of the order. */
  private Procurement.Outcome outcome(Procurement.Task task) {
    var order = parts.storage().orders().find(task.order().id()).orElseThrow();
    return order instanceof Order.Closed && order.leased().isEmpty()
        ? new Procurement.Nobody(false, "it took too long")
        : new Procurement.Got(order);
  }
}
