package dev.codeport.domain.wallet;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Money moving once, for a reason: postings that sum to zero in each currency. An entry is never
 * changed and never deleted; a mistake is mended by another one.
 *
 * <p>At most one {@code HOLD}, and together at most one of {@code CAPTURE} and {@code RELEASE}, per
 * order: storage refuses a second.
 *
 * @param account whose money it is about
 * @param order the order it belongs to; none for top-ups and adjustments
 * @param reference free text that says why: the operator's words, the vendor's lease
 */
public record Entry(
    Kind kind,
    AccountId account,
    Optional<OrderId> order,
    List<Posting> postings,
    String reference,
    Instant at) {

  public enum Kind {
    TOP_UP,
    ADJUST,
    HOLD,
    RAISE,
    CAPTURE,
    RELEASE,
    /** A vendor's cost that nobody had anything of; or back, when there was none after all. */
    LEAK
  }

  public Entry {
    postings = List.copyOf(postings);
    Map<Currency, Money> sums = new HashMap<>();
    for (var posting : postings) {
      sums.merge(posting.amount().currency(), posting.amount(), Money::plus);
    }
    if (postings.isEmpty() || sums.values().stream().anyMatch(sum -> !sum.isZero())) {
      throw new IllegalArgumentException("postings sum to zero");
    }
  }

  public static Entry topUp(AccountId account, Money amount, String reference, Instant now) {
    return move(
        Kind.TOP_UP, account, Book.FUNDING, Book.AVAILABLE, positive(amount), reference, now);
  }

  /** A correction by the operator, up or down. */
  public static Entry adjust(AccountId account, Money amount, String reference, Instant now) {
    return move(Kind.ADJUST, account, Book.ADJUSTMENT, Book.AVAILABLE, amount, reference, now);
  }

  public static Entry hold(AccountId account, OrderId order, Money price, Instant now) {
    return ofOrder(Kind.HOLD, account, order, Book.AVAILABLE, Book.HELD, price, now);
  }

  /** Holds more, or with a negative amount less, for an order that went on to another route. */
  public static Entry raise(AccountId account, OrderId order, Money more, Instant now) {
    return move(
        Kind.RAISE, account, Optional.of(order), Book.AVAILABLE, Book.HELD, more, "route", now);
  }

  public static Entry capture(AccountId account, OrderId order, Money price, Instant now) {
    return ofOrder(Kind.CAPTURE, account, order, Book.HELD, Book.REVENUE, price, now);
  }

  public static Entry release(AccountId account, OrderId order, Money price, Instant now) {
    return ofOrder(Kind.RELEASE, account, order, Book.HELD, Book.AVAILABLE, price, now);
  }

  /** A vendor took this for nothing that a customer had of it. */
  public static Entry leak(
      AccountId account, OrderId order, Money cost, String reason, Instant now) {
    return move(
        Kind.LEAK,
        account,
        Optional.of(order),
        Book.VENDOR,
        Book.LEAK,
        positive(cost),
        reason,
        now);
  }

  /** What was booked as a leak, and was none after all. */
  public static Entry recover(
      AccountId account, OrderId order, Money cost, String reason, Instant now) {
    return move(
        Kind.LEAK,
        account,
        Optional.of(order),
        Book.LEAK,
        Book.VENDOR,
        positive(cost),
        reason,
        now);
  }

  /** What this entry adds to a book. */
  public Money into(Book book, Currency currency) {
    var sum = Money.zero(currency);
    for (var posting : postings) {
      if (posting.book() == book && posting.amount().currency().equals(currency)) {
        sum = sum.plus(posting.amount());
      }
    }
    return sum;
  }

  private static Entry ofOrder(
      Kind kind, AccountId account, OrderId order, Book from, Book to, Money price, Instant now) {
    return move(kind, account, Optional.of(order), from, to, positive(price), "", now);
  }

  private static Entry move(
      Kind kind,
      AccountId account,
      Book from,
      Book to,
      Money amount,
      String reference,
      Instant now) {
    return move(kind, account, Optional.empty(), from, to, amount, reference, now);
  }

  private static Entry move(
      Kind kind,
      AccountId account,
      Optional<OrderId> order,
      Book from,
      Book to,
      Money amount,
      String reference,
      Instant now) {
    var postings = List.of(new Posting(from, amount.negated()), new Posting(to, amount));
    return new Entry(kind, account, order, postings, reference, now);
  }

  private static Money positive(Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("an amount above zero is needed");
    }
    return amount;
  }
}
