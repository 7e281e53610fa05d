package dev.codeport.application.vendor;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.vendor.ReconcileVendor.Difference;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.storage.Turns;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Once a day, on one node, holds our books against each vendor's, and tells of differences. */
public final class ReconcileVendors implements Worker {
  private static final Logger LOG = System.getLogger(ReconcileVendors.class.getName());
  private static final Duration EVERY = Duration.ofHours(24);
  private static final int TOLD = 20;

  private final ReconcileVendor reconcile;
  private final Pool pool;
  private final Turns turns;
  private final String node;
  private final Observer observer;
  private final Map<ProviderId, Instant> done = new ConcurrentHashMap<>();

  public ReconcileVendors(
      ReconcileVendor reconcile, Pool pool, Turns turns, String node, Observer observer) {
    this.reconcile = reconcile;
    this.pool = pool;
    this.turns = turns;
    this.node = node;
    this.observer = observer;
  }

  @Override
  public String name() {
    return "reconcile-vendors";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public int runOnce(Instant now) {
    return (int)
        pool.all().stream()
            .map(provider -> provider.profile().id())
            .filter(id -> isDue(id, now))
            .filter(id -> turns.take("reconcile-" + id, node, now, now.plus(EVERY)))
            .filter(id -> reconcile(id, now))
            .count();
  }

  /** What was not told is asked for again in an hour. */
  private boolean reconcile(ProviderId id, Instant now) {
    var result = reconcile.reconcileVendor(id);
    done.put(id, now);
    return switch (result) {
      case ReconcileVendor.Reconciled reconciled -> {
        tell(id, reconciled);
        yield true;
      }
      case ReconcileVendor.Untold untold -> {
        done.put(id, now.minus(EVERY).plus(Duration.ofHours(1)));
        LOG.log(Level.WARNING, "vendor {0} could not be reconciled: {1}", id, untold.detail());
        yield false;
      }
      case ReconcileVendor.NoHistory none -> false;
      case ReconcileVendor.NoSuchVendor none -> false;
    };
  }

  private boolean isDue(ProviderId id, Instant now) {
    var last = done.get(id);
    return last == null || !last.plus(EVERY).isAfter(now);
  }

  private void tell(ProviderId id, ReconcileVendor.Reconciled reconciled) {
    observer.vendorReconciled(id, reconciled.differences().size());
    reconciled.balance().ifPresent(moved -> tell(id, moved));
    reconciled.differences().stream().limit(TOLD).forEach(each -> tell(id, each));
  }

  private static void tell(ProviderId id, ReconcileVendor.Moved moved) {
    if (!moved.unexplained().isZero()) {
      LOG.log(
          moved.unexplained().isNegative() ? Level.WARNING : Level.INFO,
          "our balance at vendor {0} moved by {1} more than our numbers explain",
          id,
          moved.unexplained());
    }
  }

  private static void tell(ProviderId id, Difference difference) {
    LOG.log(
        Level.WARNING,
        "vendor {0} and we differ: {1}, lease {2}, order {3}, ours {4}, theirs {5}",
        id,
        difference.kind(),
        difference.lease().map(LeaseRef::id).orElse("-"),
        difference.order().map(Object::toString).orElse("-"),
        difference.ours().map(Money::toString).orElse("-"),
        difference.theirs().map(Money::toString).orElse("-"));
  }
}
