package dev.codeport.application.routing;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Our money at the vendors, as they told it to this node within the last day and a bit. */
public final class Balances {
  private static final Duration KEPT = Duration.ofHours(27);

  private final Map<ProviderId, NavigableMap<Instant, Money>> told = new ConcurrentHashMap<>();

  public record Balance(Money amount, Instant asOf) {}

  /** How it moved between two times at which it was told. */
  public record Movement(Balance first, Balance last) {
    /** More than zero for what came, less for what went. */
    public Money amount() {
      return last.amount().minus(first.amount());
    }
  }

  public void heard(ProviderId provider, Money amount, Instant now) {
    var all = told.computeIfAbsent(provider, id -> new ConcurrentSkipListMap<>());
    all.put(now, amount);
    all.headMap(now.minus(KEPT)).clear();
  }

  /** As it was told last. */
  public Optional<Balance> of(ProviderId provider) {
    return Optional.ofNullable(told.get(provider)).map(NavigableMap::lastEntry).map(this::balance);
  }

  /**
   * From the first time it was told within these times to the last; none when it was told fewer
   * than twice.
   */
  public Optional<Movement> between(ProviderId provider, Instant from, Instant until) {
    var all = Optional.ofNullable(told.get(provider));
    var first = all.map(times -> times.ceilingEntry(from)).map(this::balance);
    var last = all.map(times -> times.floorEntry(until)).map(this::balance);
    return first.isPresent() && last.isPresent() && first.get().asOf().isBefore(last.get().asOf())
        ? Optional.of(new Movement(first.get(), last.get()))
        : Optional.empty();
  }

  private Balance balance(Map.Entry<Instant, Money> entry) {
    return new Balance(entry.getValue(), entry.getKey());
  }
}
