package dev.codeport.memory;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Posting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One change on its way in: first every reason against it, then all of it at once. */
final class Commit {
  private final Tables tables;
  private final Change change;
  private final Purse purse;
  private final Map<OrderId, Order> moved = new HashMap<>();

  Commit(Tables tables, Change change) {
    this.tables = tables;
    this.change = change;
    this.purse =
        tables
            .purse(change.account())
            .orElseThrow(() -> new IllegalArgumentException("no account " + change.account()));
  }

  CommitResult run() {
    return Stream.<Supplier<Optional<CommitResult>>>of(this::keyTaken, this::stale, this::tooPoor)
        .flatMap(check -> check.get().stream())
        .findFirst()
        .orElseGet(this::apply);
  }

  private Optional<CommitResult> keyTaken() {
    return change
        .claim()
        .flatMap(claim -> tables.claim(change.account(), claim.key()))
        .filter(present -> change.releases().filter(present::equals).isEmpty())
        .map(CommitResult.KeyTaken::new);
  }

  private Optional<CommitResult> stale() {
    var stale =
        ordersAreStale()
            || leasesAreStale()
            || messagesAreStale()
            || purse.repeats(change.entries());
    return stale ? Optional.of(new CommitResult.Stale()) : Optional.empty();
  }

  private Optional<CommitResult> tooPoor() {
    change.entries().forEach(this::requireLedgerCurrency);
    var after = purse.after(change.entries());
    if (after.available().isNegative()) {
      return Optional.of(new CommitResult.TooPoor(purse.wallet()));
    }
    if (after.held().isNegative()) {
      throw new IllegalArgumentException("more is taken from the held money than there is");
    }
    return Optional.empty();
  }

  private CommitResult apply() {
    change.releases().ifPresent(former -> tables.free(change.account(), former));
    change.claim().ifPresent(claim -> tables.take(change.account(), claim));
    moved.values().forEach(tables::put);
    leases().forEach(held -> tables.leases.put(held.getKey(), held.getValue()));
    change.attempts().forEach(a -> tables.attempts(a.order()).put(a.ordinal(), a));
    change.messages().forEach(sms -> tables.messages(sms.order()).add(sms));
    change.outcomes().forEach(tables.outcomes::add);
    purse.add(change.entries());
    purse.append(change.events()).forEach(tables.office::accept);
    return new CommitResult.Committed(purse.wallet());
  }

  private boolean ordersAreStale() {
    for (var order : change.orders()) {
      var before = Optional.ofNullable(moved.get(order.id())).or(() -> tables.order(order.id()));
      var revision = before.map(Order::revision).orElse(0L);
      var foreign = before.filter(b -> !b.account().equals(order.account())).isPresent();
      if (foreign || order.revision() != revision + 1) {
        return true;
      }
      moved.put(order.id(), order);
    }
    return false;
  }

  private boolean leasesAreStale() {
    var here = new HashMap<LeaseRef, OrderId>();
    return leases()
        .anyMatch(
            held -> {
              var owner = tables.leases.getOrDefault(held.getKey(), held.getValue());
              var other = here.putIfAbsent(held.getKey(), held.getValue());
              return !owner.equals(held.getValue())
                  || (other != null && !other.equals(held.getValue()));
            });
  }

  private Stream<Map.Entry<LeaseRef, OrderId>> leases() {
    change.attempts().forEach(attempt -> requireOwn(attempt.order()));
    return Stream.concat(
        change.orders().stream()
            .flatMap(order -> order.leased().stream().map(l -> Map.entry(l.ref(), order.id()))),
        change.attempts().stream()
            .flatMap(attempt -> attempt.lease().stream().map(l -> Map.entry(l, attempt.order()))));
  }

  private boolean messagesAreStale() {
    var here = new HashSet<Object>();
    for (var sms : change.messages()) {
      requireOwn(sms.order());
      var known = tables.messages(sms.order()).stream();
      var first =
          here.add(Map.entry(sms.order(), sms.key()))
              && here.add(Map.entry(sms.order(), sms.revision()));
      if (!first
          || known.anyMatch(k -> k.key().equals(sms.key()) || k.revision() == sms.revision())) {
        return true;
      }
    }
    return false;
  }

  private void requireOwn(OrderId id) {
    var order = Optional.ofNullable(moved.get(id)).or(() -> tables.order(id));
    if (order.filter(o -> o.account().equals(change.account())).isEmpty()) {
      throw new IllegalArgumentException("account " + change.account() + " has no order " + id);
    }
  }

  private void requireLedgerCurrency(Entry entry) {
    if (entry.postings().stream().anyMatch(this::isForeign)) {
      throw new IllegalArgumentException("customers' money is kept in " + tables.currency);
    }
  }

  private boolean isForeign(Posting posting) {
    return posting.book().isCustomers() && !posting.amount().currency().equals(tables.currency);
  }
}
