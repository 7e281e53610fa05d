package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * Gives a number back before an SMS came: the vendor is asked first, the refund follows its yes.
 */
public interface CancelOrder {
  Result cancelOrder(AccountId account, OrderId id);

  static CancelOrder over(OrderParts parts) {
    return new CancelOrderService(parts);
  }

  sealed interface Result {}

  /**
   * @param refunded the whole price
   * @param balance what the account has available after it
   */
  record Canceled(ShownOrder order, Money refunded, Money balance) implements Result {}

  record NotFound() implements Result {}

  /** The order has an SMS, has ended, has no number yet, or is being canceled already. */
  record NotAllowed(String reason) implements Result {}

  record TooEarly(Instant availableAt) implements Result {}

  /** The account has canceled as often as it may in one day (UTC). */
  record CapReached(Duration retryAfter) implements Result {}

  /** The vendor does not take it back; the order goes on. */
  record ProviderRefused(String reason) implements Result {}

  /** The vendor's answer is missing; it will be asked again until there is one. */
  record Unsettled(String reason) implements Result {}
}
