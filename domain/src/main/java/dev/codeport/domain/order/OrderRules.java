package dev.codeport.domain.order;

import dev.codeport.domain.pool.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * When a customer may do what. Each list is read from the top, the first refusal counts.
 *
 * @param anotherCooldown how long to wait between two requests for another code
 */
public record OrderRules(Duration anotherCooldown) {
  public static final OrderRules STANDARD = new OrderRules(Duration.ofSeconds(60));

  /** Why not, and from when on it is allowed if time alone changes it. */
  public record Refusal(String reason, Optional<Instant> availableAt) {
    static Optional<Refusal> because(boolean so, String reason) {
      return so ? Optional.of(new Refusal(reason, Optional.empty())) : Optional.empty();
    }

    static Optional<Refusal> until(Instant at, Instant now, String reason) {
      return now.isBefore(at)
          ? Optional.of(new Refusal(reason, Optional.of(at)))
          : Optional.empty();
    }
  }

  private interface Rule extends BiFunction<Order, Instant, Optional<Refusal>> {}

  public Optional<Refusal> cancel(Order order, Instant now) {
    return first(
        List.of(
            OrderRules::notClosed,
            OrderRules::noSms,
            OrderRules::hasNumber,
            OrderRules::notLeaving,
            OrderRules::notQueued,
            OrderRules::cancelWindow),
        order,
        now);
  }

  public Optional<Refusal> finish(Order order, Instant now) {
    return first(List.of(OrderRules::notClosed, OrderRules::hasSms), order, now);
  }

  public Optional<Refusal> another(Order order, Instant now) {
    return first(
        List.of(
            OrderRules::notClosed,
            OrderRules::hasSms,
            OrderRules::notExpired,
            OrderRules::canAnother,
            this::cooldown),
        order,
        now);
  }

  public Optional<Refusal> reactivate(Order order, Instant now) {
    return first(List.of(OrderRules::isCompleted, OrderRules::canReactivate), order, now);
  }

  private static Optional<Refusal> notClosed(Order order, Instant now) {
    return Refusal.because(order instanceof Order.Closed, "the order has ended");
  }

  private static Optional<Refusal> noSms(Order order, Instant now) {
    return Refusal.because(order.received().isPresent(), "an SMS has arrived");
  }

  private static Optional<Refusal> hasSms(Order order, Instant now) {
    return Refusal.because(order.received().isEmpty(), "no SMS has arrived yet");
  }

  private static Optional<Refusal> hasNumber(Order order, Instant now) {
    return Refusal.because(
        order.leased().isEmpty() && !isLooking(order), "the order is still being settled");
  }

  /** Between two numbers, with nobody being asked. */
  private static boolean isLooking(Order order) {
    return order instanceof Order.Placed placed && placed.lookAt().isPresent();
  }

  private static Optional<Refusal> notLeaving(Order order, Instant now) {
    return Refusal.because(
        order instanceof Order.Active active && active.plan() instanceof Plan.Leaving,
        "the order is changing its number");
  }

  private static Optional<Refusal> notQueued(Order order, Instant now) {
    return order instanceof Order.Active active && active.plan() instanceof Plan.CancelAt cancel
        ? Refusal.until(cancel.at(), now, "the cancel is queued")
        : Optional.empty();
  }

  private static Optional<Refusal> cancelWindow(Order order, Instant now) {
    return order
        .leased()
        .flatMap(lease -> Refusal.until(lease.cancelableFrom(), now, "it is too early to cancel"));
  }

  private static Optional<Refusal> notExpired(Order order, Instant now) {
    return Refusal.because(
        order.leased().filter(lease -> !now.isBefore(lease.expiresAt())).isPresent(),
        "the order's time is over");
  }

  private static Optional<Refusal> canAnother(Order order, Instant now) {
    return Refusal.because(
        order.leased().filter(lease -> !lease.canAnother()).isPresent(),
        "the vendor gives one code only");
  }

  private Optional<Refusal> cooldown(Order order, Instant now) {
    return order instanceof Order.Received received
        ? received
            .askedAt()
            .flatMap(
                at -> Refusal.until(at.plus(anotherCooldown), now, "another was just asked for"))
        : Optional.empty();
  }

  private static Optional<Refusal> isCompleted(Order order, Instant now) {
    return Refusal.because(
        !(order instanceof Order.Closed closed && closed.ending() == Ending.COMPLETED),
        "the order is not completed");
  }

  private static Optional<Refusal> canReactivate(Order order, Instant now) {
    return Refusal.because(
        order.leased().filter(Lease::canReactivate).isEmpty(), "the number cannot be had again");
  }

  private static Optional<Refusal> first(List<Rule> rules, Order order, Instant now) {
    return rules.stream().flatMap(rule -> rule.apply(order, now).stream()).findFirst();
  }
}
