package dev.codeport.application.order;

import dev.codeport.application.worker.Worker;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.NumberProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks vendors whether something came, for all open orders of a vendor together. */
public final class PollLeases implements Worker {
  private static final int AT_ONCE = 500;
  private static final Duration TURN = Duration.ofSeconds(15);

  private final OrderParts parts;
  private final SmsReceiver receiver;
  private final Closing closing;
  private final Duration every;

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
    return parts.pool().all().stream().mapToInt(provider -> poll(provider, now)).sum();
  }

  private int poll(NumberProvider provider, Instant now) {
    var id = provider.profile().id();
    if (!parts.storage().turns().take("poll-" + id, parts.node(), now, now.plus(TURN))) {
      return 0;
    }
    var changed = 0;
    var after = 0L;
    List<Order> open;
    do {
      open = parts.storage().orders().open(id, after, AT_ONCE);
      changed += poll(provider, open);
      after = open.isEmpty() ? after : open.getLast().id().value();
    } while (open.size() == AT_ONCE);
    return changed;
  }

  private int poll(NumberProvider provider, List<Order> open) {
    Map<LeaseRef, Order> byLease =
        open.stream().collect(Collectors.toMap(o -> o.leased().orElseThrow().ref(), o -> o));
    if (byLease.isEmpty()) {
      return 0;
    }
    return switch (provider.poll(byLease.keySet())) {
      case Answer.Missing<Map<LeaseRef, LeaseNews>> missing -> 0;
      case Answer.Given<Map<LeaseRef, LeaseNews>> given ->
          byLease.entrySet().stream()
              .mapToInt(
                  lease ->
                      Optional.ofNullable(given.value().get(lease.getKey()))
                          .map(news -> take(lease.getValue(), news))
                          .orElse(0))
              .sum();
    };
  }

  private int take(Order order, LeaseNews news) {
    var after = receiver.receive(order, news.messages());
    if (after instanceof Order.Active active && news.state() == LeaseNews.State.CANCELED) {
      return closing.givenUp(active) ? 1 : 0;
    }
    return after.revision() == order.revision() ? 0 : 1;
  }
}
