package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Fan;
import dev.codeport.provider.kit.ListSize;
import dev.codeport.provider.smscode.SmsCodeFaults.Meaning;
import dev.codeport.provider.smscode.SmsCodeWire.Order;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns how leases stand: by the list of all open orders, which shows their SMS, and by a question
 * for each that is not in it, as that has ended; by questions only where the list would be the
 * longer way.
 */
final class Polls {
  private static final int PARALLEL = 16;

  private final Vendor vendor;
  private final ListSize size = new ListSize();

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
    var asked = own.toList();
    var deadline = vendor.client().deadline();
    if (!size.isWorth(asked.size())) {
      return answer(Map.of(), askEach(deadline, asked));
    }
    return switch (open(deadline)) {
      case Answer.Missing<Map<LeaseRef, LeaseNews>> missing -> missing;
      case Answer.Given<Map<LeaseRef, LeaseNews>> given -> {
        var listed = new LinkedHashMap<>(given.value());
        listed.keySet().retainAll(asked);
        var rest = asked.stream().filter(lease -> !listed.containsKey(lease)).toList();
        yield answer(listed, askEach(deadline, rest));
      }
    };
  }

  /** How one order stands; empty when that could not be learnt, or there is none. */
  Optional<Order> one(Deadline deadline, LeaseRef lease) {
    return vendor.client().ask(deadline, "orders/" + lease.id()) instanceof Said.Document document
        ? Optional.of(Order.of(document.data())).filter(order -> isOf(lease, order))
        : Optional.empty();
  }

  private Answer<Map<LeaseRef, LeaseNews>> open(Deadline deadline) {
    var said = vendor.client().askForList(deadline, "orders/active", Map.of());
    return switch (Catalog.list(said)) {
      case Answer.Missing<JsonNode> missing -> {
        size.learn(Optional.empty());
        yield new Answer.Missing<>(missing.retryAfter(), missing.detail());
      }
      case Answer.Given<JsonNode> given -> {
        var orders = SmsCodeWire.orders(given.value());
        size.learn(Optional.of(orders.size()));
        var news = new LinkedHashMap<LeaseRef, LeaseNews>();
        orders.forEach(
            order -> order.id().ifPresent(id -> news.put(vendor.lease(id), Orders.news(order))));
        yield new Answer.Given<>(news);
      }
    };
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
    return switch (vendor.client().ask(deadline, "orders/" + lease.id())) {
      case Said.Document document -> of(lease, Order.of(document.data()));
      case Said.Fault fault ->
          SmsCodeFaults.of(fault) == Meaning.NO_ORDER
              ? new News(new LeaseNews(State.UNKNOWN, List.of()))
              : new Nothing(isForAll(SmsCodeFaults.of(fault)), fault.retryAfter(), fault.code());
      case Said.Garbage garbage ->
          new Nothing(
              isForAll(SmsCodeFaults.of(garbage)), garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Nothing(true, Optional.empty(), no.reason());
      case Said.NotAnswered no -> new Nothing(true, Optional.empty(), no.reason());
    };
  }

  private static boolean isForAll(Meaning meaning) {
    return meaning == Meaning.TURNED_AWAY || meaning == Meaning.ACCOUNT;
  }

  /** An answer about another order, or about none, is no answer. */
  private static Word of(LeaseRef lease, Order order) {
    return isOf(lease, order)
        ? new News(Orders.news(order))
        : new Nothing(false, Optional.empty(), "an answer without this order");
  }

  private static boolean isOf(LeaseRef lease, Order order) {
    return order.id().equals(Optional.of(lease.id()));
  }

  private static Answer<Map<LeaseRef, LeaseNews>> answer(
      Map<LeaseRef, LeaseNews> listed, Map<LeaseRef, Word> words) {
    var news = new LinkedHashMap<>(listed);
    Optional<Nothing> nothing = Optional.empty();
    for (var entry : words.entrySet()) {
      switch (entry.getValue()) {
        case News known -> news.put(entry.getKey(), known.news());
        case Nothing none -> nothing = Optional.of(none);
      }
    }
    return news.isEmpty() && nothing.isPresent()
        ? new Answer.Missing<>(nothing.get().retryAfter(), nothing.get().detail())
        : new Answer.Given<>(news);
  }
}
