package dev.codeport.domain.order;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pool.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads of orders, their attempts and their messages, as changes brought them in. */
public interface Orders {
  Optional<Order> find(OrderId id);

  /** The order if it is this account's. */
  Optional<Order> find(AccountId account, OrderId id);

  /** These orders, by id; those that do not exist are left out. */
  List<Order> all(Collection<OrderId> ids);

  /**
   * The account's orders that the customer may see, newest first: those refused, and those for
   * which a first vendor is still being asked, are not among them.
   *
   * @param limit 1 to 1000
   * @param offset how many to pass over
   */
  List<Order> list(AccountId account, Shown shown, int limit, long offset);

  /**
   * The account's orders that the customer may see and that are wanted, newest first.
   *
   * @param limit 1 to 1001
   */
  List<Order> list(AccountId account, Listing wanted, int limit);

  /** The order for which this lease was taken. */
  Optional<Order> byLease(LeaseRef lease);

  /** Numbers of this vendor whose orders have not ended, by order id above {@code after}. */
  List<Watched> watched(ProviderId provider, long after, int limit);

  /** Every message of an order, by revision. */
  List<Sms> messages(OrderId id);

  /** What was asked of vendors for an order, in order. */
  List<Attempt> attempts(OrderId id);

  /** Attempts at this vendor of which it is not known whether it holds a number, oldest first. */
  List<Attempt> unsettled(ProviderId provider, Instant askedBefore, int limit);

  /**
   * What was asked of this vendor from {@code from} on and before {@code before}, oldest first.
   *
   * @param limit 1 to 100000
   */
  List<Attempt> asked(ProviderId provider, Instant from, Instant before, int limit);

  /** Which of these leases some attempt of ours already has. */
  Set<LeaseRef> known(Collection<LeaseRef> leases);

  /**
   * Hands orders that need attention to one worker: until {@code until} nobody else is given them.
   * The soonest due come first.
   */
  List<Order> claimDue(Due due, Instant now, int limit, Instant until);

  /**
   * How the account's newest orders ended that were closed since then, newest first, at most {@code
   * limit}; refused and failed ones do not count.
   */
  List<Ending> newestEndings(AccountId account, Instant since, int limit);

  /**
   * How many of the account's orders were canceled by the customer since then; those that the
   * vendor gave up, for a reason, do not count.
   */
  int canceledSince(AccountId account, Instant since);

  /**
   * How often codes arrived on this product's tiers, of the numbers whose outcome came since then;
   * where there was no number nothing counts. A tier without any is left out.
   */
  Map<TierId, Success> success(CatalogProductId product, Instant since);

  /**
   * The outcomes of this product's tiers, as {@link Tally#of} counts them. A tier without any is
   * left out.
   *
   * @param halfLife after which an outcome counts half as much
   */
  Map<TierId, Tally> tallies(CatalogProductId product, Instant now, Duration halfLife);

  /**
   * What the account paid for orders whose first SMS came in this time, by day (UTC) and product,
   * the oldest first; days and products without any are left out.
   *
   * @param to exclusive
   */
  List<Spend> spend(AccountId account, Instant from, Instant to);

  /** How often codes arrived at each vendor, of the orders ended since then. */
  Map<ProviderId, Success> success(Instant since);

  /**
   * How often codes arrived at this vendor, by product, of the numbers whose outcome came since
   * then, as {@link #success(CatalogProductId, Instant)} counts them. A product without any is left
   * out.
   */
  Map<CatalogProductId, Success> success(ProviderId provider, Instant since);

  /** Whether a reactivation of this order was placed that has neither a number nor an end yet. */
  boolean isReactivating(OrderId parent);

  /**
   * @param orders how many were paid for
   */
  record Spend(LocalDate day, CatalogProductId product, Money amount, long orders) {}

  /** A number on which something may still come. */
  record Watched(OrderId order, LeaseRef lease, Instant placedAt) {}

  /** What of an account's orders is to be listed. */
  enum Shown {
    ALL,
    /** Not ended: placed and unsettled or moving, active, received. */
    OPEN,
    /** Waiting for an SMS: unsettled, moving, active, or received and awaiting another. */
    WAITING,
    /** With an SMS, not awaiting another. */
    RECEIVED,
    COMPLETED,
    /** Canceled or failed. */
    CANCELED,
    EXPIRED
  }

  /** Why an order needs attention. */
  enum Due {
    /**
     * A vendor's answer is missing, to a request for a number or for a cancel; or it is time for
     * one that was queued.
     */
    SETTLE,
    /** It is time to look for another number. */
    MOVE,
    /** Its time is over. */
    EXPIRE
  }
}
