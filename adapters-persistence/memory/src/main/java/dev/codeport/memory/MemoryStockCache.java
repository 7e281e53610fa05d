package dev.codeport.memory;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StockCache;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The offers last heard of by this process. Safe for many threads. */
public final class MemoryStockCache implements StockCache {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<CatalogProductId, Map<TierKey, Stocked>> byProduct = new HashMap<>();

  /** All of it, once somebody asked; none after a change. */
  private @Nullable List<Stocked> all;

  @Override
  public void replace(ProviderId provider, List<Offer> offers, Instant asOf) {
    locked(
        () -> {
          byProduct.values().forEach(known -> forget(provider, known));
          byProduct.values().removeIf(Map::isEmpty);
          offers.forEach(offer -> put(offer, asOf));
        });
  }

  @Override
  public void replace(
      ProviderId provider,
      CountryId country,
      PlatformId platform,
      List<Offer> offers,
      Instant asOf) {
    locked(
        () -> {
          forget(
              provider, byProduct.getOrDefault(CatalogProductId.of(country, platform), Map.of()));
          offers.forEach(offer -> put(offer, asOf));
        });
  }

  @Override
  public void soldOut(TierKey tier, Instant asOf) {
    locked(
        () -> {
          var known = byProduct.getOrDefault(tier.product(), Map.of());
          var none = known.get(tier);
          if (none != null) {
            known.put(tier, new Stocked(none.offer().withCount(0), asOf));
          }
        });
  }

  @Override
  public List<Stocked> offers(CountryId country, PlatformId platform) {
    return locked(
        () ->
            List.copyOf(
                byProduct.getOrDefault(CatalogProductId.of(country, platform), Map.of()).values()));
  }

  @Override
  public List<Stocked> all() {
    return locked(
        () -> {
          var kept = all;
          if (kept == null) {
            kept = byProduct.values().stream().flatMap(known -> known.values().stream()).toList();
            all = kept;
          }
          return kept;
        });
  }

  private void put(Offer offer, Instant asOf) {
    byProduct
        .computeIfAbsent(offer.tier().product(), product -> new LinkedHashMap<>())
        .put(offer.tier(), new Stocked(offer, asOf));
  }

  private static void forget(ProviderId provider, Map<TierKey, Stocked> known) {
    known.keySet().removeIf(tier -> tier.provider().equals(provider));
  }

  /** For what changes. */
  private void locked(Runnable work) {
    lock.lock();
    try {
      all = null;
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
