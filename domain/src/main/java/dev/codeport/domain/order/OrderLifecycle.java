package dev.codeport.domain.order;

import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import java.util.Set;

/** The picture of an order's life as data: which move leads from which state to which. */
public final class OrderLifecycle {
  public enum State {
    PLACED,
    ACTIVE,
    RECEIVED,
    CLOSED;

    public static State of(Order order) {
      return switch (order) {
        case Order.Placed placed -> PLACED;
        case Order.Active active -> ACTIVE;
        case Order.Received received -> RECEIVED;
        case Order.Closed closed -> CLOSED;
      };
    }
  }

  public enum Move {
    REROUTE,
    UNSETTLE,
    LOOK_AGAIN,
    ACTIVATE,
    REFUSE,
    FAIL,
    RECEIVE,
    QUEUE_CANCEL,
    ASK_CANCEL,
    KEEP,
    CANCEL,
    WITHDRAWN,
    PLAN_MOVE,
    LEAVE,
    STAY,
    MOVE,
    EXPIRE,
    ANOTHER,
    COMPLETE
  }

  private static final ImmutableValueGraph<State, Set<Move>> GRAPH =
      ValueGraphBuilder.directed()
          .allowsSelfLoops(true)
          .<State, Set<Move>>immutable()
          .putEdgeValue(
              State.PLACED, State.PLACED, Set.of(Move.REROUTE, Move.UNSETTLE, Move.LOOK_AGAIN))
          .putEdgeValue(State.PLACED, State.ACTIVE, Set.of(Move.ACTIVATE))
          .putEdgeValue(State.PLACED, State.CLOSED, Set.of(Move.REFUSE, Move.FAIL, Move.CANCEL))
          .putEdgeValue(
              State.ACTIVE,
              State.ACTIVE,
              Set.of(
                  Move.QUEUE_CANCEL,
                  Move.ASK_CANCEL,
                  Move.KEEP,
                  Move.PLAN_MOVE,
                  Move.LEAVE,
                  Move.STAY))
          .putEdgeValue(State.ACTIVE, State.PLACED, Set.of(Move.MOVE))
          .putEdgeValue(State.ACTIVE, State.RECEIVED, Set.of(Move.RECEIVE))
          .putEdgeValue(
              State.ACTIVE,
              State.CLOSED,
              Set.of(Move.CANCEL, Move.WITHDRAWN, Move.EXPIRE, Move.FAIL))
          .putEdgeValue(State.RECEIVED, State.RECEIVED, Set.of(Move.RECEIVE, Move.ANOTHER))
          .putEdgeValue(State.RECEIVED, State.CLOSED, Set.of(Move.COMPLETE))
          .build();

  private OrderLifecycle() {}

  public static ImmutableValueGraph<State, Set<Move>> graph() {
    return GRAPH;
  }
}
