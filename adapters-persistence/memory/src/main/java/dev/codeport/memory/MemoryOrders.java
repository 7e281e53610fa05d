package dev.codeport.memory;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Attention;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pool.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

final class MemoryOrders implements Orders {
  private final Tables tables;
  private final MemoryTiers tiers;

  MemoryOrders(Tables tables, MemoryTiers tiers) {
    this.tables = tables;
    this.tiers = tiers;
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return tables.locked(() -> tables.order(id));
  }

  @Override
  public Optional<Order> find(AccountId account, OrderId id) {
    return find(id).filter(order -> order.account().equals(account));
  }

  @Override
  public List<Order> all(Collection<OrderId> ids) {
    return tables.locked(
        () -> ids.stream().distinct().sorted().flatMap(id -> tables.order(id).stream()).toList());
  }

  @Override
  public List<Order> list(AccountId account, Shown shown, int limit, long offset) {
    return tables.locked(
        () ->
            tables
                .placed
                .newest(account)
                .filter(order -> Showing.shows(shown, order))
                .skip(offset)
                .limit(limit)
                .toList());
  }

  @Override
  public List<Order> list(AccountId account, Listing wanted, int limit) {
    return tables.locked(
        () ->
            tables
                .placed
                .newest(account)
                .filter(order -> Showing.shows(wanted, order))
                .limit(limit)
                .toList());
  }

  @Override
  public Optional<Order> byLease(LeaseRef lease) {
    return tables.locked(
        () -> Optional.ofNullable(tables.leases.get(lease)).flatMap(tables::order));
  }

  @Override
  public List<Watched> watched(ProviderId provider, long after, int limit) {
    return tables.locked(
        () ->
            tables.open.tailMap(new OrderId(Math.max(1, after + 1)), true).values().stream()
                .flatMap(order -> order.leased().stream().map(lease -> watched(order, lease)))
                .filter(watched -> watched.lease().provider().equals(provider))
                .limit(limit)
                .toList());
  }

  private static Watched watched(Order order, Lease lease) {
    return new Watched(order.id(), lease.ref(), order.terms().placedAt());
  }

  @Override
  public List<Sms> messages(OrderId id) {
    return tables.locked(
        () -> tables.messages(id).stream().sorted(Comparator.comparingInt(Sms::revision)).toList());
  }

  @Override
  public List<Attempt> attempts(OrderId id) {
    return tables.locked(() -> List.copyOf(tables.attempts(id).values()));
  }

  @Override
  public List<Attempt> unsettled(ProviderId provider, Instant askedBefore, int limit) {
    return tables.locked(
        () ->
            everyAttempt()
                .filter(attempt -> attempt.state().isOpen())
                .filter(attempt -> attempt.provider().equals(provider))
                .filter(attempt -> attempt.askedAt().isBefore(askedBefore))
                .sorted(Comparator.comparing(Attempt::askedAt).thenComparing(Attempt::order))
                .limit(limit)
                .toList());
  }

  @Override
  public List<Attempt> asked(ProviderId provider, Instant from, Instant before, int limit) {
    return tables.locked(
        () ->
            everyAttempt()
                .filter(attempt -> attempt.provider().equals(provider))
                .filter(attempt -> !attempt.askedAt().isBefore(from))
                .filter(attempt -> attempt.askedAt().isBefore(before))
                .sorted(Comparator.comparing(Attempt::askedAt).thenComparing(Attempt::order))
                .limit(limit)
                .toList());
  }

  @Override
  public Set<LeaseRef> known(Collection<LeaseRef> leases) {
    return tables.locked(
        () -> leases.stream().filter(tables.leases::containsKey).collect(Collectors.toSet()));
  }

  @Override
  public List<Order> claimDue(Due due, Instant now, int limit, Instant until) {
    return tables.locked(
        () -> {
          var found =
              tables.open.values().stream()
                  .filter(order -> isDue(order, due, now))
                  .filter(order -> isFree(order.id(), now))
                  .sorted(Comparator.comparing(MemoryOrders::dueAt).thenComparing(Order::id))
                  .limit(limit)
                  .toList();
          found.forEach(order -> tables.handedOutUntil.put(order.id(), until));
          return found;
        });
  }

  @Override
  public List<Ending> newestEndings(AccountId account, Instant since, int limit) {
    return tables.locked(
        () ->
            tables
                .ended
                .newest(account, since)
                .map(order -> ((Order.Closed) order).ending())
                .filter(MemoryOrders::hadANumber)
                .limit(limit)
                .toList());
  }

  @Override
  public int canceledSince(AccountId account, Instant since) {
    return tables.locked(
        () ->
            (int)
                tables
                    .ended
                    .newest(account, since)
                    .map(Order.Closed.class::cast)
                    .filter(o -> o.ending() == Ending.CANCELED && o.reason().isEmpty())
                    .count());
  }

  @Override
  public boolean isReactivating(OrderId parent) {
    return tables.locked(
        () ->
            tables.open.values().stream()
                .filter(Order.Placed.class::isInstance)
                .anyMatch(order -> order.terms().parent().filter(parent::equals).isPresent()));
  }

  @Override
  public Map<TierId, Success> success(CatalogProductId product, Instant since) {
    return ofTiers(product, tier -> tables.outcomes.success(tier, since));
  }

  @Override
  public Map<CatalogProductId, Success> success(ProviderId provider, Instant since) {
    var sold = tiers.of(provider);
    return tables.locked(
        () -> {
          Map<CatalogProductId, Success> found = new HashMap<>();
          sold.forEach(
              tier ->
                  tables
                      .outcomes
                      .success(tier.id(), since)
                      .ifPresent(one -> found.merge(tier.product(), one, MemoryOrders::sum)));
          return found;
        });
  }

  @Override
  public Map<TierId, Tally> tallies(CatalogProductId product, Instant now, Duration halfLife) {
    return ofTiers(product, tier -> tables.outcomes.tally(tier, now, halfLife));
  }

  @Override
  public List<Spend> spend(AccountId account, Instant from, Instant to) {
    return tables.locked(
        () -> {
          Map<LocalDate, Map<CatalogProductId, Spend>> days = new TreeMap<>();
          tables
              .everyOrder()
              .filter(order -> order.account().equals(account) && isPaid(order, from, to))
              .map(MemoryOrders::paid)
              .forEach(
                  spend ->
                      days.computeIfAbsent(spend.day(), day -> products())
                          .merge(spend.product(), spend, MemoryOrders::plus));
          return days.values().stream().flatMap(of -> of.values().stream()).toList();
        });
  }

  private static Map<CatalogProductId, Spend> products() {
    return new TreeMap<>(Comparator.comparing(CatalogProductId::value));
  }

  private static boolean isPaid(Order order, Instant from, Instant to) {
    return order
        .received()
        .map(Inbox::firstAt)
        .filter(at -> !at.isBefore(from) && at.isBefore(to))
        .isPresent();
  }

  private static Spend paid(Order order) {
    var at = order.received().orElseThrow().firstAt();
    return new Spend(
        LocalDate.ofInstant(at, ZoneOffset.UTC),
        order.charge().tier().product(),
        order.charge().price(),
        1);
  }

  private static Spend plus(Spend one, Spend other) {
    return new Spend(
        one.day(), one.product(), one.amount().plus(other.amount()), one.orders() + other.orders());
  }

  private <T> Map<TierId, T> ofTiers(CatalogProductId product, Function<TierId, Optional<T>> what) {
    var ids = tiers.of(product);
    return tables.locked(
        () -> {
          Map<TierId, T> found = new HashMap<>();
          ids.forEach(id -> what.apply(id).ifPresent(value -> found.put(id, value)));
          return found;
        });
  }

  @Override
  public Map<ProviderId, Success> success(Instant since) {
    return tables.locked(
        () -> {
          Map<ProviderId, Success> counts = new HashMap<>();
          tables
              .everyOrder()
              .filter(Order.Closed.class::isInstance)
              .map(Order.Closed.class::cast)
              .filter(order -> !order.closedAt().isBefore(since) && hadANumber(order.ending()))
              .forEach(
                  o -> counts.merge(o.charge().tier().key().provider(), one(o), MemoryOrders::sum));
          return counts;
        });
  }

  private Stream<Attempt> everyAttempt() {
    return StreamSupport.stream(tables.everyAttempt().spliterator(), false)
        .flatMap(ofOrder -> ofOrder.values().stream());
  }

  private boolean isFree(OrderId id, Instant now) {
    var until = tables.handedOutUntil.get(id);
    return until == null || !until.isAfter(now);
  }

  private static boolean isDue(Order order, Due due, Instant now) {
    return Attention.of(order).filter(a -> a.due() == due && !a.at().isAfter(now)).isPresent();
  }

  private static Instant dueAt(Order order) {
    return Attention.of(order).orElseThrow().at();
  }

  private static boolean hadANumber(Ending ending) {
    return ending != Ending.REFUSED && ending != Ending.FAILED;
  }

  private static Success one(Order.Closed order) {
    return new Success(order.received().isPresent() ? 1 : 0, 1);
  }

  private static Success sum(Success one, Success other) {
    return new Success(one.arrived() + other.arrived(), one.total() + other.total());
  }
}
