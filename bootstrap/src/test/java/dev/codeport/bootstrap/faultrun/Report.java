package dev.codeport.bootstrap.faultrun;

import dev.codeport.contract.FarVendor.Sold;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What came of a run: two tables, and whatever should not be. */
final class Report {
  /** After this time a request is another one. */
  private static final Duration NEAR = Duration.ofSeconds(5);

  private final Scale scale;
  private final Market market;
  private final Memory memory;
  private final Map<Mishap, Long> planned;
  private final Ours ours;
  private final List<Struck> struck;
  private final int kills;
  private final Duration placed;
  private final Duration whole;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Match> matches = new HashMap<>();
  private final Map<String, TreeMap<Instant, Attempt>> asked = new HashMap<>();

  Report(
      Scale scale,
      Market market,
      Memory memory,
      Map<Mishap, Long> planned,
      Seen seen,
      Ours ours,
      int kills,
      Duration placed,
      Duration whole) {
    this.scale = scale;
    this.market = market;
    this.memory = memory;
    this.planned = planned;
    this.ours = ours;
    this.struck = seen.all();
    this.kills = kills;
    this.placed = placed;
    this.whole = whole;
  }

  List<Finding> findings() {
    return findings;
  }

  void add(List<Finding> more) {
    findings.addAll(more);
  }

  void compareVendors() {
    for (var vendor : market.vendors()) {
      var sold = vendor.far().sold();
      var match = new Match(ours, vendor, sold);
      matches.put(vendor.name(), match);
      add(VendorCheck.of(ours, vendor, sold, match));
      var times = asked.computeIfAbsent(vendor.name(), name -> new TreeMap<>());
      of(vendor).forEach(attempt -> times.put(attempt.askedAt(), attempt));
    }
  }

  /** I14: a plan of which a part never happened proves nothing. */
  void demandAllSeen() {
    if (memory.accepted.get() < scale.orders() || kills < scale.kills()) {
      findings.add(new Finding("I14", "too little happened: " + head().strip()));
    }
    var counts = counts();
    for (var mishap : Mishap.values()) {
      if (counts.getOrDefault(mishap, 0L) == 0) {
        findings.add(new Finding("I14", "never happened: " + mishap));
      }
    }
    if (touchedShare() < 0.2) {
      findings.add(new Finding("I14", "too few orders were touched: " + touchedShare()));
    }
  }

  private List<Attempt> of(Vendor vendor) {
    var provider = new ProviderId(vendor.name());
    return ours.allAttempts().stream()
        .filter(attempt -> attempt.provider().equals(provider))
        .toList();
  }

  private Map<Mishap, Long> counts() {
    var counts = new EnumMap<Mishap, Long>(Mishap.class);
    struck.forEach(each -> counts.merge(each.mishap(), 1L, Long::sum));
    for (var vendor : market.vendors()) {
      market
          .atTheCounter(vendor)
          .forEach((mishap, count) -> counts.merge(mishap, count, Long::sum));
    }
    return counts;
  }

  private double touchedShare() {
    Set<OrderId> touched = new HashSet<>();
    struck.forEach(each -> attempt(each).ifPresent(attempt -> touched.add(attempt.order())));
    return ours.orders().isEmpty() ? 0 : touched.size() / (double) ours.orders().size();
  }

  /**
   * Whose mishap it was: by the vendor's number, by our reference, and where nothing was done and
   * the protocol has no reference, the last that was asked there just before.
   */
  private Optional<Attempt> attempt(Struck one) {
    var match = Optional.ofNullable(matches.get(one.vendor())).orElseThrow();
    return one.lease()
        .flatMap(match::of)
        .or(() -> one.reference().flatMap(match::byReference))
        .or(() -> one.place() == Place.BUY ? nearest(one) : Optional.empty());
  }

  private Optional<Attempt> nearest(Struck one) {
    return Optional.ofNullable(asked.get(one.vendor()))
        .map(times -> times.floorEntry(one.at()))
        .filter(entry -> entry.getKey().isAfter(one.at().minus(NEAR)))
        .map(Map.Entry::getValue);
  }

  String text() {
    var text = new StringBuilder();
    text.append(head());
    vendors(text);
    mishaps(text);
    text.append("\nRefused: ").append(memory.refusals).append('\n');
    text.append(findings.size()).append(" differences\n");
    findings.forEach(finding -> text.append(finding).append('\n'));
    return text.toString();
  }

  private String head() {
    long numbers = ours.allAttempts().stream().filter(each -> each.lease().isPresent()).count();
    return ("seed %d: %d orders placed, %d shown to customers, %d asked of vendors, %d numbers had;"
            + " %d kills; %.1f orders/s, %d s in all; %.0f %% of orders touched by a mishap%n%n")
        .formatted(
            scale.seed(),
            ours.orders().size(),
            memory.accepted.get(),
            ours.allAttempts().size(),
            numbers,
            kills,
            ours.orders().size() / (placed.toMillis() / 1000.0),
            whole.toSeconds(),
            touchedShare() * 100);
  }

  private void vendors(StringBuilder text) {
    text.append(
        "| vendor | dialect | asked | gave | delivered | taken back | adopted | leaked | billed |"
            + " for nothing | mishaps |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (var vendor : market.vendors()) {
      var attempts = of(vendor);
      var sold = vendor.far().sold();
      text.append(
          "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d |%n"
              .formatted(
                  vendor.name(),
                  vendor.kind(),
                  attempts.size(),
                  sold.size(),
                  attempts.stream().filter(ours::isDelivered).count(),
                  count(attempts, AttemptState.CANCELED),
                  count(attempts, AttemptState.ADOPTED),
                  count(attempts, AttemptState.LEAKED),
                  sold.stream().filter(one -> !one.refunded()).count(),
                  sold.stream().filter(one -> isLoss(vendor, one)).count(),
                  struck.stream().filter(each -> each.vendor().equals(vendor.name())).count()));
    }
  }

  /** Billed, and nobody had anything of it. */
  private boolean isLoss(Vendor vendor, Sold sold) {
    var match = Optional.ofNullable(matches.get(vendor.name())).orElseThrow();
    return !sold.refunded() && match.of(sold.id()).filter(ours::isDelivered).isEmpty();
  }

  private static long count(List<Attempt> attempts, AttemptState state) {
    return attempts.stream().filter(attempt -> attempt.state() == state).count();
  }

  private void mishaps(StringBuilder text) {
    text.append(
        "\n"
            + "| mishap | planned | seen | orders | delivered | refunded | adopted | taken back |"
            + " leaked |\n"
            + "|---|---|---|---|---|---|---|---|---|\n");
    var counts = counts();
    var touched = new LinkedHashMap<Mishap, Set<Attempt>>();
    for (var one : struck) {
      attempt(one)
          .ifPresent(
              attempt ->
                  touched.computeIfAbsent(one.mishap(), key -> new HashSet<>()).add(attempt));
    }
    for (var mishap : Mishap.values()) {
      var attempts = List.copyOf(touched.getOrDefault(mishap, Set.of()));
      var orders =
          attempts.stream().map(Attempt::order).distinct().map(ours.orders()::get).toList();
      text.append(
          "| %s | %s | %d | %d | %d | %d | %d | %d | %d |%n"
              .formatted(
                  mishap.words,
                  planned.containsKey(mishap) ? planned.get(mishap) : "by chance",
                  counts.getOrDefault(mishap, 0L),
                  orders.size(),
                  orders.stream().filter(Ours::isPaid).count(),
                  orders.stream().filter(order -> !Ours.isPaid(order)).count(),
                  count(attempts, AttemptState.ADOPTED),
                  count(attempts, AttemptState.CANCELED),
                  count(attempts, AttemptState.LEAKED)));
    }
  }
}
