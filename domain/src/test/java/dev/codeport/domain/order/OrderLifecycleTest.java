package dev.codeport.domain.order;

import static dev.codeport.domain.money.Currency.IDR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.OrderLifecycle.Move;
import dev.codeport.domain.order.OrderLifecycle.State;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {
  private static final int WALKS = 20_000;

  @Test
  void the_types_and_the_picture_agree_on_every_walk() {
    var seed = 5110511L;
    var random = new Random(seed);
    Map<State, Map<State, Set<Move>>> seen = new EnumMap<>(State.class);
    for (int walk = 0; walk < WALKS; walk++) {
      walk(random, "seed " + seed + ", walk " + walk, seen);
    }

    var graph = OrderLifecycle.graph();
    for (var edge : graph.edges()) {
      var moves = graph.edgeValue(edge.nodeU(), edge.nodeV()).orElse(Set.of());
      assertEquals(
          moves,
          seen.getOrDefault(edge.nodeU(), Map.of()).getOrDefault(edge.nodeV(), Set.of()),
          edge + " was not walked whole");
    }
  }

  private static void walk(Random random, String where, Map<State, Map<State, Set<Move>>> seen) {
    var first = Sample.placed();
    Order order = first.order();
    var entries = new ArrayList<>(first.entries());
    var events = 0;
    for (int i = 0; i < 12 && !(order instanceof Order.Closed); i++) {
      var from = State.of(order);
      var move = pick(order, random);
      var step = move(order, move, Sample.NOON.plusSeconds(i), random);
      var to = State.of(step.order());

      var allowed = OrderLifecycle.graph().edgeValue(from, to).orElse(Set.of());
      assertTrue(allowed.contains(move), () -> where + ": " + from + " -" + move + "-> " + to);
      assertEquals(order.revision() + 1, step.order().revision(), where);
      seen.computeIfAbsent(from, s -> new EnumMap<>(State.class))
          .computeIfAbsent(to, s -> EnumSet.noneOf(Move.class))
          .add(move);
      entries.addAll(step.entries());
      events += step.events().size();
      order = step.order();
      assertMoneyFits(order, entries, where);
    }
    assertTrue(State.of(order) == State.PLACED || events > 0, where);
  }

  private static void assertMoneyFits(Order order, List<Entry> entries, String where) {
    var held = sum(entries, Book.HELD);
    var captured = entries.stream().filter(e -> e.kind() == Entry.Kind.CAPTURE).count();
    var released = entries.stream().filter(e -> e.kind() == Entry.Kind.RELEASE).count();
    switch (order) {
      case Order.Placed placed -> assertEquals(placed.charge().price(), held, where);
      case Order.Active active -> assertEquals(active.charge().price(), held, where);
      case Order.Received received -> assertEquals(1, captured, where);
      case Order.Closed closed -> {
        assertEquals(1, captured + released, where);
        assertEquals(closed.ending().isPaid() ? 1 : 0, captured, where);
        assertEquals(closed.received().isPresent(), closed.ending().isPaid(), where);
        assertTrue(held.isZero(), where);
      }
    }
    var paid = sum(entries, Book.REVENUE);
    assertEquals(captured == 1 ? order.charge().price() : Money.zero(IDR), paid, where);
  }

  private static Money sum(List<Entry> entries, Book book) {
    return entries.stream().map(e -> e.into(book, IDR)).reduce(Money.zero(IDR), Money::plus);
  }

  private static Move pick(Order order, Random random) {
    var moves =
        switch (order) {
          case Order.Placed placed ->
              List.of(
                  Move.REROUTE,
                  Move.UNSETTLE,
                  Move.LOOK_AGAIN,
                  Move.ACTIVATE,
                  Move.REFUSE,
                  Move.FAIL,
                  Move.CANCEL);
          case Order.Active active ->
              List.of(
                  Move.RECEIVE,
                  Move.QUEUE_CANCEL,
                  Move.ASK_CANCEL,
                  Move.KEEP,
                  Move.PLAN_MOVE,
                  Move.LEAVE,
                  Move.STAY,
                  Move.MOVE,
                  Move.FAIL,
                  Move.CANCEL,
                  Move.WITHDRAWN,
                  Move.EXPIRE);
          case Order.Received received -> List.of(Move.RECEIVE, Move.ANOTHER, Move.COMPLETE);
          case Order.Closed closed -> List.<Move>of();
        };
    return moves.get(random.nextInt(moves.size()));
  }

  private static Step<? extends Order> move(Order order, Move move, Instant now, Random random) {
    return switch (order) {
      case Order.Placed placed ->
          switch (move) {
            case REROUTE -> placed.reroute(Sample.route(5000 + random.nextInt(5000)), now);
            case UNSETTLE -> placed.unsettle();
            case LOOK_AGAIN -> placed.lookAgain(now.plusSeconds(10), now);
            case CANCEL -> placed.cancel(now);
            case ACTIVATE -> placed.activate(Sample.lease(), now);
            case REFUSE -> placed.refuse("none", now);
            case FAIL -> placed.fail("lost", now);
            default -> throw new AssertionError(move);
          };
      case Order.Active active ->
          switch (move) {
            case RECEIVE -> active.receive(Sample.sms(1, "480215", now), now);
            case QUEUE_CANCEL -> active.queueCancel(now);
            case PLAN_MOVE -> active.moveAt(now);
            case LEAVE -> active.leave(now);
            case STAY -> active.stay();
            case MOVE -> active.move(Sample.route(5000 + random.nextInt(5000)), now);
            case FAIL -> active.fail("none", now);
            case ASK_CANCEL -> active.askCancel(now);
            case KEEP -> active.keep();
            case CANCEL -> active.cancel(now);
            case WITHDRAWN -> active.withdrawn("gone", now);
            case EXPIRE -> active.expire(now);
            default -> throw new AssertionError(move);
          };
      case Order.Received received ->
          switch (move) {
            case RECEIVE ->
                received.receive(Sample.sms(received.inbox().revision() + 1, "", now), now);
            case ANOTHER -> received.another(now);
            case COMPLETE -> received.complete(now);
            default -> throw new AssertionError(move);
          };
      case Order.Closed closed -> throw new AssertionError(move);
    };
  }
}
