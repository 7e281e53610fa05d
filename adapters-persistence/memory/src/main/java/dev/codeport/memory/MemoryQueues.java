package dev.codeport.memory;

import dev.codeport.domain.order.Attention;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Plan;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.storage.Queues;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.webhook.Delivery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

final class MemoryQueues implements Queues {
  private final Tables tables;

  MemoryQueues(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Waiting> waiting(Instant now) {
    return tables.locked(
        () ->
            Arrays.stream(Queue.values()).map(queue -> waiting(queue, times(queue, now))).toList());
  }

  private static Waiting waiting(Queue queue, Stream<Instant> times) {
    var all = times.toList();
    return new Waiting(queue, all.size(), all.stream().min(Comparator.naturalOrder()));
  }

  private Stream<Instant> times(Queue queue, Instant now) {
    return switch (queue) {
      case ORDERS_TO_SETTLE -> due(Orders.Due.SETTLE, now);
      case ORDERS_TO_MOVE -> due(Orders.Due.MOVE, now);
      case ORDERS_TO_EXPIRE -> due(Orders.Due.EXPIRE, now);
      case QUEUED_CANCELS -> tables.open.values().stream().flatMap(MemoryQueues::cancelAt);
      case UNSETTLED_ATTEMPTS -> unsettled();
      case WATCHED_NUMBERS ->
          tables.open.values().stream()
              .filter(order -> order.leased().isPresent())
              .map(order -> order.terms().placedAt());
      case DELIVERIES -> pending().map(Delivery::dueAt).filter(at -> !at.isAfter(now));
      case FAILED_DELIVERIES ->
          pending().filter(each -> each.tries() > 0).map(each -> each.event().event().at());
      case UNKNOWN_SENDS ->
          tables.proofs.open().stream()
              .filter(this::isUnknown)
              .map(each -> each.terms().startedAt());
      case VERIFICATIONS_TO_EXPIRE ->
          tables.proofs.open().stream()
              .map(each -> each.terms().expiresAt())
              .filter(at -> !at.isAfter(now));
    };
  }

  private Stream<Instant> due(Orders.Due due, Instant now) {
    return tables.open.values().stream()
        .flatMap(order -> Attention.of(order).stream())
        .filter(each -> each.due() == due && !each.at().isAfter(now))
        .map(Attention::at);
  }

  private static Stream<Instant> cancelAt(Order order) {
    return order instanceof Order.Active active && active.plan() instanceof Plan.CancelAt cancel
        ? Stream.of(cancel.at())
        : Stream.empty();
  }

  private Stream<Instant> unsettled() {
    return StreamSupport.stream(tables.everyAttempt().spliterator(), false)
        .flatMap(ofOrder -> ofOrder.values().stream())
        .filter(attempt -> attempt.state().isOpen())
        .map(Attempt::askedAt);
  }

  private Stream<Delivery> pending() {
    return tables
        .office
        .active()
        .flatMap(endpoint -> tables.office.all(endpoint.id()).values().stream())
        .map(Mail::delivery)
        .filter(each -> each.state() == Delivery.State.PENDING);
  }

  private boolean isUnknown(Verification verification) {
    return tables.proofs.dispatches(verification.account(), verification.id()).stream()
        .map(Dispatch::state)
        .anyMatch(state -> state == Dispatch.State.ASKING || state == Dispatch.State.UNKNOWN);
  }
}
