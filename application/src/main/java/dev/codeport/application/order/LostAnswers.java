package dev.codeport.application.order;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Step;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.Power;
import dev.codeport.domain.pool.ProviderProfile;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks in one vendor's list for the numbers of requests whose answer got lost. A lease there that
 * no attempt of ours has, and that fits the request, is taken for its answer. That there is none is
 * believed of two lists, the later one of them read when the vendor has had time to show it.
 */
final class LostAnswers {
  /** How far the vendor's clock may be off ours. */
  private static final Duration SKEW = Duration.ofMinutes(3);

  private static final int MOST_MISSED = 100_000;

  private final OrderParts parts;

  /** Whose number a list did not have. One list may lack a row, two hardly lack the same. */
  private final Cache<String, Boolean> missed =
      CacheBuilder.newBuilder().maximumSize(MOST_MISSED).build();

  LostAnswers(OrderParts parts) {
    this.parts = parts;
  }

  record Lost(Order.Placed order, Attempt attempt) {}

  /** Answers how many came to an end. */
  int settle(ProviderId id, List<Lost> lost) {
    var provider = parts.pool().find(id);
    if (provider.isEmpty() || !provider.get().profile().can(Power.HOLDINGS)) {
      var reason = "answer lost, the vendor has no list";
      return (int) lost.stream().filter(one -> isOver(one) && writeOff(one, reason)).count();
    }
    var oldest = lost.stream().map(one -> one.attempt().askedAt()).min(Comparator.naturalOrder());
    return switch (provider.get().holdings(oldest.orElseThrow().minus(SKEW))) {
      case Answer.Missing<List<Holding>> missing -> 0;
      case Answer.Given<List<Holding>> given ->
          settle(provider.get().profile(), lost, given.value());
    };
  }

  private int settle(ProviderProfile profile, List<Lost> lost, List<Holding> holdings) {
    var orphans = orphans(holdings);
    var inOrder = Comparator.comparing((Lost one) -> one.attempt().askedAt());
    var settled = 0;
    for (var one : lost.stream().sorted(inOrder).toList()) {
      var found = nearest(orphans, one, holding -> fits(holding, one));
      found.ifPresent(orphans::remove);
      settled +=
          (found.isPresent() ? settle(one, found.get()) : missing(profile, one, orphans)) ? 1 : 0;
    }
    return settled;
  }

  /** Perhaps it was given and paid for, and ended before anybody looked. */
  private boolean missing(ProviderProfile profile, Lost lost, List<Holding> orphans) {
    boolean again = missed.asMap().put(lost.attempt().reference(), true) != null;
    if (!again || !isOver(lost)) {
      return false;
    }
    var spent = nearest(orphans, lost, holding -> mayBeSpentOn(holding, lost));
    spent.ifPresent(orphans::remove);
    if (spent.isPresent()) {
      return spent(lost, spent.get().lease());
    }
    boolean proves = profile.can(Power.HISTORY) || isYoung(lost, profile);
    return proves
        ? notThere(lost)
        : writeOff(lost, "answer lost, the vendor's list shows what runs only");
  }

  /** Whether a number that was given would still run. */
  private boolean isYoung(Lost lost, ProviderProfile profile) {
    return parts.clock().instant().isBefore(lost.attempt().askedAt().plus(profile.lifetime()));
  }

  private boolean settle(Lost lost, Holding found) {
    var lease = found.lease();
    return switch (found.state()) {
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

  /** Of what has ended, some vendors do not say what it was for. */
  private static boolean mayBeSpentOn(Holding holding, Lost lost) {
    return holding.state() == LeaseNews.State.FINISHED
        && holding.reference().isEmpty()
        && holding.platform().isEmpty()
        && distance(holding, lost).compareTo(SKEW) <= 0;
  }

  private static Optional<Holding> nearest(
      List<Holding> holdings, Lost lost, Predicate<Holding> which) {
    return holdings.stream()
        .filter(which)
        .min(Comparator.comparing(holding -> distance(holding, lost)));
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

  /**
   * What came on it might be for another platform, so the order does not get it: the customer is
   * not charged, the cost is a loss.
   */
  private boolean spent(Lost lost, Lease lease) {
    var now = parts.clock().instant();
    var order = lost.order();
    var reason = "answer lost, ended before it was found";
    var cost = lease.cost().isPositive() ? lease.cost() : lost.attempt().cost();
    return commit(
        Change.of(after(order, "the number was lost", now))
            .attempt(lost.attempt().leased(lease, now).leaked(reason, now))
            .entry(Entry.leak(order.account(), order.id(), cost, reason, now)));
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
   * A vendor that shows nothing of it cannot be asked: the customer is not charged, the cost is
   * feared lost.
   */
  private boolean writeOff(Lost lost, String reason) {
    var now = parts.clock().instant();
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
