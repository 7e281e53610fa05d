package dev.codeport.domain.order;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.pool.Outcome;
import dev.codeport.domain.wallet.Entry;
import java.util.List;

/**
 * One move of an order: its next state, and the money and the news that go with it.
 *
 * @param outcomes what it tells of the vendor that was asked
 */
public record Step<S extends Order>(
    S order, List<Entry> entries, List<Event> events, List<Outcome> outcomes) {
  public Step {
    entries = List.copyOf(entries);
    events = List.copyOf(events);
    outcomes = List.copyOf(outcomes);
  }

  public Step(S order, List<Entry> entries, List<Event> events) {
    this(order, entries, events, List.of());
  }

  Step<S> telling(List<Outcome> of) {
    return new Step<>(order, entries, events, of);
  }

  static <S extends Order> Step<S> to(S order) {
    return new Step<>(order, List.of(), List.of());
  }

  static <S extends Order> Step<S> to(S order, Event event) {
    return new Step<>(order, List.of(), List.of(event));
  }

  static <S extends Order> Step<S> to(S order, Entry entry, Event event) {
    return new Step<>(order, List.of(entry), List.of(event));
  }

  static <S extends Order> Step<S> to(S order, Entry entry) {
    return new Step<>(order, List.of(entry), List.of());
  }
}
