package dev.codeport.application.order;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Step;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.Power;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks in one vendor's list for the numbers of requests whose answer got lost. A lease there that
 * no attempt of ours has, and that fits the request, is taken for its answer.
 */
final class LostAnswers {
  /** How far the vendor's clock may be off ours. */
  private static final Duration SKEW = Duration.ofMinutes(3);

  private final OrderParts parts;

  LostAnswers(OrderParts parts) {
    this.parts = parts;
  }

  record Lost(Order.Placed order, Attempt attempt) {}

  /** Answers how many came to an end. */
  int settle(ProviderId id, List<Lost> lost) {
    var provider = parts.pool().find(id);
    if (provider.isEmpty() || !provider.get().profile().can(Power.HOLDINGS)) {
      return (int) lost.stream().filter(one -> isOver(one) && writeOff(one)).count();
    }
    var oldest = lost.stream().map(one -> one.attempt().askedAt()).min(Comparator.naturalOrder());
    return switch (provider.get().holdings(oldest.orElseThrow().minus(SKEW))) {
      case Answer.Missing<List<Holding>> missing -> 0;
      case Answer.Given<List<Holding>> given -> settle(lost, given.value());
    };
  }

  private int settle(List<Lost> lost, List<Holding> holdings) {
    var orphans = orphans(holdings);
    var inOrder = Comparator.comparing((Lost one) -> one.attempt().askedAt());
    var settled = 0;
    for (var one : lost.stream().sorted(inOrder).toList()) {
      var found = orphans.stream().filter(holding -> fits(holding, one)).min(nearest(one));
      found.ifPresent(orphans::remove);
      settled += settle(one, found) ? 1 : 0;
    }
    return settled;
  }

  private boolean settle(Lost lost, Optional<Holding> found) {
    if (found.isEmpty()) {
      return isOver(lost) && notThere(lost);
    }
    var lease = found.get().lease();
    return switch (found.get().state()) {
      // What was finished had an SMS: the order gets it, or it is found out to be a leak at its
      // end.
      case OPEN, FINISHED -> adopt(lost, lease);
      case CANCELED, UNKNOWN -> gone(lost, lease);
    };
  }

  private List<Holding> orphans(List<Holding> holdings) {
    var known =
        parts.storage().orders().known(holdings.stream().map(h -> h.lease().ref()).toList());
    return new ArrayList<>(
        holdings.stream().filter(holding -> !known.contains(holding.lease().ref())).toList());
  }

  private static boolean fits(Holding holding, Lost lost) {
    if (holding.reference().isPresent()) {
      return holding.reference().get().equals(lost.attempt().reference());
    }
    var key = lost.order().charge().tier().key();
    return holding.country().filter(key.country()::equals).isPresent()
        && holding.platform().filter(key.platform()::equals).isPresent()
        && distance(holding, lost).compareTo(SKEW) <= 0;
  }

  private static Comparator<Holding> nearest(Lost lost) {
    return Comparator.comparing(holding -> distance(holding, lost));
  }

  private static Duration distance(Holding holding, Lost lost) {
    return Duration.between(lost.attempt().askedAt(), holding.startedAt()).abs();
  }

  private boolean adopt(Lost lost, Lease lease) {
    var now = parts.clock().instant();
    return commit(
        Change.of(lost.order().activate(lease, now)).attempt(lost.attempt().adopted(lease, now)));
  }

  /** The vendor had given a number and it is over already, without cost. */
  private boolean gone(Lost lost, Lease lease) {
    var now = parts.clock().instant();
    return commit(
        Change.of(after(lost.order(), "the number was lost", now))
            .attempt(lost.attempt().canceled(lease, now)));
  }

  private boolean notThere(Lost lost) {
    var now = parts.clock().instant();
    return commit(
        Change.of(after(lost.order(), "the vendor gave no number", now))
            .attempt(lost.attempt().refused("not in the vendor's list", now)));
  }

  /** One that had a number before looks for another, while there is time. */
  private static Step<?> after(Order.Placed order, String reason, Instant now) {
    return order.mayLookAgain(now) ? order.lookAgain(now, now) : order.fail(reason, now);
  }

  /**
   * A vendor without a list cannot be asked: the customer is not charged, the cost is feared lost.
   */
  private boolean writeOff(Lost lost) {
    var now = parts.clock().instant();
    var reason = "answer lost, the vendor has no list";
    var order = lost.order();
    return commit(
        Change.of(order.fail("the vendor's answer got lost", now))
            .attempt(lost.attempt().leaked(reason, now))
            .entry(Entry.leak(order.account(), order.id(), lost.attempt().cost(), reason, now)));
  }

  private boolean isOver(Lost lost) {
    Instant trusted = lost.attempt().askedAt().plus(parts.settleAfter());
    return !parts.clock().instant().isBefore(trusted);
  }

  private boolean commit(Change.Builder change) {
    return parts.storage().commit(change.build()) instanceof CommitResult.Committed;
  }
}
