package dev.codeport.memory;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.LeaseRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that is kept, and the one lock that guards it: touch nothing here outside of it. */
final class Tables {
  final Currency currency;
  final NavigableMap<Integer, Account> accounts = new TreeMap<>();
  final Map<String, ApiKey> keys = new LinkedHashMap<>();
  final Map<LeaseRef, OrderId> leases = new HashMap<>();
  final Map<OrderId, Instant> handedOutUntil = new HashMap<>();
  final NavigableMap<OrderId, Order> open = new TreeMap<>();
  final Shelf<AccountId> placed = new Shelf<>();
  final Shelf<AccountId> ended = new Shelf<>();
  final OutcomeLog outcomes = new OutcomeLog();
  final PostOffice office = new PostOffice();
  final Proofs proofs = new Proofs();

  private final Map<AccountId, Purse> purses = new HashMap<>();
  private final Map<Taken, Claim> claims = new HashMap<>();
  private final Map<OrderId, Order> orders = new HashMap<>();
  private final Map<OrderId, NavigableMap<Integer, Attempt>> attempts = new HashMap<>();
  private final Map<OrderId, List<Sms>> messages = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  private record Taken(AccountId account, IdempotencyKey key) {}

  Tables(Currency currency) {
    this.currency = currency;
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  void open(Account account) {
    if (accounts.putIfAbsent(account.id().value(), account) != null) {
      throw new IllegalArgumentException("account " + account.id() + " is open already");
    }
    purses.put(account.id(), new Purse(currency));
  }

  Optional<Purse> purse(AccountId account) {
    return Optional.ofNullable(purses.get(account));
  }

  Map<AccountId, Purse> purses() {
    return purses;
  }

  Optional<Claim> claim(AccountId account, IdempotencyKey key) {
    return Optional.ofNullable(claims.get(new Taken(account, key)));
  }

  void free(AccountId account, Claim former) {
    claims.remove(new Taken(account, former.key()), former);
  }

  void take(AccountId account, Claim claim) {
    claims.put(new Taken(account, claim.key()), claim);
  }

  Optional<Order> order(OrderId id) {
    return Optional.ofNullable(orders.get(id));
  }

  void put(Order order) {
    orders.put(order.id(), order);
    placed.put(order.account(), order.terms().placedAt(), order);
    if (order instanceof Order.Closed closed) {
      open.remove(order.id());
      ended.put(order.account(), closed.closedAt(), order);
    } else {
      open.put(order.id(), order);
    }
  }

  Stream<Order> everyOrder() {
    return orders.values().stream();
  }

  Iterable<List<Sms>> everyMessage() {
    return messages.values();
  }

  int forgetClaims(Instant takenBefore, int limit) {
    var old =
        claims.entrySet().stream()
            .filter(claim -> claim.getValue().at().isBefore(takenBefore))
            .map(Map.Entry::getKey)
            .limit(limit)
            .toList();
    old.forEach(claims::remove);
    return old.size();
  }

  NavigableMap<Integer, Attempt> attempts(OrderId order) {
    return attempts.computeIfAbsent(order, id -> new TreeMap<>());
  }

  Iterable<NavigableMap<Integer, Attempt>> everyAttempt() {
    return attempts.values();
  }

  List<Sms> messages(OrderId order) {
    return messages.computeIfAbsent(order, id -> new ArrayList<>());
  }
}
