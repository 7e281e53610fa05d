package dev.codeport.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.provider.sandbox.Books.State;
import dev.codeport.provider.sandbox.Desk.Deal;
import dev.codeport.provider.sandbox.Desk.Wish;
import dev.codeport.provider.sandbox.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a buyer does in whatever order, the books stay right. */
final class BooksWalkTest {
  private static final Money OPENING = Money.of(20, Currency.USD);
  private static final List<Kind> TWISTS =
      List.of(Kind.NO_SMS, Kind.DUPLICATE_SMS, Kind.LATE_SMS, Kind.DEARER, Kind.SAME_NUMBER);

  private final MovableClock clock = new MovableClock();
  private final RandomGenerator random = Buyer.random(11);
  private final Desk desk =
      new Desk(
          SandboxSettings.cheap().withBalance(OPENING).withSuccess(0.6).withStock(3),
          clock,
          new SharedRandom(random),
          new FaultPlan(random));
  private final List<Long> ids = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_random_walk_keeps_the_books_right(long seed) {
    var walk = Buyer.random(seed);
    for (int step = 0; step < 1500; step++) {
      take(walk);
      if (step % 25 == 0) {
        assertRight("seed " + seed + ", step " + step);
      }
    }
    clock.advance(Duration.ofHours(1));
    assertRight("seed " + seed + ", at the end");
    assertTrue(desk.books(OPENING).activations().stream().noneMatch(e -> e.state().isOpen()));
    assertEquals(List.of(), desk.active());
  }

  private void take(RandomGenerator walk) {
    switch (walk.nextInt(8)) {
      case 0, 1 -> lease(walk);
      case 2 -> desk.another(id(walk));
      case 3 -> desk.finish(id(walk));
      case 4 -> desk.cancel(id(walk), Optional.empty());
      case 5 -> clock.advance(Duration.ofSeconds(walk.nextInt(60)));
      case 6 -> remember(desk.renew(id(walk)));
      default ->
          desk.find(id(walk)).ifPresent(a -> desk.deliver(a.entry().phone().digits(), "1234"));
    }
  }

  private void lease(RandomGenerator walk) {
    var lands = List.copyOf(Wares.SHIPPED.lands().values()).subList(0, 3);
    var services = List.copyOf(Wares.SHIPPED.services().values()).subList(0, 3);
    var twist =
        walk.nextInt(3) == 0
            ? Optional.of(TWISTS.get(walk.nextInt(TWISTS.size())))
            : Optional.<Kind>empty();
    remember(
        desk.lease(
            new Wish(
                lands.get(walk.nextInt(3)),
                services.get(walk.nextInt(3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                twist)));
  }

  private void remember(Deal deal) {
    if (deal instanceof Deal.Done done) {
      ids.add(Long.valueOf(done.activation().entry().id()));
    }
  }

  private long id(RandomGenerator walk) {
    return ids.isEmpty() ? 0 : ids.get(walk.nextInt(ids.size()));
  }

  private void assertRight(String where) {
    var books = desk.books(OPENING);
    assertTrue(books.balanced(), where);
    assertFalse(books.balance().isNegative(), where);
    for (var entry : books.activations()) {
      boolean free = entry.state() == State.CANCELED || entry.state() == State.EXPIRED;
      assertEquals(free, entry.refunded(), where);
      assertEquals(entry.state() == State.CANCELED ? 1 : 0, entry.cancels(), where);
      assertTrue(entry.state() != State.FINISHED || entry.smsSent() > 0, where);
    }
  }

  @Test
  void many_buyers_at_once_keep_the_books_right() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var walks = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 8; i++) {
        var walk = Buyer.random(100 + i);
        walks.add(() -> walkAlone(walk));
      }
      for (var walked : threads.invokeAll(walks)) {
        assertEquals(500, walked.get());
      }
    }
    assertRight("after the race");
  }

  private int walkAlone(RandomGenerator walk) {
    var service = Wares.SHIPPED.services().values().iterator().next();
    var land = Wares.SHIPPED.lands().values().iterator().next();
    int steps = 0;
    for (; steps < 500; steps++) {
      var wish =
          new Wish(
              land,
              service,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      if (desk.lease(wish) instanceof Deal.Done done) {
        long id = Long.parseLong(done.activation().entry().id());
        if (walk.nextBoolean()) {
          desk.deliver(done.activation().entry().phone().digits(), "1234");
          desk.finish(id);
        } else {
          desk.cancel(id, Optional.empty());
        }
      }
      clock.advance(Duration.ofMillis(1));
    }
    return steps;
  }
}
