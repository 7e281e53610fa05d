package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Money;
import java.time.Duration;
import java.util.Optional;

/** Rents the number of a completed order again, as a new order with a price of its own. */
public interface ReactivateOrder {
  Result reactivateOrder(Command command);

  /** What it would cost now; asks the vendor and changes nothing. */
  Result quoteReactivation(AccountId account, OrderId id);

  static ReactivateOrder over(OrderParts parts) {
    return new ReactivateOrderService(parts);
  }

  /**
   * @param maxPrice not to be exceeded, in the ledger's currency
   */
  record Command(
      AccountId account, Optional<Repeatable> repeatable, OrderId id, Optional<Money> maxPrice) {}

  sealed interface Result {}

  record Reactivated(ShownOrder order) implements Result {}

  record Replayed(ShownOrder order) implements Result {}

  record Quoted(Money price) implements Result {}

  record NotFound() implements Result {}

  /**
   * The order is not completed, its number cannot be had again, or it is just being reactivated.
   */
  record NotAllowed(String reason) implements Result {}

  record TooDear(Money price) implements Result {}

  record TooPoor(Money needed, Money available) implements Result {}

  record KeyReused() implements Result {}

  record InProgress(Duration retryAfter) implements Result {}

  record NoRate() implements Result {}

  record ProviderFailed(String reason) implements Result {}
}
