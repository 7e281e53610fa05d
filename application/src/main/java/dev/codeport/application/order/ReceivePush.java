package dev.codeport.application.order;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Push;
import java.time.Duration;

/**
 * Takes what a vendor sends by itself when an SMS came.
 *
 * <p>A push is not believed: it only makes us look at its lease at once, by the same question and
 * on the same way as ever. So a forged one can bring no SMS into an order, a repeated or late one
 * brings none twice, and it does not matter in which order they come.
 */
public interface ReceivePush {
  Result receivePush(ProviderId provider, Push push);

  static ReceivePush over(OrderParts parts) {
    return new ReceivePushService(parts);
  }

  sealed interface Result {}

  /** Whatever the vendor shows of this lease is in its order now. */
  record Taken() implements Result {}

  /** No order has this lease; perhaps not yet. */
  record NoSuchLease() implements Result {}

  /** It says nothing that can be understood. */
  record Garbage(String detail) implements Result {}

  /** Not a vendor of ours, not told to push, or not from there. */
  record Forbidden() implements Result {}

  /** The vendor could not be asked; it should push again. */
  record Later(Duration retryAfter) implements Result {}
}
