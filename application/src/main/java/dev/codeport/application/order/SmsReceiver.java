package dev.codeport.application.order;

import dev.codeport.domain.code.Code;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Brings what vendors show into orders: what is known is dropped, what is new is committed. */
final class SmsReceiver {
  private static final int TRIES = 10;

  private final OrderParts parts;

  SmsReceiver(OrderParts parts) {
    this.parts = parts;
  }

  /** What its number shows, in the order; answers it as it is in storage then. */
  Order receive(Order order, Collection<UpstreamSms> shown) {
    return receive(order, order.leased().orElseThrow().ref(), shown);
  }

  /** What a number shows that the order has or had. What comes on a former one is late. */
  Order receive(Order order, LeaseRef from, Collection<UpstreamSms> shown) {
    var current = order;
    for (var message : shown) {
      current = receive(current, from, message);
    }
    return current;
  }

  private Order receive(Order order, LeaseRef from, UpstreamSms message) {
    var current = order;
    for (int i = 0; i < TRIES; i++) {
      var known = parts.storage().orders().messages(current.id());
      if (known.stream().anyMatch(sms -> sms.key().equals(message.key()))) {
        return current;
      }
      var now = parts.clock().instant();
      var sms = read(current, known, message, isLate(current, from), now);
      var next = commit(current, sms, now);
      if (next.isPresent()) {
        return next.get();
      }
      current = parts.storage().orders().find(current.id()).orElseThrow();
    }
    throw new IllegalStateException("order " + order.id() + " changes too fast");
  }

  private static boolean isLate(Order order, LeaseRef from) {
    return order instanceof Order.Closed
        || order.leased().map(Lease::ref).filter(from::equals).isEmpty();
  }

  private Optional<Order> commit(Order order, Sms sms, Instant now) {
    if (sms.late()) {
      return commitLate(order, sms, now);
    }
    return switch (order) {
      case Order.Placed placed ->
          throw new IllegalStateException("an SMS for an order without a number");
      case Order.Active active -> {
        var step = active.receive(sms, now);
        var committed = committed(Change.of(step).message(sms).build());
        if (committed) {
          var since = Duration.between(active.terms().placedAt(), now);
          parts.observer().smsReceived(active.lease().ref().provider(), since);
        }
        yield committed ? Optional.of(step.order()) : Optional.empty();
      }
      case Order.Received received -> {
        var step = received.receive(sms, now);
        yield committed(Change.of(step).message(sms).build())
            ? Optional.of(step.order())
            : Optional.empty();
      }
      case Order.Closed closed ->
          throw new IllegalStateException("an SMS in time for an order that has ended");
    };
  }

  private Optional<Order> commitLate(Order order, Sms sms, Instant now) {
    var event =
        Event.ofSms(order.account(), Event.Type.LATE_SMS_RECEIVED, order.id(), sms.revision(), now);
    var change = Change.of(order.account()).message(sms).event(event).build();
    return committed(change) ? Optional.of(order) : Optional.empty();
  }

  private boolean committed(Change change) {
    return switch (parts.storage().commit(change)) {
      case CommitResult.Committed committed -> true;
      case CommitResult.Stale stale -> false;
      case CommitResult.TooPoor poor -> throw new IllegalStateException("an SMS takes nothing new");
      case CommitResult.KeyTaken taken -> throw new IllegalStateException("an SMS needs no key");
    };
  }

  private Sms read(Order order, List<Sms> known, UpstreamSms message, boolean late, Instant now) {
    var extraction = parts.extractor().extract(message.text());
    var vendors = message.code().filter(text -> !text.isBlank()).flatMap(SmsReceiver::code);
    var rule = extraction.code().isEmpty() && vendors.isPresent() ? "vendor" : extraction.rule();
    return new Sms(
        order.id(),
        known.size() + 1,
        message.key(),
        message.text(),
        extraction.code().or(() -> vendors),
        rule,
        now,
        late);
  }

  private static Optional<Code> code(String text) {
    try {
      return Optional.of(new Code(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
