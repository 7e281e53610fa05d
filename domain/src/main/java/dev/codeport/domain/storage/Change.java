package dev.codeport.domain.storage;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.order.Step;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Outcome;
import dev.codeport.domain.wallet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one decision alters of one account, all of it: a value that is committed whole or not at
 * all.
 *
 * @param releases a claim whose key is to be free again, before {@code claim} is taken; without
 *     effect when another claim has the key by now
 * @param claim a key to be taken
 * @param orders their new states; revision 1 is a new order, any other stands on the one before
 * @param attempts by (order, ordinal): new, or with their new state
 * @param outcomes how asking vendors turned out, each a new one
 */
public record Change(
    AccountId account,
    Optional<Claim> releases,
    Optional<Claim> claim,
    List<Order> orders,
    List<Attempt> attempts,
    List<Entry> entries,
    List<Sms> messages,
    List<Event> events,
    List<Outcome> outcomes) {
  public Change {
    orders = List.copyOf(orders);
    attempts = List.copyOf(attempts);
    entries = List.copyOf(entries);
    messages = List.copyOf(messages);
    events = List.copyOf(events);
    outcomes = List.copyOf(outcomes);
    if (orders.stream().anyMatch(order -> !order.account().equals(account))
        || entries.stream().anyMatch(entry -> !entry.account().equals(account))
        || events.stream().anyMatch(event -> !event.account().equals(account))) {
      throw new IllegalArgumentException("a change concerns one account");
    }
  }

  public static Builder of(AccountId account) {
    return new Builder(account);
  }

  /** A change that one step of one order makes. */
  public static Builder of(Step<?> step) {
    return new Builder(step.order().account()).step(step);
  }

  public static final class Builder {
    private final AccountId account;
    private Optional<Claim> releases = Optional.empty();
    private Optional<Claim> claim = Optional.empty();
    private final List<Order> orders = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Sms> messages = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private Builder(AccountId account) {
      this.account = account;
    }

    public Builder step(Step<?> step) {
      orders.add(step.order());
      entries.addAll(step.entries());
      events.addAll(step.events());
      outcomes.addAll(step.outcomes());
      return this;
    }

    public Builder attempt(Attempt attempt) {
      attempts.add(attempt);
      return this;
    }

    public Builder entry(Entry entry) {
      entries.add(entry);
      return this;
    }

    public Builder message(Sms sms) {
      messages.add(sms);
      return this;
    }

    public Builder event(Event event) {
      events.add(event);
      return this;
    }

    public Builder claim(Claim taken) {
      claim = Optional.of(taken);
      return this;
    }

    public Builder release(Claim former) {
      releases = Optional.of(former);
      return this;
    }

    public Change build() {
      return new Change(
          account, releases, claim, orders, attempts, entries, messages, events, outcomes);
    }
  }
}
