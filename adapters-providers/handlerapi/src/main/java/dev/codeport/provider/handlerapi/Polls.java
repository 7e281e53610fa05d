package dev.codeport.provider.handlerapi;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.provider.handlerapi.HandlerApiWire.Row;
import dev.codeport.provider.handlerapi.HandlerApiWire.Sms;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Fan;
import dev.codeport.provider.kit.ListSize;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Learns how leases stand in few calls: one list for all, one question for each that the list shows
 * changed or does not show, and the history for those that ended, as {@code STATUS_CANCEL} means
 * either end.
 */
final class Polls {
  /** Row statuses under which every vendor still waits for a first SMS. */
  private static final Set<String> WAITING = Set.of("", "1", "4");

  private static final Duration LOOK_BACK = Duration.ofDays(1);

  private final Vendor vendor;
  private final Lists lists;
  private final Inquiry inquiry;

  /** What was learnt of leases while their row in the list looked as it did then. */
  private final Cache<String, Learnt> learnt =
      CacheBuilder.newBuilder()
          .maximumSize(100_000)
          .expireAfterWrite(Duration.ofMinutes(1))
          .build();

  /**
   * Leases whose SMS was shown already: the history shows it once more, without the time that is
   * part of its key.
   */
  private final Cache<String, Boolean> shown =
      CacheBuilder.newBuilder().maximumSize(100_000).expireAfterWrite(LOOK_BACK).build();

  private final ListSize size = new ListSize();

  private record Learnt(String looks, LeaseNews news) {}

  Polls(Vendor vendor, Lists lists) {
    this.vendor = vendor;
    this.lists = lists;
    this.inquiry = new Inquiry(vendor);
  }

  Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    var own = leases.stream().filter(lease -> lease.provider().equals(vendor.id())).distinct();
    return poll(vendor.client().deadline(), own.toList());
  }

  /** The vendor took it for finished. */
  void finished(LeaseRef lease) {
    if (!vendor.dialect().history()) {
      shown.put(lease.id(), true);
    }
  }

  /** How one lease stands; empty when that could not be learnt. */
  Optional<LeaseNews> one(Deadline deadline, LeaseRef lease) {
    return switch (poll(deadline, List.of(lease))) {
      case Answer.Given<Map<LeaseRef, LeaseNews>> given ->
          Optional.ofNullable(given.value().get(lease));
      case Answer.Missing<Map<LeaseRef, LeaseNews>> missing -> Optional.empty();
    };
  }

  private Answer<Map<LeaseRef, LeaseNews>> poll(Deadline deadline, List<LeaseRef> leases) {
    var rows = rows(deadline, leases);
    Map<LeaseRef, LeaseNews> news = new LinkedHashMap<>();
    leases.forEach(
        lease ->
            byList(Optional.ofNullable(rows.get(lease.id()))).ifPresent(n -> news.put(lease, n)));
    var words =
        askEach(deadline, leases.stream().filter(lease -> !news.containsKey(lease)).toList());
    words.forEach(
        (lease, word) -> {
          if (word instanceof Word.News known) {
            remember(lease, known.news(), Optional.ofNullable(rows.get(lease.id())));
            news.put(lease, known.news());
          }
        });
    news.putAll(ended(deadline, words));
    return news.isEmpty() && !leases.isEmpty() ? missing(words) : new Answer.Given<>(news);
  }

  /** The list by id; empty where it would be the longer way. */
  private Map<String, Row> rows(Deadline deadline, List<LeaseRef> leases) {
    var rows = new HashMap<String, Row>();
    if (vendor.dialect().list() && size.isWorth(leases.size())) {
      var active = lists.active(deadline);
      size.learn(active.map(List::size));
      active.orElse(List.of()).forEach(row -> row.id().ifPresent(id -> rows.put(id, row)));
    }
    return rows;
  }

  /** What the list alone tells: nothing came yet, or nothing new. */
  private Optional<LeaseNews> byList(Optional<Row> listed) {
    return listed.flatMap(
        row ->
            row.sms().isEmpty() && WAITING.contains(row.status())
                ? Optional.of(new LeaseNews(State.OPEN, List.of()))
                : row.id()
                    .map(learnt::getIfPresent)
                    .filter(former -> former.looks().equals(row.looks()))
                    .map(Learnt::news));
  }

  private void remember(LeaseRef lease, LeaseNews news, Optional<Row> row) {
    if (!news.messages().isEmpty()) {
      shown.put(lease.id(), true);
    }
    row.filter(listed -> news.state() == State.OPEN)
        .ifPresent(listed -> learnt.put(lease.id(), new Learnt(listed.looks(), news)));
  }

  private Map<LeaseRef, Word> askEach(Deadline deadline, List<LeaseRef> leases) {
    var words = new ConcurrentHashMap<LeaseRef, Word>();
    Fan.out(
        leases,
        vendor.dialect().parallel(),
        lease -> {
          var word = inquiry.ask(deadline, lease);
          words.put(lease, word);
          return !deadline.hasPassed() && !(word instanceof Word.Nothing nothing && nothing.stop());
        });
    return words;
  }

  private Map<LeaseRef, LeaseNews> ended(Deadline deadline, Map<LeaseRef, Word> words) {
    var ended =
        words.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Word.Ended)
            .map(Map.Entry::getKey)
            .toList();
    var news = new HashMap<LeaseRef, LeaseNews>();
    if (!ended.isEmpty()) {
      var ids = ended.stream().map(LeaseRef::id).collect(Collectors.toSet());
      var since = vendor.clock().instant().minus(LOOK_BACK);
      lists
          .history(deadline, since, ids)
          .ifPresent(
              rows ->
                  ended.forEach(
                      lease ->
                          news.put(lease, end(lease, Optional.ofNullable(rows.get(lease.id()))))));
    }
    return news;
  }

  /**
   * Without a trace in the history, an end is taken for one without an SMS, unless one was seen or
   * the finishing was ours.
   */
  private LeaseNews end(LeaseRef lease, Optional<Row> row) {
    boolean paid = shown.getIfPresent(lease.id()) != null;
    var state = row.map(Row::end).orElse(paid ? State.FINISHED : State.CANCELED);
    var unseen =
        row.flatMap(Row::sms)
            .filter(text -> state == State.FINISHED && !paid)
            .map(Sms::of)
            .map(inquiry::message);
    return new LeaseNews(state, unseen.stream().toList());
  }

  private static <T> Answer<T> missing(Map<LeaseRef, Word> words) {
    return words.values().stream()
        .filter(Word.Nothing.class::isInstance)
        .map(Word.Nothing.class::cast)
        .findFirst()
        .<Answer<T>>map(nothing -> new Answer.Missing<>(nothing.retryAfter(), nothing.detail()))
        .orElseGet(() -> new Answer.Missing<>(Optional.empty(), "no time left"));
  }
}
