package dev.codeport.application.vendor;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.routing.Balances;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Power;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ReconcileVendorService implements ReconcileVendor {
  private static final int MOST = 100_000;

  private final Pool pool;
  private final Orders orders;
  private final Balances balances;
  private final InstantSource clock;

  ReconcileVendorService(Pool pool, Orders orders, Balances balances, InstantSource clock) {
    this.pool = pool;
    this.orders = orders;
    this.balances = balances;
    this.clock = clock;
  }

  @Override
  public Result reconcileVendor(ProviderId id) {
    var provider = pool.find(id);
    if (provider.isEmpty()) {
      return new NoSuchVendor();
    }
    return provider.get().profile().can(Power.HISTORY)
        ? reconcile(provider.get())
        : new NoHistory();
  }

  private Result reconcile(NumberProvider provider) {
    var now = clock.instant();
    var from = now.minus(WINDOW);
    return switch (provider.holdings(from)) {
      case Answer.Missing<List<Holding>> missing -> new Untold(missing.detail());
      case Answer.Given<List<Holding>> given ->
          compare(provider, given.value(), from, now.minus(YOUNG));
    };
  }

  /** Both are asked for with room at the edges, as clocks differ; only what lies within counts. */
  private Result compare(
      NumberProvider provider, List<Holding> holdings, Instant from, Instant before) {
    var id = provider.profile().id();
    var asked = orders.asked(id, from, clock.instant(), MOST);
    Map<LeaseRef, Holding> theirs = new LinkedHashMap<>();
    holdings.forEach(holding -> theirs.put(holding.lease().ref(), holding));
    var known = known(asked, holdings);
    var old =
        asked.stream()
            .filter(attempt -> attempt.askedAt().isBefore(before))
            .filter(attempt -> attempt.askedAt().isAfter(from.plus(YOUNG)))
            .toList();
    var given =
        holdings.stream()
            .filter(holding -> holding.startedAt().isBefore(before))
            .filter(holding -> holding.startedAt().isAfter(from.plus(YOUNG)))
            .toList();
    var differences = new ArrayList<Difference>();
    given.stream()
        .filter(holding -> !known.contains(holding.lease().ref()) && isBilled(holding))
        .forEach(holding -> differences.add(orphan(holding)));
    old.forEach(attempt -> difference(attempt, theirs).ifPresent(differences::add));
    var currency = provider.profile().currency();
    return new Reconciled(
        from.plus(YOUNG),
        before,
        old.size(),
        given.size(),
        sum(old.stream().filter(ReconcileVendorService::isBooked), currency),
        total(
            given.stream()
                .filter(ReconcileVendorService::isBilled)
                .map(holding -> holding.lease().cost()),
            currency),
        balances
            .between(id, from.plus(YOUNG), before)
            .filter(moved -> moved.amount().currency().equals(currency))
            .map(moved -> moved(moved, asked)),
        differences);
  }

  /** By all attempts that cost something at one of the two times and not at the other. */
  private static Moved moved(Balances.Movement movement, List<Attempt> asked) {
    var currency = movement.amount().currency();
    var before = sum(asked.stream().filter(a -> costs(a, movement.first().asOf())), currency);
    var after = sum(asked.stream().filter(a -> costs(a, movement.last().asOf())), currency);
    var spent = after.minus(before);
    return new Moved(movement.first(), movement.last(), spent, movement.amount().plus(spent));
  }

  /** Whether the vendor had our money for it then. */
  private static boolean costs(Attempt attempt, Instant then) {
    boolean given = isBooked(attempt) || attempt.lease().isPresent();
    boolean back =
        attempt.state() == AttemptState.CANCELED
            && attempt.answeredAt().filter(at -> !at.isAfter(then)).isPresent();
    return given && !back && !attempt.askedAt().isAfter(then);
  }

  private Set<LeaseRef> known(List<Attempt> asked, List<Holding> holdings) {
    var refs = holdings.stream().map(holding -> holding.lease().ref()).toList();
    return Stream.concat(
            orders.known(refs).stream(),
            asked.stream().flatMap(attempt -> attempt.lease().stream()))
        .collect(Collectors.toSet());
  }

  private static Difference orphan(Holding holding) {
    return new Difference(
        Kind.ORPHAN,
        Optional.of(holding.lease().ref()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(holding.lease().cost()));
  }

  private static Optional<Difference> difference(Attempt attempt, Map<LeaseRef, Holding> holdings) {
    if (attempt.state().isOpen()) {
      return Optional.of(differing(Kind.UNSETTLED, attempt, Optional.empty()));
    }
    var holding = attempt.lease().flatMap(lease -> Optional.ofNullable(holdings.get(lease)));
    var theirs = holding.map(each -> each.lease().cost());
    return holding
        .map(each -> kind(attempt, each))
        .orElseGet(() -> notListed(attempt))
        .map(kind -> differing(kind, attempt, theirs));
  }

  private static Optional<Kind> notListed(Attempt attempt) {
    return Optional.of(isLeaked(attempt) ? Kind.LEAKED : Kind.NOT_LISTED)
        .filter(kind -> isBooked(attempt));
  }

  private static Optional<Kind> kind(Attempt attempt, Holding holding) {
    boolean booked = isBooked(attempt);
    if (booked != isBilled(holding)) {
      return Optional.of(booked ? Kind.NOT_BILLED : Kind.NOT_REFUNDED);
    }
    if (isLeaked(attempt)) {
      return Optional.of(Kind.LEAKED);
    }
    return booked && !attempt.cost().equals(holding.lease().cost())
        ? Optional.of(Kind.OTHER_COST)
        : Optional.empty();
  }

  private static Difference differing(Kind kind, Attempt attempt, Optional<Money> theirs) {
    return new Difference(
        kind, attempt.lease(), Optional.of(attempt.order()), Optional.of(attempt.cost()), theirs);
  }

  private static boolean isBooked(Attempt attempt) {
    return switch (attempt.state()) {
      case LEASED, ADOPTED, LEAKED -> true;
      case ASKING, REFUSED, UNKNOWN, CANCELED -> false;
    };
  }

  private static boolean isLeaked(Attempt attempt) {
    return attempt.state() == AttemptState.LEAKED;
  }

  private static boolean isBilled(Holding holding) {
    return holding.state() == State.FINISHED || holding.state() == State.OPEN;
  }

  private static Money sum(Stream<Attempt> attempts, Currency currency) {
    return total(attempts.map(Attempt::cost), currency);
  }

  private static Money total(Stream<Money> amounts, Currency currency) {
    return amounts
        .filter(amount -> amount.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }
}
