package dev.codeport.provider.handlerapi;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.handlerapi.HandlerApiWire.Row;
import dev.codeport.provider.kit.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The vendor's lists of what it gave us: those that run, and its history. */
final class Lists {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 50;

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
    for (int page = 0; page < MOST_PAGES; page++) {
      var got = page(deadline, start, page);
      if (got.isEmpty()) {
        return false;
      }
      got.get().forEach(row -> row.id().ifPresent(id -> rows.putIfAbsent(id, row)));
      boolean found = !wanted.isEmpty() && rows.keySet().containsAll(wanted);
      if (got.get().size() < PAGE || found) {
        return true;
      }
    }
    return false;
  }

  private Optional<List<Row>> page(Deadline deadline, Instant start, int page) {
    var parameters =
        Map.of(
            "start", Long.toString(start.getEpochSecond()),
            "offset", Integer.toString(page * PAGE),
            "limit", Integer.toString(PAGE));
    return switch (vendor.client().askForList(deadline, "getHistory", parameters)) {
      case Said.Document document -> Optional.of(HandlerApiWire.history(document.json()));
      case Said.Token token ->
          HandlerApiFaults.of(token) == Meaning.NOTHING
              ? Optional.of(new ArrayList<>())
              : Optional.empty();
      case Said.Garbage garbage -> Optional.empty();
      case Said.NotHeard no -> Optional.empty();
      case Said.NotAnswered no -> Optional.empty();
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
