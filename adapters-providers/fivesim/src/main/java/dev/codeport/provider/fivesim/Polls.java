package dev.codeport.provider.fivesim;

import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.provider.fivesim.FiveSimFaults.Meaning;
import dev.codeport.provider.fivesim.FiveSimWire.Order;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Fan;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns how leases stand, by one question for each: that the list of orders shows their SMS too is
 * nowhere promised.
 */
final class Polls {
  private static final int PARALLEL = 16;

  private final Vendor vendor;

  private sealed interface Word {}

  private record News(LeaseNews news) implements Word {}

  /**
   * @param stop whether the others should not be asked about now
   */
  private record Nothing(boolean stop, Optional<Duration> retryAfter, String detail)
      implements Word {}

  Polls(Vendor vendor) {
    this.vendor = vendor;
  }

  Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    var own = leases.stream().filter(lease -> lease.provider().equals(vendor.id())).distinct();
    var words = askEach(vendor.client().deadline(), own.toList());
    var news = new LinkedHashMap<LeaseRef, LeaseNews>();
    words.forEach(
        (lease, word) -> {
          if (word instanceof News known) {
            news.put(lease, known.news());
          }
        });
    return news.isEmpty() ? missing(words) : new Answer.Given<>(news);
  }

  /** How one lease stands; empty when that could not be learnt. */
  Optional<LeaseNews> one(Deadline deadline, LeaseRef lease) {
    return ask(deadline, lease) instanceof News known
        ? Optional.of(known.news())
        : Optional.empty();
  }

  private Map<LeaseRef, Word> askEach(Deadline deadline, List<LeaseRef> leases) {
    var words = new ConcurrentHashMap<LeaseRef, Word>();
    Fan.out(
        leases,
        PARALLEL,
        lease -> {
          var word = ask(deadline, lease);
          words.put(lease, word);
          return !deadline.hasPassed() && !(word instanceof Nothing nothing && nothing.stop());
        });
    return words;
  }

  private Word ask(Deadline deadline, LeaseRef lease) {
    return switch (vendor.client().ask(deadline, List.of("check", lease.id()), Map.of())) {
      case Said.Document document -> of(lease, Order.of(document.json()));
      case Said.Line line ->
          FiveSimFaults.of(line) == Meaning.NO_ORDER
              ? new News(new LeaseNews(State.UNKNOWN, List.of()))
              : new Nothing(isForAll(FiveSimFaults.of(line)), line.retryAfter(), line.text());
      case Said.Garbage garbage ->
          new Nothing(
              isForAll(FiveSimFaults.of(garbage)), garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Nothing(true, no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Nothing(true, Optional.empty(), no.reason());
    };
  }

  private static boolean isForAll(Meaning meaning) {
    return meaning == Meaning.TURNED_AWAY || meaning == Meaning.ACCOUNT;
  }

  /** An answer about another order, or about none, is no answer. */
  private static Word of(LeaseRef lease, Order order) {
    return order.id().equals(Optional.of(lease.id()))
        ? new News(Orders.news(order))
        : new Nothing(false, Optional.empty(), "an answer without this order");
  }

  private static Answer<Map<LeaseRef, LeaseNews>> missing(Map<LeaseRef, Word> words) {
    return words.values().stream()
        .filter(Nothing.class::isInstance)
        .map(Nothing.class::cast)
        .findFirst()
        .<Answer<Map<LeaseRef, LeaseNews>>>map(
            nothing -> new Answer.Missing<>(nothing.retryAfter(), nothing.detail()))
        .orElseGet(() -> new Answer.Given<>(Map.of()));
  }
}
