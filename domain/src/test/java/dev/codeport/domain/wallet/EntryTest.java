package dev.codeport.domain.wallet;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final AccountId ACCOUNT = new AccountId(1);
  private static final OrderId ORDER = new OrderId(1);
  private static final Instant NOW = Instant.parse("2031-01-02T12:00:00Z");

  @Test
  void postings_that_do_not_sum_to_zero_are_refused() {
    var postings =
        List.of(
            new Posting(Book.FUNDING, Money.of(-5, IDR)),
            new Posting(Book.AVAILABLE, Money.of(6, IDR)));

    assertThrows(IllegalArgumentException.class, () -> entry(postings));
  }

  @Test
  void currencies_do_not_balance_each_other() {
    var postings =
        List.of(
            new Posting(Book.FUNDING, Money.of(-5, USD)),
            new Posting(Book.AVAILABLE, Money.of(5, IDR)));

    assertThrows(IllegalArgumentException.class, () -> entry(postings));
  }

  @Test
  void a_posting_of_nothing_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Posting(Book.HELD, Money.zero(IDR)));
  }

  @Test
  void a_hold_moves_the_price_aside_and_a_release_moves_it_back() {
    var price = Money.of(7500, IDR);
    var hold = Entry.hold(ACCOUNT, ORDER, price, NOW);
    var release = Entry.release(ACCOUNT, ORDER, price, NOW);

    assertEquals(price.negated(), hold.into(Book.AVAILABLE, IDR));
    assertEquals(price, hold.into(Book.HELD, IDR));
    assertEquals(price, release.into(Book.AVAILABLE, IDR));
    assertEquals(price.negated(), release.into(Book.HELD, IDR));
  }

  @Test
  void a_raise_may_go_down() {
    var raise = Entry.raise(ACCOUNT, ORDER, Money.of(-500, IDR), NOW);

    assertEquals(Money.of(500, IDR), raise.into(Book.AVAILABLE, IDR));
  }

  @Test
  void a_leak_leaves_the_customers_books_alone() {
    var leak = Entry.leak(ACCOUNT, ORDER, Money.of("0.12", USD), "lost", NOW);

    assertEquals(Money.zero(IDR), leak.into(Book.AVAILABLE, IDR));
    assertEquals(Money.zero(USD), leak.into(Book.HELD, USD));
    assertEquals(Money.of("0.12", USD), leak.into(Book.LEAK, USD));
  }

  @Test
  void holds_and_top_ups_are_above_zero() {
    assertThrows(
        IllegalArgumentException.class, () -> Entry.hold(ACCOUNT, ORDER, Money.zero(IDR), NOW));
    assertThrows(
        IllegalArgumentException.class, () -> Entry.topUp(ACCOUNT, Money.of(-1, IDR), "", NOW));
  }

  private static Entry entry(List<Posting> postings) {
    return new Entry(Entry.Kind.TOP_UP, ACCOUNT, Optional.empty(), postings, "", NOW);
  }
}
