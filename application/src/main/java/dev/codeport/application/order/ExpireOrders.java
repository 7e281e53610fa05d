package dev.codeport.application.order;

import dev.codeport.application.worker.Parallel;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.CancelResult;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends orders whose time is over. One with an SMS is completed. One without is polled once more; if
 * still nothing came, the vendor is asked to take the number back, and only its yes releases the
 * money. A vendor that says nothing for {@link #PATIENCE} loses: the customer gets the money, the
 * cost is booked as a leak.
 */
public final class ExpireOrders implements Worker {
  static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int AT_ONCE = 200;
  private static final Duration CLAIM = Duration.ofSeconds(30);

  private final OrderParts parts;
  private final Closing closing;
  private final Completion completion;
  private final SmsReceiver receiver;
  private final LeasePoll poll;

  public ExpireOrders(OrderParts parts) {
    this.parts = parts;
    this.closing = new Closing(parts);
    this.completion = new Completion(parts);
    this.receiver = new SmsReceiver(parts);
    this.poll = new LeasePoll(parts);
  }

  @Override
  public String name() {
    return "expire-orders";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public int runOnce(Instant now) {
    var due = parts.storage().orders().claimDue(Orders.Due.EXPIRE, now, AT_ONCE, now.plus(CLAIM));
    return Parallel.count(due, this::expire);
  }

  private boolean expire(Order order) {
    return switch (order) {
      case Order.Placed placed -> false;
      case Order.Active active -> expire(active);
      case Order.Received received -> completion.complete(received).isPresent();
      case Order.Closed closed -> false;
    };
  }

  private boolean expire(Order.Active order) {
    var news = poll.news(order);
    var polled = news.map(n -> receiver.receive(order, n.messages())).orElse(order);
    return switch (polled) {
      case Order.Placed placed -> false;
      case Order.Active active -> giveBack(active);
      case Order.Received received -> completion.complete(received).isPresent();
      case Order.Closed closed -> true;
    };
  }

  private boolean giveBack(Order.Active order) {
    var ref = order.lease().ref();
    var provider = parts.pool().find(ref.provider());
    if (provider.isEmpty()) {
      return closing.writtenOff(order, "the vendor is no longer configured");
    }
    return switch (provider.get().cancel(ref)) {
      case CancelResult.Canceled canceled -> closing.expired(order);
      case CancelResult.HasSms has -> writeOffInTime(order, "the vendor says an SMS came");
      case CancelResult.TooEarly early -> writeOffInTime(order, "too early to take back");
      case CancelResult.Refused refused -> writeOffInTime(order, refused.detail());
      case CancelResult.Unavailable away -> writeOffInTime(order, away.detail());
      case CancelResult.Unknown unknown -> writeOffInTime(order, unknown.detail());
    };
  }

  private boolean writeOffInTime(Order.Active order, String reason) {
    var over = order.lease().expiresAt().plus(PATIENCE);
    return !parts.clock().instant().isBefore(over) && closing.writtenOff(order, reason);
  }
}
