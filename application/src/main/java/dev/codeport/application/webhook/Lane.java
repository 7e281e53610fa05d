package dev.codeport.application.webhook;

import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deliveries to endpoints that are well, or to those that fail: each kind has room of its own, so
 * that however many fail, those that are well do not wait for them.
 *
 * @param most on their way at once, in all
 * @param each as many of one endpoint are taken at once; one with as many on their way is passed
 *     over, so that at most twice as many ever are
 * @param account an account with as many on their way is passed over
 */
record Lane(
    boolean failing,
    int most,
    int each,
    int account,
    Traffic traffic,
    ReentrantLock taking,
    AtomicBoolean hungry) {
  static Lane well() {
    return lane(false, 512, 8, 64);
  }

  static Lane ailing() {
    return lane(true, 256, 2, 16);
  }

  private static Lane lane(boolean failing, int most, int each, int account) {
    return new Lane(
        failing, most, each, account, new Traffic(), new ReentrantLock(), new AtomicBoolean());
  }

  /** What of this lane is due and may begin; it counts as being on its way from now on. */
  List<Claimed> take(Deliveries deliveries, Instant now, Duration lease) {
    taking.lock();
    try {
      int room = most - traffic.count();
      hungry.set(true);
      if (room <= 0) {
        return List.of();
      }
      var wanted = wanted(now.plus(lease), room);
      var taken = deliveries.claimDue(now, wanted);
      hungry.set(!taken.isEmpty() || wanted.passesOver());
      taken.forEach(claimed -> traffic.begin(claimed.endpoint()));
      return taken;
    } finally {
      taking.unlock();
    }
  }

  /** Answers whether more may be waiting that had no room. */
  boolean end(Endpoint endpoint) {
    traffic.end(endpoint);
    return hungry.get();
  }

  private Deliveries.Wanted wanted(Instant until, int room) {
    return new Deliveries.Wanted(
        until, room, each, failing, traffic.endpointsWith(each), traffic.accountsWith(account));
  }
}
