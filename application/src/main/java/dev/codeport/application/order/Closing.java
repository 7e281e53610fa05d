package dev.codeport.application.order;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Plan;
import dev.codeport.domain.order.Step;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends orders that had no SMS: the release, the attempt's end, and what the abuse guard thinks of
 * it go into one change.
 */
final class Closing {
  private final OrderParts parts;

  Closing(OrderParts parts) {
    this.parts = parts;
  }

  /** The vendor took the number back on the customer's wish; empty when somebody was faster. */
  Optional<Closed> canceled(Order.Active order) {
    var now = parts.clock().instant();
    return close(order.cancel(now), attempt(order).map(a -> a.canceled("", now)), now);
  }

  /** The customer did not want to wait for another number; empty when somebody was faster. */
  Optional<Closed> canceled(Order.Placed order) {
    var now = parts.clock().instant();
    return close(order.cancel(now), Optional.empty(), now);
  }

  /** The time was over and the vendor took the number back; answers whether it took effect. */
  boolean expired(Order.Active order) {
    var now = parts.clock().instant();
    return close(order.expire(now), attempt(order).map(a -> a.canceled("", now)), now).isPresent();
  }

  /** The vendor gave the number up by itself: canceled if asked for, expired if it was time. */
  boolean givenUp(Order.Active order) {
    var now = parts.clock().instant();
    return switch (order.plan()) {
      case Plan.Canceling asked -> canceled(order).isPresent();
      case Plan.CancelAt queued -> canceled(order).isPresent();
      case Plan.Wait wait -> lost(order);
      case Plan.MoveAt move -> order.mayMove(now) ? hurry(order, move, now) : lost(order);
      // Whoever asked for it goes on.
      case Plan.Leaving asked -> false;
    };
  }

  /** There is nothing to wait for any more: another number is looked for at once. */
  private boolean hurry(Order.Active order, Plan.MoveAt move, Instant now) {
    return move.at().isAfter(now)
        && parts.storage().commit(Change.of(order.moveAt(now)).build())
            instanceof CommitResult.Committed;
  }

  /** The number is gone and no other is to come; answers whether it took effect. */
  boolean lost(Order.Active order) {
    var now = parts.clock().instant();
    if (!now.isBefore(order.endsAt())) {
      return expired(order);
    }
    var step = order.withdrawn("the vendor withdrew the number", now);
    return close(step, attempt(order).map(a -> a.canceled("withdrawn", now)), now).isPresent();
  }

  /** The number was given back, and then there was no other; answers whether it took effect. */
  boolean failed(Order.Active order, String reason) {
    var now = parts.clock().instant();
    return close(order.fail(reason, now), attempt(order).map(a -> a.canceled("", now)), now)
        .isPresent();
  }

  /** No other number was found in time; answers whether it took effect. */
  boolean failed(Order.Placed order, String reason) {
    var now = parts.clock().instant();
    return close(order.fail(reason, now), Optional.empty(), now).isPresent();
  }

  /**
   * The time was over long ago and the vendor never said that it took the number back: the customer
   * gets the money, the cost is booked as a leak.
   */
  boolean writtenOff(Order.Active order, String reason) {
    var now = parts.clock().instant();
    var step = order.expire(now);
    var change = Change.of(step);
    attempt(order)
        .ifPresent(
            a ->
                change
                    .attempt(a.leaked(reason, now))
                    .entry(Entry.leak(order.account(), order.id(), a.cost(), reason, now)));
    return commit(change, step, now).isPresent();
  }

  /** An order and the wallet right after it ended. */
  record Closed(Order.Closed order, Wallet wallet) {}

  private Optional<Closed> close(Step<Order.Closed> step, Optional<Attempt> attempt, Instant now) {
    var change = Change.of(step);
    attempt.ifPresent(change::attempt);
    return commit(change, step, now);
  }

  private Optional<Closed> commit(Change.Builder change, Step<Order.Closed> step, Instant now) {
    return switch (parts.storage().commit(change.build())) {
      case CommitResult.Committed committed -> {
        guard(step.order().account(), now);
        parts.observer().orderEnded(step.order().ending());
        yield Optional.of(new Closed(step.order(), committed.wallet()));
      }
      case CommitResult.Stale stale -> Optional.empty();
      case CommitResult.TooPoor poor -> throw new IllegalStateException("a release takes nothing");
      case CommitResult.KeyTaken taken -> throw new IllegalStateException("a release needs no key");
    };
  }

  /** Judged after the commit: of many orders that end at once, the last one sees all the others. */
  private void guard(AccountId id, Instant now) {
    var account =
        parts.accounts().account(id).filter(a -> !a.isExempt(Account.Exemption.ABUSE_GUARD));
    account
        .flatMap(each -> parts.guard().judge(newestEndings(id, now), each.ban(), now))
        .ifPresent(
            ban -> {
              parts.storage().accounts().ban(id, ban);
              parts.accounts().forget(id);
            });
  }

  private List<Ending> newestEndings(AccountId id, Instant now) {
    return parts
        .storage()
        .orders()
        .newestEndings(id, now.minus(parts.guard().window()), parts.guard().sample());
  }

  private Optional<Attempt> attempt(Order order) {
    return parts.storage().orders().attempts(order.id()).stream().reduce((first, last) -> last);
  }
}
