package dev.codeport.redis;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.pool.StockCache.Stocked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What this process knows of one vendor's offers. Safe for many threads. */
final class Shelf {
  private final Map<CatalogProductId, List<Stocked>> pages;
  private final boolean whole;
  private final long heard = System.nanoTime();
  private volatile long version;
  private volatile long checked;
  private volatile boolean ahead;

  /**
   * @param whole whether these are all of the vendor's offers
   * @param version that of Redis which this is a copy of; 0 for none
   */
  Shelf(Map<CatalogProductId, List<Stocked>> pages, boolean whole, long version) {
    this.pages = new ConcurrentHashMap<>(pages);
    this.whole = whole;
    this.version = version;
    this.checked = heard;
  }

  static Shelf begun() {
    return new Shelf(Map.of(), false, 0);
  }

  List<Stocked> page(CatalogProductId product) {
    return pages.getOrDefault(product, List.of());
  }

  Stream<Stocked> all() {
    return pages.values().stream().flatMap(List::stream);
  }

  void put(CatalogProductId product, List<Stocked> page) {
    pages.put(product, page);
  }

  void soldOut(TierKey tier, Instant asOf) {
    pages.computeIfPresent(
        tier.product(),
        (product, page) ->
            page.stream()
                .map(each -> each.offer().tier().equals(tier) ? none(each, asOf) : each)
                .toList());
  }

  boolean isOlderThan(Duration life) {
    return System.nanoTime() - heard > life.toNanos();
  }

  /** Whether it was compared with Redis lately. */
  boolean isCheckedWithin(Duration time) {
    return System.nanoTime() - checked < time.toNanos();
  }

  void check() {
    checked = System.nanoTime();
  }

  boolean isCopyOf(long other) {
    return version == other;
  }

  /** A change that led to this version was made here too; others may have come in between. */
  void follow(long next) {
    if (next == version + 1) {
      version = next;
    }
  }

  void swapped(long next) {
    version = next;
  }

  /** Redis did not take what stands here; it knows less until the whole list is heard again. */
  void getAhead() {
    ahead = whole;
  }

  boolean isAhead() {
    return ahead;
  }

  private static Stocked none(Stocked stocked, Instant asOf) {
    return new Stocked(stocked.offer().withCount(0), asOf);
  }
}
