package dev.codeport.application.order;

import dev.codeport.application.worker.Parallel;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.NumberProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks vendors whether something came: one question for all open leases of a vendor, as far as its
 * protocol allows, those that waited longest first. One node at a time asks one vendor.
 */
public final class PollLeases implements Worker {
  private static final int AT_ONCE = 500;
  private static final Duration TURN = Duration.ofSeconds(15);

  private final OrderParts parts;
  private final SmsReceiver receiver;
  private final Closing closing;
  private final Duration every;
  private final Map<ProviderId, Watchlist> watchlists = new ConcurrentHashMap<>();

  /**
   * @param every how long to wait between two rounds
   */
  public PollLeases(OrderParts parts, Duration every) {
    this.parts = parts;
    this.receiver = new SmsReceiver(parts);
    this.closing = new Closing(parts);
    this.every = every;
  }

  @Override
  public String name() {
    return "poll-leases";
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public int runOnce(Instant now) {
    return Parallel.sum(parts.pool().all(), provider -> poll(provider, now));
  }

  private int poll(NumberProvider provider, Instant now) {
    var id = provider.profile().id();
    if (!parts.storage().turns().take("poll-" + id, parts.node(), now, now.plus(TURN))) {
      // Another node tells what is new; what this one knew is of no use when the turn comes back.
      watchlists.remove(id);
      return 0;
    }
    var watchlist =
        watchlists.computeIfAbsent(id, key -> new Watchlist(parts.storage().orders(), key));
    var due = watchlist.due(now);
    if (due.isEmpty()) {
      return 0;
    }
    return switch (provider.poll(due)) {
      case Answer.Missing<Map<LeaseRef, LeaseNews>> missing -> 0;
      case Answer.Given<Map<LeaseRef, LeaseNews>> given ->
          take(watchlist, watchlist.fresh(given.value(), now));
    };
  }

  private int take(Watchlist watchlist, List<Watchlist.Fresh> fresh) {
    var changed = 0;
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      var some = fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE));
      var orders = orders(some);
      changed +=
          Parallel.sum(
              some,
              one ->
                  Optional.ofNullable(orders.get(one.order()))
                      .map(order -> take(watchlist, one, order))
                      .orElse(0));
    }
    return changed;
  }

  private Map<OrderId, Order> orders(List<Watchlist.Fresh> fresh) {
    var ids = fresh.stream().map(Watchlist.Fresh::order).toList();
    return parts.storage().orders().all(ids).stream()
        .collect(Collectors.toMap(Order::id, Function.identity()));
  }

  private int take(Watchlist watchlist, Watchlist.Fresh fresh, Order order) {
    var news = fresh.news();
    var after = receiver.receive(order, fresh.lease(), news.messages());
    if (!after.leased().map(Lease::ref).equals(Optional.of(fresh.lease()))) {
      watchlist.drop(fresh.lease());
      return 0;
    }
    if (after instanceof Order.Active active && news.state() == LeaseNews.State.CANCELED) {
      // Not remembered: until it is closed it is news again in every round.
      return closing.givenUp(active) ? 1 : 0;
    }
    watchlist.taken(fresh);
    if (after instanceof Order.Closed) {
      watchlist.drop(fresh.lease());
    }
    return after.revision() == order.revision() ? 0 : 1;
  }
}
