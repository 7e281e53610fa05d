package dev.codeport.contract;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Pursuit;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** An order to be brought into a state step by step, each committed as the service would. */
public final class OrderFixture<O extends Order> {
  private final Function<OrderLife, O> course;
  private final Terms terms;

  /** What may be said about the order. */
  record Terms(
      Optional<AccountId> account,
      TierKey tier,
      long rupiah,
      Instant placedAt,
      Duration lifetime,
      Optional<Instant> endedAt,
      Optional<Wish> wish,
      Optional<Pursuit> pursuit) {}

  private OrderFixture(Function<OrderLife, O> course, Terms terms) {
    this.course = course;
    this.terms = terms;
  }

  static <O extends Order> OrderFixture<O> living(Function<OrderLife, O> course) {
    var terms =
        new Terms(
            Optional.empty(),
            Given.tier(Given.NORTH),
            7_500,
            Given.NOW,
            Duration.ofMinutes(20),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new OrderFixture<>(course, terms);
  }

  /** Whose it is; otherwise a new account's. */
  public OrderFixture<O> of(Account account) {
    var t = terms;
    return with(
        new Terms(
            Optional.of(account.id()),
            t.tier,
            t.rupiah,
            t.placedAt,
            t.lifetime,
            t.endedAt,
            t.wish,
            t.pursuit));
  }

  public OrderFixture<O> on(TierKey tier) {
    var t = terms;
    return with(
        new Terms(t.account, tier, t.rupiah, t.placedAt, t.lifetime, t.endedAt, t.wish, t.pursuit));
  }

  public OrderFixture<O> priced(long rupiah) {
    var t = terms;
    return with(
        new Terms(t.account, t.tier, rupiah, t.placedAt, t.lifetime, t.endedAt, t.wish, t.pursuit));
  }

  public OrderFixture<O> placedAt(Instant at) {
    var t = terms;
    return with(
        new Terms(t.account, t.tier, t.rupiah, at, t.lifetime, t.endedAt, t.wish, t.pursuit));
  }

  /** How long the vendor keeps the number; 20 minutes otherwise. */
  public OrderFixture<O> lasting(Duration lifetime) {
    var t = terms;
    return with(
        new Terms(t.account, t.tier, t.rupiah, t.placedAt, lifetime, t.endedAt, t.wish, t.pursuit));
  }

  /** When it ended, if it is one that did; 5 minutes after it was placed otherwise. */
  public OrderFixture<O> endedAt(Instant at) {
    var t = terms;
    return with(
        new Terms(
            t.account,
            t.tier,
            t.rupiah,
            t.placedAt,
            t.lifetime,
            Optional.of(at),
            t.wish,
            t.pursuit));
  }

  public OrderFixture<O> wishing(Wish wish) {
    var t = terms;
    return with(
        new Terms(
            t.account,
            t.tier,
            t.rupiah,
            t.placedAt,
            t.lifetime,
            t.endedAt,
            Optional.of(wish),
            t.pursuit));
  }

  public OrderFixture<O> pursuing(Pursuit pursuit) {
    var t = terms;
    return with(
        new Terms(
            t.account,
            t.tier,
            t.rupiah,
            t.placedAt,
            t.lifetime,
            t.endedAt,
            t.wish,
            Optional.of(pursuit)));
  }

  public O in(Storage storage) {
    return course.apply(new OrderLife(storage, terms));
  }

  private OrderFixture<O> with(Terms newTerms) {
    return new OrderFixture<>(course, newTerms);
  }
}
