package dev.codeport.provider.handlerapi;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.provider.handlerapi.HandlerApiDialect.TextSource;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.handlerapi.HandlerApiWire.Row;
import dev.codeport.provider.handlerapi.HandlerApiWire.Sms;
import dev.codeport.provider.kit.Deadline;
import java.nio.charset.StandardCharsets;
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
 * Learns how leases stand: one list for those that wait, one question for each that has an SMS or
 * is not listed, and the history for those that ended, as {@code STATUS_CANCEL} means either end.
 */
final class Polls {
  /** Row statuses under which every vendor still waits for a first SMS. */
  private static final Set<String> WAITING = Set.of("", "1", "4");

  /** Refusals that the next question would meet too. */
  private static final Set<Meaning> FOR_ALL = Set.of(Meaning.TURNED_AWAY, Meaning.ACCOUNT);

  private static final Duration LOOK_BACK = Duration.ofDays(1);

  private final Vendor vendor;
  private final Lists lists;

  /**
   * Leases whose SMS was shown already: the history shows it once more, without the time that is
   * part of its key.
   */
  private final Cache<String, Boolean> shown =
      CacheBuilder.newBuilder().maximumSize(100_000).expireAfterWrite(LOOK_BACK).build();

  Polls(Vendor vendor, Lists lists) {
    this.vendor = vendor;
    this.lists = lists;
  }

  /** What was said of one lease. */
  private sealed interface Word {
    record News(LeaseNews news) implements Word {}

    /** Given back, or finished: the status does not say which. */
    record Ended() implements Word {}

    /** Nothing that can be understood. */
    record Nothing(String detail, Optional<Duration> retryAfter, boolean stop) implements Word {}
  }

  Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    var own = leases.stream().filter(lease -> lease.provider().equals(vendor.id())).distinct();
    return poll(vendor.client().deadline(), own.toList());
  }

  private Answer<Map<LeaseRef, LeaseNews>> poll(Deadline deadline, List<LeaseRef> leases) {
    Map<LeaseRef, LeaseNews> news = new LinkedHashMap<>();
    if (leases.size() > 1 && vendor.dialect().list()) {
      waiting(deadline, leases).forEach(lease -> news.put(lease, open(List.of())));
    }
    var others = leases.stream().filter(lease -> !news.containsKey(lease)).toList();
    var words = askEach(deadline, others);
    words.forEach(
        (lease, word) -> {
          if (word instanceof Word.News known) {
            news.put(lease, known.news());
          }
        });
    news.putAll(ended(deadline, words));
    return news.isEmpty() && !leases.isEmpty() ? missing(words) : new Answer.Given<>(news);
  }

  /** How one lease stands; empty when that could not be learnt. */
  Optional<LeaseNews> one(Deadline deadline, LeaseRef lease) {
    return switch (poll(deadline, List.of(lease))) {
      case Answer.Given<Map<LeaseRef, LeaseNews>> given ->
          Optional.ofNullable(given.value().get(lease));
      case Answer.Missing<Map<LeaseRef, LeaseNews>> missing -> Optional.empty();
    };
  }

  /** Those which the list of running ones shows without an SMS; none when there is no list. */
  private List<LeaseRef> waiting(Deadline deadline, List<LeaseRef> leases) {
    var ids =
        lists.active(deadline).orElse(List.of()).stream()
            .filter(row -> row.sms().isEmpty() && WAITING.contains(row.status()))
            .flatMap(row -> row.id().stream())
            .collect(Collectors.toSet());
    return leases.stream().filter(lease -> ids.contains(lease.id())).toList();
  }

  private Map<LeaseRef, Word> askEach(Deadline deadline, List<LeaseRef> leases) {
    var words = new ConcurrentHashMap<LeaseRef, Word>();
    Fan.out(
        leases,
        vendor.dialect().parallel(),
        lease -> {
          var word = ask(deadline, lease);
          words.put(lease, word);
          return !deadline.hasPassed() && !(word instanceof Word.Nothing nothing && nothing.stop());
        });
    return words;
  }

  private Word ask(Deadline deadline, LeaseRef lease) {
    var action = vendor.dialect().texts() == TextSource.STATUS_V2 ? "getStatusV2" : "getStatus";
    var said = vendor.client().ask(deadline, action, Map.of("id", lease.id()));
    return switch (said) {
      case Said.Document document -> news(lease, HandlerApiWire.smsOfStatus(document.json()));
      case Said.Token token -> understand(deadline, lease, token);
      case Said.Garbage garbage -> nothing(garbage);
      case Said.NotHeard no -> new Word.Nothing(no.reason(), Optional.empty(), false);
      case Said.NotAnswered no -> new Word.Nothing(no.reason(), Optional.empty(), false);
    };
  }

  private Word understand(Deadline deadline, LeaseRef lease, Said.Token token) {
    return switch (token.name()) {
      // The argument of WAIT_RETRY is the code before: it must never be taken for the next.
      case "STATUS_WAIT_CODE", "STATUS_WAIT_RETRY", "STATUS_WAIT_RESEND" ->
          new Word.News(open(List.of()));
      case "STATUS_OK", "FULL_SMS" -> received(deadline, lease, token);
      case "STATUS_CANCEL", "ACCESS_CANCEL" -> new Word.Ended();
      default ->
          // A status nobody has heard of is no end: the number is still ours.
          token.name().startsWith("STATUS_") ? new Word.News(open(List.of())) : fault(token);
    };
  }

  private static Word fault(Said.Token token) {
    var meaning = HandlerApiFaults.of(token);
    if (meaning == Meaning.NO_ACTIVATION) {
      return new Word.News(new LeaseNews(State.UNKNOWN, List.of()));
    }
    return meaning == Meaning.CANCELED || meaning == Meaning.WRONG_STATE
        ? new Word.Ended()
        : new Word.Nothing(token.name(), token.retryAfter(), FOR_ALL.contains(meaning));
  }

  private static Word nothing(Said.Garbage garbage) {
    var meaning = HandlerApiFaults.ofStatus(garbage.status());
    return new Word.Nothing(garbage.toString(), garbage.retryAfter(), FOR_ALL.contains(meaning));
  }

  private Word received(Deadline deadline, LeaseRef lease, Said.Token token) {
    return switch (vendor.dialect().texts()) {
      case STATUS, STATUS_V2 -> news(lease, List.of(plain(token.argument())));
      case FULL_SMS -> fullText(deadline, lease);
      case ALL_SMS -> allTexts(deadline, lease);
    };
  }

  private Word fullText(Deadline deadline, LeaseRef lease) {
    var said = vendor.client().ask(deadline, "getFullSms", Map.of("id", lease.id()));
    return said instanceof Said.Token token && token.is("FULL_SMS")
        ? news(lease, List.of(plain(token.argument())))
        : new Word.Nothing("no text: " + said, Optional.empty(), false);
  }

  private Word allTexts(Deadline deadline, LeaseRef lease) {
    var said = vendor.client().ask(deadline, "getAllSms", Map.of("id", lease.id(), "size", "100"));
    return said instanceof Said.Document document
        ? news(lease, HandlerApiWire.allSms(document.json()))
        : new Word.Nothing("no texts: " + said, Optional.empty(), false);
  }

  private static Sms plain(String text) {
    return new Sms(
        Optional.empty(),
        Optional.of(text).filter(some -> !some.isBlank()),
        Optional.empty(),
        Optional.empty());
  }

  private Word news(LeaseRef lease, List<Sms> sms) {
    var messages = sms.stream().filter(each -> !each.isEmpty()).map(this::message).toList();
    if (!messages.isEmpty()) {
      shown.put(lease.id(), true);
    }
    return new Word.News(open(messages));
  }

  private UpstreamSms message(Sms sms) {
    var text = sms.text().or(sms::code).orElse("");
    var key = sms.id().orElseGet(() -> hash(text, sms.at().orElse("")));
    return new UpstreamSms(key, text, sms.code(), sms.at().flatMap(vendor::time));
  }

  private static String hash(String text, String time) {
    return Hashing.sha256()
        .newHasher()
        .putString(text, StandardCharsets.UTF_8)
        .putByte((byte) 0)
        .putString(time, StandardCharsets.UTF_8)
        .hash()
        .toString()
        .substring(0, 32);
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
      var rows = lists.history(deadline, since, ids);
      ended.forEach(
          lease -> news.put(lease, end(lease, Optional.ofNullable(rows.get(lease.id())))));
    }
    return news;
  }

  /** Without a trace in the history, an end is taken for one without an SMS. */
  private LeaseNews end(LeaseRef lease, Optional<Row> row) {
    var state = row.map(Row::end).orElse(State.CANCELED);
    var unseen =
        row.flatMap(Row::sms)
            .filter(text -> state == State.FINISHED && shown.getIfPresent(lease.id()) == null);
    return new LeaseNews(state, unseen.map(text -> message(plain(text))).stream().toList());
  }

  private static LeaseNews open(List<UpstreamSms> messages) {
    return new LeaseNews(State.OPEN, messages);
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
