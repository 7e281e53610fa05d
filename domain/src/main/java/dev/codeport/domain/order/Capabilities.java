package dev.codeport.domain.order;

import java.time.Instant;
import java.util.Optional;

/**
 * What the customer may do with an order now, and when time alone will allow what is not yet
 * allowed. Computed when the order is read, never stored.
 *
 * @param cancelQueuedFor when the order will be canceled by itself, if the customer wished so
 */
public record Capabilities(
    boolean canFinish,
    boolean canAnother,
    boolean canCancel,
    boolean canReplace,
    boolean canReactivate,
    Optional<Instant> anotherAvailableAt,
    Optional<Instant> cancelAvailableAt,
    Optional<Instant> replaceAvailableAt,
    Optional<Instant> cancelQueuedFor) {

  public static Capabilities of(Order order, OrderRules rules, Instant now) {
    var cancel = rules.cancel(order, now);
    var another = rules.another(order, now);
    var cancelAt = cancel.flatMap(OrderRules.Refusal::availableAt);
    return new Capabilities(
        rules.finish(order, now).isEmpty(),
        another.isEmpty(),
        cancel.isEmpty(),
        cancel.isEmpty(),
        rules.reactivate(order, now).isEmpty(),
        another.flatMap(OrderRules.Refusal::availableAt),
        cancelAt,
        cancelAt,
        queuedFor(order));
  }

  private static Optional<Instant> queuedFor(Order order) {
    return order instanceof Order.Active active && active.plan() instanceof Plan.CancelAt cancel
        ? Optional.of(cancel.at())
        : Optional.empty();
  }
}
