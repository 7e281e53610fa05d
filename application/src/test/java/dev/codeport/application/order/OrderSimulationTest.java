package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.worker.Worker;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.memory.MemoryStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random lives of many orders, with vendors that fail in every way and a process that dies around
 * commits; then the faults stop, time passes, and the books must agree.
 */
class OrderSimulationTest {
  private static final int SEEDS = 150;
  private static final int STEPS = 80;
  private static final Map<FakeVendor.Fault, Integer> SEEN = new EnumMap<>(FakeVendor.Fault.class);

  @Test
  void whatever_fails_the_books_agree_in_the_end() {
    var deaths = 0;
    var leaks = 0;
    var queued = 0;
    var moved = 0;
    Set<Ending> endings = EnumSet.noneOf(Ending.class);
    for (long seed = 1; seed <= SEEDS; seed++) {
      var run = new Run(seed);
      run.live();
      run.settle();
      run.check();
      deaths += run.storage.deaths();
      leaks += run.leaks;
      queued += run.queued;
      moved += run.moved;
      endings.addAll(run.endings);
    }

    assertEquals(EnumSet.allOf(Ending.class), endings, "an ending was never reached");
    assertEquals(
        EnumSet.allOf(FakeVendor.Fault.class), SEEN.keySet(), "a planned fault was never seen");
    assertTrue(deaths > SEEDS, "the process hardly ever died: " + deaths);
    assertTrue(leaks > 0, "no leak was ever booked");
    assertTrue(moved > SEEDS / 2, "hardly any order ever changed its number: " + moved);
    assertTrue(queued > SEEDS, "hardly any cancel was ever queued: " + queued);
  }

  private static final class Run {
    final String where;
    final Random random;
    final FaultyStorage storage;
    final World world;
    final List<OrderId> mine = new ArrayList<>();
    final Map<OrderId, List<String>> shown = new HashMap<>();
    final Set<Ending> endings = EnumSet.noneOf(Ending.class);
    int keys;
    int leaks;
    int queued;
    int moved;

    Run(long seed) {
      where = "seed " + seed;
      random = new Random(seed);
      storage = new FaultyStorage(new MemoryStorage(Ledger.rupiah()), seed);
      world = new World(seed, storage);
    }

    void live() {
      storage.dying(8);
      world.cheap.failing(15);
      world.dear.failing(10);
      for (int i = 0; i < STEPS; i++) {
        try {
          step();
        } catch (FaultyStorage.Died died) {
          world.clock.advance(Duration.ofSeconds(1));
        } catch (IllegalStateException e) {
          if (!(e.getCause() instanceof FaultyStorage.Died)) {
            throw new AssertionError(where, e);
          }
        }
      }
    }

    void step() {
      switch (random.nextInt(13)) {
        case 0, 1, 2 -> place();
        case 3, 4 -> deliver();
        case 5 -> any().ifPresent(id -> world.codeport.cancelOrder(world.account, id));
        case 6 -> any().ifPresent(id -> world.codeport.finishOrder(world.account, id));
        case 7 -> any().ifPresent(id -> world.codeport.requestAnotherCode(world.account, id));
        case 8 -> any().ifPresent(this::reactivate);
        case 9 -> any().ifPresent(this::queueCancel);
        case 10 -> world.clock.advance(Duration.ofSeconds(1 + random.nextInt(400)));
        default -> work();
      }
    }

    void place() {
      var key = "k" + (random.nextInt(4) == 0 ? random.nextInt(keys + 1) : keys++);
      var result = isUrgent(key) ? urgent(key) : world.place(key);
      if (result instanceof PlaceOrder.Accepted || result instanceof PlaceOrder.Replayed) {
        World.orders(result).forEach(order -> mine.add(order.id()));
      }
    }

    /** A key always means the same. */
    boolean isUrgent(String key) {
      return key.hashCode() % 2 == 0;
    }

    PlaceOrder.Result urgent(String key) {
      var minutes = 2 + Math.floorMod(key.hashCode(), 19);
      return world.urgent(key, World.upTo(5000), Duration.ofMinutes(minutes));
    }

    void queueCancel(OrderId id) {
      var result = world.codeport.queueCancel(world.account, id);
      queued += result instanceof QueueCancel.Queued ? 1 : 0;
    }

    void reactivate(OrderId id) {
      var command =
          new ReactivateOrder.Command(world.account, Optional.empty(), id, Optional.empty());
      if (world.codeport.reactivateOrder(command)
          instanceof ReactivateOrder.Reactivated reactivated) {
        mine.add(reactivated.order().order().id());
      }
    }

    void deliver() {
      var vendor = random.nextBoolean() ? world.cheap : world.dear;
      var books = vendor.books();
      if (!books.isEmpty()) {
        var one = books.get(random.nextInt(books.size()));
        vendor.deliver(
            new LeaseRef(vendor.profile().id(), one.id),
            (100_000 + random.nextInt(900_000)) + " is your code");
      }
    }

    void work() {
      var workers = world.codeport.workers().all();
      Worker worker = workers.get(random.nextInt(workers.size()));
      worker.runOnce(world.clock.instant());
      remember();
    }

    Optional<OrderId> any() {
      return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(random.nextInt(mine.size())));
    }

    void remember() {
      for (var order : all()) {
        var texts =
            world.storage.orders().messages(order.id()).stream().map(sms -> sms.text()).toList();
        var before = shown.put(order.id(), texts);
        assertTrue(
            before == null || texts.subList(0, before.size()).equals(before),
            () -> where + ": what was shown of order " + order.id() + " changed");
      }
    }

    void settle() {
      storage.dying(0);
      world.cheap.heal();
      world.dear.heal();
      for (int i = 0; i < 60; i++) {
        world.advance(Duration.ofMinutes(1));
      }
      remember();
      world.cheap.seen().forEach((fault, times) -> SEEN.merge(fault, times, Integer::sum));
      world.dear.seen().forEach((fault, times) -> SEEN.merge(fault, times, Integer::sum));
    }

    void check() {
      moneyIsRight();
      everyOrderEndedOnce();
      eachMoveIsTold();
      keysStandForOneSetEach();
      vendorsBooksAgree(world.cheap);
      vendorsBooksAgree(world.dear);
    }

    void moneyIsRight() {
      assertTrue(world.storage.wallets().audit().balances(), where);
      assertEquals(0, world.held(), where + ": money is still held");
      var paid =
          all().stream()
              .filter(order -> order instanceof Order.Closed closed && closed.ending().isPaid())
              .mapToLong(order -> order.charge().price().units())
              .sum();
      assertEquals(World.FUNDS - paid, world.available(), where);
    }

    void everyOrderEndedOnce() {
      Map<OrderId, List<Entry.Kind>> ends = new TreeMap<>();
      for (var numbered : world.storage.wallets().entries(world.account, 0, 100_000)) {
        var kind = numbered.entry().kind();
        if (kind == Entry.Kind.CAPTURE || kind == Entry.Kind.RELEASE) {
          ends.computeIfAbsent(numbered.entry().order().orElseThrow(), id -> new ArrayList<>())
              .add(kind);
        }
        leaks += kind == Entry.Kind.LEAK ? 1 : 0;
      }
      for (var order : all()) {
        if (!(order instanceof Order.Closed closed)) {
          throw new AssertionError(where + ": left in between: " + order);
        }
        var paid = closed.ending().isPaid();
        endings.add(closed.ending());
        assertEquals(
            List.of(paid ? Entry.Kind.CAPTURE : Entry.Kind.RELEASE), ends.get(order.id()), where);
        assertEquals(paid, closed.received().isPresent(), where);
        assertFalse(
            world.storage.orders().attempts(order.id()).stream().anyMatch(a -> a.state().isOpen()),
            () -> where + ": an attempt is still open: " + order);
      }
    }

    void eachMoveIsTold() {
      for (var order : all()) {
        var attempts = world.storage.orders().attempts(order.id());
        var numbers = attempts.stream().filter(a -> a.lease().isPresent()).count();
        var moves =
            world.storage.outbox().ofOrder(world.account, order.id(), 0, 1000).stream()
                .filter(e -> e.event().type() == Event.Type.ORDER_MOVED)
                .count();
        assertTrue(moves >= numbers - 1, () -> where + ": moved unheard: " + order);
        assertTrue(
            moves == 0 || order.terms().pursuit().isPresent(),
            () -> where + ": moved unasked: " + order);
        moved += (int) moves;
      }
    }

    void keysStandForOneSetEach() {
      for (int i = 0; i < keys; i++) {
        var key = new IdempotencyKey("k" + i);
        world
            .storage
            .idempotencyKeys()
            .find(world.account, key)
            .ifPresent(claim -> assertEquals(1, claim.orders().size(), where));
      }
    }

    void vendorsBooksAgree(FakeVendor vendor) {
      Map<LeaseRef, Attempt> byLease = new HashMap<>();
      Map<String, Attempt> byReference = new HashMap<>();
      for (var order : all()) {
        for (var attempt : world.storage.orders().attempts(order.id())) {
          byReference.put(attempt.reference(), attempt);
          attempt
              .lease()
              .ifPresent(lease -> assertTrue(byLease.put(lease, attempt) == null, where));
        }
      }
      for (var activation : vendor.books()) {
        var lease = new LeaseRef(vendor.profile().id(), activation.id);
        var attempt =
            Optional.ofNullable(byLease.get(lease))
                .or(() -> Optional.ofNullable(byReference.get(activation.request.reference())));
        if (activation.isBilled(world.clock.instant())) {
          paidFor(attempt, activation.id);
        } else {
          attempt.ifPresent(this::notSold);
        }
      }
    }

    void paidFor(Optional<Attempt> attempt, String activation) {
      assertTrue(attempt.isPresent(), () -> where + ": an orphan at the vendor: " + activation);
      assertTrue(
          isDelivered(attempt.get()) || attempt.get().state() == AttemptState.LEAKED,
          () -> where + ": billed for nothing: " + attempt);
    }

    void notSold(Attempt attempt) {
      assertFalse(
          isDelivered(attempt), () -> where + ": sold what the vendor took back: " + attempt);
    }

    /** The number that an order was paid for, of all that it had. */
    boolean isDelivered(Attempt attempt) {
      return world.storage.orders().find(attempt.order()).orElseThrow()
              instanceof Order.Closed closed
          && closed.ending().isPaid()
          && closed.leased().map(Lease::ref).equals(attempt.lease());
    }

    /** All of the account's orders, the refused ones too. */
    List<Order> all() {
      List<Order> all = new ArrayList<>();
      for (long id = 1; ; id++) {
        var order = world.storage.orders().find(new OrderId(id));
        if (order.isEmpty() && id > 2L * STEPS + 10) {
          return all;
        }
        order.ifPresent(all::add);
      }
    }
  }

  /** The listing that customers see is never wrong about what is open. */
  @Test
  void nothing_is_listed_as_open_after_its_end() {
    var world = new World();
    var order = world.placed("k");
    world.advance(Duration.ofMinutes(21));

    assertEquals(
        List.of(),
        world.codeport.orders(world.account, Orders.Shown.OPEN, 10, 0),
        order.toString());
  }
}
