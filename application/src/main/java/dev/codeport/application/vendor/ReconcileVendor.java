package dev.codeport.application.vendor;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.routing.Balances;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.LeaseRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Holds what we think that a vendor gave us against what the vendor says. */
public interface ReconcileVendor {
  /** How far it looks back. */
  Duration WINDOW = Duration.ofHours(26);

  /** What is younger may still change on either side. */
  Duration YOUNG = Duration.ofHours(2);

  /** Asks the vendor for its list now; changes nothing. */
  Result reconcileVendor(ProviderId provider);

  static ReconcileVendor over(Pool pool, Orders orders, Balances balances, InstantSource clock) {
    return new ReconcileVendorService(pool, orders, balances, clock);
  }

  sealed interface Result {}

  /**
   * @param attempts how many numbers we asked for in that time
   * @param holdings how many the vendor says that it gave
   * @param booked what those cost us by our books that were not given back
   * @param billed the same by the vendor's list
   * @param balance how our money there moved in that time, if this node was told at least twice
   */
  record Reconciled(
      Instant from,
      Instant before,
      int attempts,
      int holdings,
      Money booked,
      Money billed,
      Optional<Moved> balance,
      List<Difference> differences)
      implements Result {
    public Reconciled {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Our money at the vendor between two times at which it was told.
   *
   * @param spent on numbers, by our books, less what was given back
   * @param unexplained what moved otherwise: more than zero for what came, such as a top-up, less
   *     for money that went for no number of ours
   */
  record Moved(Balances.Balance first, Balances.Balance last, Money spent, Money unexplained) {}

  /** The vendor keeps no list of what has ended. */
  record NoHistory() implements Result {}

  record Untold(String detail) implements Result {}

  record NoSuchVendor() implements Result {}

  /**
   * @param order ours that it concerns, if any
   * @param ours what it costs by our books; so with {@code theirs}
   */
  record Difference(
      Kind kind,
      Optional<LeaseRef> lease,
      Optional<OrderId> order,
      Optional<Money> ours,
      Optional<Money> theirs) {}

  /** In which way the two differ. */
  enum Kind {
    /** The vendor gave a number that no attempt of ours has. */
    ORPHAN,
    /** We think that it was given back, the vendor that it is to be paid for. */
    NOT_REFUNDED,
    /** We think that it is to be paid for, the vendor that it was given back. */
    NOT_BILLED,
    /** We have a number that the vendor does not list. */
    NOT_LISTED,
    /** The vendor took another price. */
    OTHER_COST,
    /** Its cost was booked as lost; the vendor keeps it, or says nothing of it. */
    LEAKED,
    /** It is still not known what became of our request. */
    UNSETTLED
  }
}
