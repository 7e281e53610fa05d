package dev.codeport.application.order;

import dev.codeport.domain.account.Ban;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.order.Pursuit;
import dev.codeport.domain.order.Wish;
import java.time.Duration;
import java.time.Instant;
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
   * @param urgency by when a code is wanted of each, if it is to go from number to number for it;
   *     only with a highest price
   */
  record Command(
      AccountId account,
      Optional<Repeatable> repeatable,
      Wish wish,
      int quantity,
      Optional<Urgency> urgency) {
    public Command {
      if (quantity < 1 || quantity > 100) {
        throw new IllegalArgumentException("quantity is 1 to 100");
      }
      if (urgency.isPresent() && !hasBudget(wish)) {
        throw new IllegalArgumentException("an urgent order has a highest price");
      }
    }

    public Command(AccountId account, Optional<Repeatable> repeatable, Wish wish, int quantity) {
      this(account, repeatable, wish, quantity, Optional.empty());
    }

    private static boolean hasBudget(Wish wish) {
      return wish instanceof Wish.Routed routed && routed.bounds().maxPrice().isPresent();
    }
  }

  /**
   * A code is wanted within a time. While there is time, a number that brings none is given back
   * and another tier, operator or vendor is asked, by itself and under the same order; only the
   * number that brings a code is paid for.
   *
   * @param codeWithin 1 to 20 minutes; then the order expires, though never before its vendor takes
   *     the number back
   * @param moveAfter how long one number is waited for, 10 seconds or more; longer if its vendor
   *     takes it back only later
   */
  record Urgency(Duration codeWithin, Duration moveAfter) {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofMinutes(20);
    public static final Duration SOONEST_MOVE = Duration.ofSeconds(10);
    public static final Duration USUAL_MOVE = Duration.ofSeconds(60);

    public Urgency {
      if (codeWithin.compareTo(SHORTEST) < 0 || codeWithin.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a code is wanted within 1 to 20 minutes");
      }
      if (moveAfter.compareTo(SOONEST_MOVE) < 0) {
        throw new IllegalArgumentException("a number is waited for 10 seconds or more");
      }
    }

    public static Urgency within(Duration codeWithin) {
      return new Urgency(codeWithin, USUAL_MOVE);
    }

    static Urgency of(OrderTerms terms, Pursuit pursuit) {
      return new Urgency(Duration.between(terms.placedAt(), pursuit.codeBy()), pursuit.moveAfter());
    }

    Pursuit from(Instant now) {
      return new Pursuit(now.plus(codeWithin), moveAfter);
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
