package dev.codeport.provider.handlerapi;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.handlerapi.HandlerApiWire.Row;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The vendor's lists of what it gave us: those that run, and its history. */
final class Lists {
  /** No vendor answers for more. */
  private static final Duration LONGEST = Duration.ofDays(29);

  private final Vendor vendor;

  Lists(Vendor vendor) {
    this.vendor = vendor;
  }

  /**
   * The history is asked first: what begins or ends between the two questions is then in the list
   * or rightly shown as ended.
   */
  Answer<List<Holding>> holdings(Instant since) {
    var deadline = vendor.client().deadline();
    var from = since.minusSeconds(1); // their times have no fractions
    var past = new LinkedHashMap<String, Row>();
    if (vendor.dialect().history() && !collect(deadline, from, past, Set.of())) {
      return new Answer.Missing<>(Optional.empty(), "the history could not be read");
    }
    var active = active(deadline);
    if (active.isEmpty()) {
      return new Answer.Missing<>(Optional.empty(), "the list could not be read");
    }
    var holdings = new LinkedHashMap<String, Holding>();
    past.values().forEach(row -> keep(holdings, row, row.end()));
    active.get().forEach(row -> keep(holdings, row, State.OPEN));
    return new Answer.Given<>(
        holdings.values().stream()
            .filter(each -> each.state() == State.OPEN || !each.startedAt().isBefore(from))
            .toList());
  }

  /** Those that run; none at all when the list cannot be read. */
  Optional<List<Row>> active(Deadline deadline) {
    return switch (vendor.client().askForList(deadline, "getActiveActivations", Map.of())) {
      case Said.Document document -> Optional.of(HandlerApiWire.active(document.json()));
      case Said.Token token ->
          HandlerApiFaults.of(token) == Meaning.NOTHING ? Optional.of(List.of()) : Optional.empty();
      case Said.Garbage garbage -> Optional.empty();
      case Said.NotHeard no -> Optional.empty();
      case Said.NotAnswered no -> Optional.empty();
    };
  }

  /**
   * These activations by id, as far as the history has them; none of a vendor without one, and
   * empty when it could not be read.
   */
  Optional<Map<String, Row>> history(Deadline deadline, Instant since, Set<String> ids) {
    var rows = new HashMap<String, Row>();
    boolean read = !vendor.dialect().history() || collect(deadline, since, rows, ids);
    return read ? Optional.of(rows) : Optional.empty();
  }

  /**
   * Reads page after page.
   *
   * @param wanted may end the reading when all of them are there; none for all there is
   * @return whether all was read
   */
  private boolean collect(
      Deadline deadline, Instant since, Map<String, Row> rows, Set<String> wanted) {
    var now = vendor.clock().instant();
    var oldest = now.minus(LONGEST);
    var start = since.isBefore(oldest) ? oldest : since;
    var got =
        Pages.read(
            (offset, limit) -> page(deadline, start, offset, limit),
            Row::id,
            some -> !wanted.isEmpty() && ids(some).containsAll(wanted));
    if (got instanceof Answer.Given<List<Row>> given) {
      given.value().forEach(row -> rows.put(row.id().orElseThrow(), row));
      return true;
    }
    return false;
  }

  private static Set<String> ids(List<Row> rows) {
    return rows.stream().flatMap(row -> row.id().stream()).collect(Collectors.toSet());
  }

  private Answer<List<Row>> page(Deadline deadline, Instant start, int offset, int limit) {
    var parameters =
        Map.of(
            "start", Long.toString(start.getEpochSecond()),
            "offset", Integer.toString(offset),
            "limit", Integer.toString(limit));
    return switch (vendor.client().askForList(deadline, "getHistory", parameters)) {
      case Said.Document document -> new Answer.Given<>(HandlerApiWire.history(document.json()));
      case Said.Token token ->
          HandlerApiFaults.of(token) == Meaning.NOTHING
              ? new Answer.Given<>(List.of())
              : new Answer.Missing<>(Optional.empty(), token.toString());
      case Said.Garbage garbage -> new Answer.Missing<>(Optional.empty(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  private void keep(Map<String, Holding> holdings, Row row, State state) {
    if (row.id().isPresent() && row.phone().isPresent()) {
      holdings.put(row.id().get(), holding(row, state));
    }
  }

  private Holding holding(Row row, State state) {
    var started = row.startedAt().flatMap(vendor::time).orElseGet(vendor.clock()::instant);
    var lease =
        new Lease(
            vendor.lease(row.id().orElseThrow()),
            row.phone().orElseThrow(),
            row.cost().flatMap(vendor::money).orElse(Money.zero(vendor.currency())),
            started.plus(vendor.dialect().lifetime()),
            started.plus(vendor.dialect().minimumCancelAge()),
            row.canAnother().orElse(true),
            vendor.dialect().reactivates(),
            row.operator());
    return new Holding(
        lease,
        row.reference(),
        row.country().flatMap(vendor.codes()::country).map(country -> country.id()),
        row.service().flatMap(vendor.codes()::platform).map(platform -> platform.id()),
        started,
        state);
  }
}
