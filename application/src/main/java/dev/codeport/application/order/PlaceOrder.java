package dev.codeport.application.order;

import dev.codeport.domain.account.Ban;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Orders numbers: holds their price, asks vendors in the order the wish's policy gives, and answers
 * when each order has a number, was refused by all, or lost a vendor's answer.
 *
 * <p>May be repeated with the same {@link Repeatable} however often: there is one set of orders.
 */
public interface PlaceOrder {
  Result placeOrder(Command command);

  static PlaceOrder over(OrderParts parts) {
    return new PlaceOrderService(parts);
  }

  /**
   * @param repeatable none when the request is never to be recognised again
   * @param quantity how many numbers, 1 to 100
   */
  record Command(AccountId account, Optional<Repeatable> repeatable, Wish wish, int quantity) {
    public Command {
      if (quantity < 1 || quantity > 100) {
        throw new IllegalArgumentException("quantity is 1 to 100");
      }
    }
  }

  sealed interface Result {}

  /**
   * @param orders those with a number and those whose vendor's answer got lost; at least one
   * @param failed how many more were asked for; nothing was taken for them
   */
  record Accepted(List<ShownOrder> orders, int failed) implements Result {}

  /** The same request again: the same orders, as they are now. */
  record Replayed(List<ShownOrder> orders, int failed) implements Result {}

  /** Nothing fits product, operator and bounds, or nothing of it is in stock. */
  record NoOffer() implements Result {}

  /** The account cannot pay for all of it; nothing was ordered. */
  record TooPoor(Money needed, Money available) implements Result {}

  /** The key was used for a request that meant something else. */
  record KeyReused() implements Result {}

  /** The same request is being worked on. */
  record InProgress(Duration retryAfter) implements Result {}

  /** The abuse guard keeps the account from ordering. */
  record Banned(Ban ban, Duration retryAfter) implements Result {}

  /** No rate, or too old a one, leads from the vendors' currency to the ledger's. */
  record NoRate() implements Result {}

  /** Every vendor asked refused or could not be reached; nothing was taken. */
  record ProviderFailed(String reason) implements Result {}
}
