package dev.codeport.application.order;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.UpstreamSms;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open leases of one vendor, and what was last heard of each, so that a round touches storage
 * only for what is new. It is read from storage anew for every round while it is short, and less
 * often, in proportion to what the reading costs, when it is long.
 */
final class Watchlist {
  private static final int PAGE = 10_000;

  /** Up to so many, everything is done for all in every round. */
  private static final int SHORT = 2_000;

  /** At most this share of the time goes into reading the list. */
  private static final int SHARE = 20;

  private static final Duration FRESH = Duration.ofMinutes(3);
  private static final Duration SELDOM = Duration.ofSeconds(4);

  private final Orders orders;
  private final ProviderId provider;
  private final Map<LeaseRef, Watch> watches = new ConcurrentHashMap<>();
  private long readAgainAt = System.nanoTime();

  /**
   * @param answered when the vendor last said how it stands
   * @param heard the keys of the SMS that storage has, and how the lease stood
   */
  private record Watch(OrderId order, Instant placedAt, Instant answered, Optional<Heard> heard) {}

  private record Heard(LeaseNews.State state, List<String> keys) {
    static Heard of(LeaseNews news) {
      return new Heard(news.state(), news.messages().stream().map(UpstreamSms::key).toList());
    }
  }

  /** News that storage does not have. */
  record Fresh(OrderId order, LeaseRef lease, LeaseNews news) {}

  Watchlist(Orders orders, ProviderId provider) {
    this.orders = orders;
    this.provider = provider;
  }

  /**
   * The leases to ask about now, those not answered for the longest time first. Of a long list,
   * those placed some minutes ago wait longer between two questions.
   */
  List<LeaseRef> due(Instant now) {
    if (System.nanoTime() - readAgainAt >= 0) {
      read();
    }
    boolean all = watches.size() <= SHORT;
    return watches.entrySet().stream()
        .filter(watch -> all || isDue(watch.getValue(), now))
        .sorted(Comparator.comparing(watch -> watch.getValue().answered()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isDue(Watch watch, Instant now) {
    return now.isBefore(watch.placedAt().plus(FRESH))
        || !now.isBefore(watch.answered().plus(SELDOM));
  }

  private void read() {
    var began = System.nanoTime();
    var seen = ConcurrentHashMap.<LeaseRef>newKeySet();
    var after = 0L;
    List<Orders.Watched> page;
    do {
      page = orders.watched(provider, after, PAGE);
      for (var one : page) {
        seen.add(one.lease());
        watches.computeIfAbsent(
            one.lease(),
            lease -> new Watch(one.order(), one.placedAt(), Instant.MIN, Optional.empty()));
      }
      after = page.isEmpty() ? after : page.getLast().order().value();
    } while (page.size() == PAGE);
    watches.keySet().retainAll(seen);
    var ended = System.nanoTime();
    readAgainAt = watches.size() <= SHORT ? ended : ended + SHARE * (ended - began);
  }

  /** What of the answers is not in storage yet. */
  List<Fresh> fresh(Map<LeaseRef, LeaseNews> answers, Instant now) {
    return answers.entrySet().stream()
        .flatMap(answer -> fresh(answer.getKey(), answer.getValue(), now).stream())
        .toList();
  }

  private Optional<Fresh> fresh(LeaseRef lease, LeaseNews news, Instant now) {
    var watch =
        Optional.ofNullable(
            watches.computeIfPresent(
                lease, (ref, old) -> new Watch(old.order(), old.placedAt(), now, old.heard())));
    boolean quiet = news.state() == LeaseNews.State.OPEN && news.messages().isEmpty();
    return watch
        .filter(known -> !quiet)
        .filter(known -> !known.heard().equals(Optional.of(Heard.of(news))))
        .map(known -> new Fresh(known.order(), lease, news));
  }

  /** This is in storage now. */
  void taken(Fresh fresh) {
    watches.computeIfPresent(
        fresh.lease(),
        (ref, old) ->
            new Watch(
                old.order(), old.placedAt(), old.answered(), Optional.of(Heard.of(fresh.news()))));
  }

  /** Its order has ended or gone on to another number. */
  void drop(LeaseRef lease) {
    watches.remove(lease);
  }
}
