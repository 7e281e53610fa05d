package dev.codeport.provider.sandbox;

import dev.codeport.domain.money.Money;
import dev.codeport.provider.sandbox.Activation.Shown;
import dev.codeport.provider.sandbox.Books.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every activation ever given, and the money. Used only under the {@link Desk}'s lock. */
final class Register {
  private final LinkedHashMap<Long, Activation> all = new LinkedHashMap<>();
  private final Map<Long, Activation> open = new LinkedHashMap<>();
  private final Map<String, Activation> lastOfPhone = new HashMap<>();
  private final Set<String> references = new HashSet<>();
  private Money balance;

  Register(Money opening) {
    this.balance = opening;
  }

  Money balance() {
    return balance;
  }

  /** Takes its cost. */
  void add(Activation activation) {
    balance = balance.minus(activation.cost);
    activation.shelf.take();
    activation.reference.ifPresent(references::add);
    all.put(activation.id, activation);
    open.put(activation.id, activation);
    lastOfPhone.put(activation.phone.digits(), activation);
  }

  void end(Activation activation, State state) {
    activation.state = state;
    activation.shelf.putBack();
    open.remove(activation.id);
  }

  void refund(Activation activation) {
    activation.refunded = true;
    balance = balance.plus(activation.cost);
  }

  Optional<Activation> find(long id) {
    return Optional.ofNullable(all.get(id));
  }

  Optional<Activation> lastOf(String phoneDigits) {
    return Optional.ofNullable(lastOfPhone.get(phoneDigits));
  }

  boolean knows(String reference) {
    return references.contains(reference);
  }

  Optional<Activation> anyOpen() {
    return open.values().stream().findAny();
  }

  /** Those that run, oldest first. */
  List<Shown> active() {
    return open.values().stream().map(Activation::shown).toList();
  }

  /** Those begun in this time, youngest first. */
  List<Shown> history(Instant from, Instant to, int offset, int limit) {
    return all.sequencedValues().reversed().stream()
        .takeWhile(each -> !each.startedAt.isBefore(from))
        .filter(each -> !each.startedAt.isAfter(to))
        .skip(offset)
        .limit(limit)
        .map(Activation::shown)
        .toList();
  }

  Books books(Money opening) {
    return new Books(opening, balance, all.values().stream().map(Activation::entry).toList());
  }
}
