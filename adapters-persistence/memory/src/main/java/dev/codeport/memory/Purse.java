package dev.codeport.memory;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What grows with an account: its money and its events, each numbered from 1. */
final class Purse {
  private final Currency currency;
  private Wallet wallet;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final Set<Deed> deeds = new HashSet<>();

  /** What may happen to an order's money once: to be held, and to be settled one way. */
  private record Deed(OrderId order, boolean held) {}

  Purse(Currency currency) {
    this.currency = currency;
    this.wallet = Wallet.empty(currency);
  }

  Wallet wallet() {
    return wallet;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Whether one of these would hold or settle an order's money a second time. */
  boolean repeats(List<Entry> more) {
    var done = new HashSet<Deed>();
    return more.stream()
        .flatMap(entry -> deed(entry).stream())
        .anyMatch(deed -> deeds.contains(deed) || !done.add(deed));
  }

  /** The wallet as it would be; parts of it may be negative. */
  Wallet after(List<Entry> more) {
    return new Wallet(
        sum(wallet.available(), more, Book.AVAILABLE), sum(wallet.held(), more, Book.HELD));
  }

  void add(List<Entry> more) {
    wallet = after(more);
    entries.addAll(more);
    more.forEach(entry -> deed(entry).ifPresent(deeds::add));
  }

  /** Answers them with their numbers. */
  List<Outbox.Numbered> append(List<Event> more) {
    long before = events.size();
    events.addAll(more);
    return events(before, more.size());
  }

  List<Wallets.Numbered> newest(long before, int limit) {
    var end = (int) Math.clamp(before - 1, 0L, (long) entries.size());
    return entries(Math.max(0, end - limit), Math.min(limit, end)).reversed();
  }

  List<Wallets.Numbered> entries(long after, int limit) {
    return page(entries, after, limit, Wallets.Numbered::new);
  }

  List<Outbox.Numbered> events(long after, int limit) {
    return page(events, after, limit, Outbox.Numbered::new);
  }

  long newestEvent() {
    return events.size();
  }

  private interface Numbering<T, N> {
    N of(long number, T thing);
  }

  private static <T, N> List<N> page(
      List<T> all, long after, int limit, Numbering<T, N> numbering) {
    var page = new ArrayList<N>();
    for (long at = Math.max(0, after); at < all.size() && page.size() < limit; at++) {
      page.add(numbering.of(at + 1, all.get((int) at)));
    }
    return List.copyOf(page);
  }

  private Money sum(Money start, List<Entry> more, Book book) {
    var sum = start;
    for (var entry : more) {
      sum = sum.plus(entry.into(book, currency));
    }
    return sum;
  }

  private static Optional<Deed> deed(Entry entry) {
    return switch (entry.kind()) {
      case HOLD -> entry.order().map(order -> new Deed(order, true));
      case CAPTURE, RELEASE -> entry.order().map(order -> new Deed(order, false));
      case TOP_UP, ADJUST, RAISE, LEAK -> Optional.empty();
    };
  }
}
