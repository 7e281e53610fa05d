package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.application.worker.Worker;
import dev.codeport.contract.Freezing;
import dev.codeport.contract.Snapshot;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Wallets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A node stands still at any moment of its work, its claim runs out, another node does the work,
 * and then the first one goes on: all that it still wants to commit is refused, and nothing is
 * there twice.
 */
class RevivedNodeTest {
  private static final Duration CLAIM_AND_MORE = Duration.ofSeconds(15);
  private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
  private static final Optional<ProviderId> DEAR_FIRST = Optional.of(new ProviderId("dear"));

  private interface Work extends BiFunction<World, Storage, Worker> {}

  @Test
  void polling_stores_no_sms_twice() {
    frozen(
        RevivedNodeTest::poll,
        world -> {
          var order = world.placed("k");
          world.cheap.deliver(world.lease(order), "Your code is 480215");
          world.cheap.deliver(world.lease(order), "Your code is 519304");
        });
  }

  @Test
  void polling_stores_another_sms_once() {
    frozen(
        RevivedNodeTest::poll,
        world -> {
          var order = world.placed("k");
          world.deliver(order, "Your code is 480215");
          world.clock.advance(CLAIM_AND_MORE);
          world.codeport.requestAnotherCode(world.account, order.id());
          world.cheap.deliver(world.lease(order), "Your code is 519304");
        });
  }

  @Test
  void polling_refunds_a_withdrawn_number_once() {
    frozen(
        RevivedNodeTest::poll,
        world -> {
          world.placed("k");
          world.cheap.books().getFirst().canceled = true;
        });
  }

  @Test
  void polling_lets_a_withdrawn_number_be_replaced_once() {
    frozen(
        RevivedNodeTest::poll,
        world -> {
          world.urgent("k", World.upTo(5000), SIX_MINUTES);
          world.cheap.books().getFirst().canceled = true;
        });
  }

  @Test
  void what_expires_is_refunded_once() {
    frozen(
        RevivedNodeTest::expire,
        world -> {
          world.placed("k");
          world.clock.advance(FakeVendor.LIFETIME);
        });
  }

  @Test
  void an_sms_of_the_last_second_is_paid_for_once() {
    frozen(
        RevivedNodeTest::expire,
        world -> {
          var order = world.placed("k");
          world.clock.advance(FakeVendor.LIFETIME.minusSeconds(1));
          world.cheap.deliver(world.lease(order), "Your code is 480215");
          world.clock.advance(Duration.ofSeconds(1));
        });
  }

  @Test
  void what_had_its_sms_is_completed_once() {
    frozen(
        RevivedNodeTest::expire,
        world -> {
          world.deliver(world.placed("k"), "Your code is 480215");
          world.clock.advance(FakeVendor.LIFETIME);
        });
  }

  @Test
  void what_the_vendor_never_takes_back_is_booked_as_a_leak_once() {
    frozen(
        RevivedNodeTest::expire,
        world -> {
          world.placed("k");
          world.cheap.failingWith(Fault.CANCEL_REFUSED, Fault.POLL_FAILS);
          world.clock.advance(FakeVendor.LIFETIME.plus(ExpireOrders.PATIENCE));
        });
  }

  @Test
  void a_number_found_in_the_vendors_list_is_taken_once() {
    frozen(
        RevivedNodeTest::settle,
        world -> {
          world.cheap.failingWith(Fault.LEASE_LOST);
          world.placed("k");
          world.cheap.heal();
        });
  }

  @Test
  void what_is_not_in_the_vendors_list_is_refunded_once() {
    frozen(
        RevivedNodeTest::settleOfASecondList,
        world -> {
          world.cheap.failingWith(Fault.REQUEST_LOST);
          world.placed("k");
          world.cheap.heal();
          world.clock.advance(Duration.ofSeconds(90));
        });
  }

  @Test
  void what_a_vendor_without_a_list_lost_is_written_off_once() {
    frozen(
        RevivedNodeTest::settle,
        world -> {
          world.dear.failingWith(Fault.LEASE_LOST);
          world.place("k", World.upTo(5000, DEAR_FIRST), 1);
          world.dear.heal();
          world.clock.advance(Duration.ofSeconds(90));
        });
  }

  @Test
  void a_queued_cancel_happens_once() {
    frozen(
        RevivedNodeTest::settle,
        world -> {
          world.codeport.queueCancel(world.account, world.placed("k").id());
          world.clock.advance(FakeVendor.CANCEL_AGE);
        });
  }

  @Test
  void an_sms_that_wins_over_a_queued_cancel_is_paid_for_once() {
    frozen(
        RevivedNodeTest::settle,
        world -> {
          var order = world.placed("k");
          world.codeport.queueCancel(world.account, order.id());
          world.cheap.deliver(world.lease(order), "Your code is 480215");
          world.clock.advance(FakeVendor.CANCEL_AGE);
        });
  }

  @Test
  void a_queued_cancel_that_is_refused_stays_refused() {
    frozen(
        RevivedNodeTest::settle,
        world -> {
          world.codeport.queueCancel(world.account, world.placed("k").id());
          world.cheap.failingWith(Fault.CANCEL_REFUSED);
          world.clock.advance(FakeVendor.CANCEL_AGE);
        });
  }

  @Test
  void a_cancel_whose_answer_was_lost_is_refunded_once() {
    frozen(
        RevivedNodeTest::settle,
        world -> {
          var order = world.placed("k");
          world.clock.advance(FakeVendor.CANCEL_AGE);
          world.cheap.failingWith(Fault.CANCEL_LOST);
          world.codeport.cancelOrder(world.account, order.id());
          world.cheap.heal();
          world.clock.advance(Duration.ofMinutes(1));
        });
  }

  @Test
  void a_pursued_order_moves_once() {
    frozen(
        RevivedNodeTest::pursue,
        world -> {
          world.urgent("k", World.upTo(5000, DEAR_FIRST), SIX_MINUTES);
          world.clock.advance(FakeVendor.CANCEL_AGE);
        });
  }

  @Test
  void an_sms_that_wins_over_a_move_is_paid_for_once() {
    frozen(
        RevivedNodeTest::pursue,
        world -> {
          world.urgent("k", World.upTo(5000), SIX_MINUTES);
          var lease = world.cheap.books().getFirst().id;
          world.clock.advance(FakeVendor.CANCEL_AGE);
          world.cheap.books().getFirst().texts.add("Your code is 480215 on " + lease);
        });
  }

  @Test
  void what_finds_no_other_number_stays_where_it_is() {
    frozen(
        RevivedNodeTest::pursue,
        world -> {
          world.urgent("k", World.upTo(2000), SIX_MINUTES);
          world.clock.advance(FakeVendor.CANCEL_AGE);
        });
  }

  /** At every moment, each in a world of its own. */
  private static void frozen(Work work, Consumer<World> begin) {
    var refused = 0;
    for (int moment = 1; ; moment++) {
      var world = new World();
      begin.accept(world);
      var seen = new AtomicReference<Seen>();
      var freezing = new Freezing(moment, () -> seen.set(anotherWorks(world)));

      work.apply(world, freezing.over(world.storage)).runOnce(world.clock.instant());

      if (!freezing.froze()) {
        assertTrue(refused > 0, "it never committed anything");
        return;
      }
      assertEquals(seen.get(), Seen.of(world), "frozen at moment " + moment);
      for (var answer : freezing.answers()) {
        assertInstanceOf(CommitResult.Stale.class, answer, "frozen at moment " + moment);
      }
      refused += freezing.answers().size();
    }
  }

  private static Seen anotherWorks(World world) {
    for (int i = 0; i < 8; i++) {
      world.advance(CLAIM_AND_MORE);
    }
    return Seen.of(world);
  }

  private static Worker poll(World world, Storage storage) {
    return new PollLeases(parts(world, storage, world.cheap), Duration.ofSeconds(3));
  }

  private static Worker expire(World world, Storage storage) {
    return new ExpireOrders(parts(world, storage, world.cheap, world.dear));
  }

  private static Worker settle(World world, Storage storage) {
    return new SettleOrders(parts(world, storage, world.cheap, world.dear));
  }

  /** One that has read the list before. */
  private static Worker settleOfASecondList(World world, Storage storage) {
    var worker = settle(world, storage);
    worker.runOnce(world.clock.instant());
    world.clock.advance(CLAIM_AND_MORE);
    return worker;
  }

  private static Worker pursue(World world, Storage storage) {
    return new PursueOrders(parts(world, storage, world.cheap, world.dear));
  }

  private static OrderParts parts(World world, Storage storage, FakeVendor... vendors) {
    return Parts.of(world, storage, "frozen", List.of(vendors));
  }

  /** All that there is: what we know of the account, and what the vendors have in their books. */
  private record Seen(Snapshot ours, Wallets.Audit books, List<String> theirs) {
    static Seen of(World world) {
      return new Seen(
          Snapshot.of(world.storage, world.account),
          world.storage.wallets().audit(),
          Stream.of(world.cheap, world.dear)
              .flatMap(vendor -> vendor.books().stream())
              .map(one -> one.id + one.texts + one.isBilled(world.clock.instant()))
              .toList());
    }
  }
}
