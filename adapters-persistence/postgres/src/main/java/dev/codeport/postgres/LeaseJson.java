package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.storage.Change;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A lease and the order it is for. */
record LeaseJson(LeaseRef lease, OrderId order) {
  private static final Comparator<LeaseJson> IN_LOCKING_ORDER =
      Comparator.comparing((LeaseJson l) -> l.lease.provider()).thenComparing(l -> l.lease.id());

  /**
   * The leases that a change brings in: with an attempt, or with an order as it becomes active.
   * Later states only carry on what is known.
   */
  static List<LeaseJson> of(Change change) {
    return Stream.concat(
            change.orders().stream()
                .filter(Order.Active.class::isInstance)
                .flatMap(o -> o.leased().stream().map(l -> new LeaseJson(l.ref(), o.id()))),
            change.attempts().stream()
                .flatMap(a -> a.lease().stream().map(lease -> new LeaseJson(lease, a.order()))))
        .distinct()
        .sorted(IN_LOCKING_ORDER)
        .toList();
  }

  RowJson row(AccountId account) {
    return new RowJson()
        .put("provider", lease.provider().value())
        .put("lease_id", lease.id())
        .put("order_id", order.value())
        .put("account_id", account.value());
  }
}
