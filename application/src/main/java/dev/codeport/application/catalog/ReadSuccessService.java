package dev.codeport.application.catalog;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Success;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class ReadSuccessService implements ReadSuccess {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final Orders orders;
  private final InstantSource clock;
  private final Cache<CatalogProductId, Map<TierId, Success>> known =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

  private final Cache<CatalogProductId, Map<TierId, Duration>> waits =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

  ReadSuccessService(Orders orders, InstantSource clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public Map<TierId, Success> success(CatalogProductId product) {
    return Optional.ofNullable(known.getIfPresent(product)).orElseGet(() -> read(product));
  }

  @Override
  public Map<TierId, Duration> usualWaits(CatalogProductId product) {
    return Optional.ofNullable(waits.getIfPresent(product)).orElseGet(() -> readWaits(product));
  }

  private Map<TierId, Duration> readWaits(CatalogProductId product) {
    var read = new HashMap<TierId, Duration>();
    orders
        .tallies(product, clock.instant(), WINDOW)
        .forEach(
            (tier, tally) ->
                tally
                    .usualWait()
                    .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
                    .ifPresent(wait -> read.put(tier, wait)));
    waits.put(product, Map.copyOf(read));
    return Map.copyOf(read);
  }

  private Map<TierId, Success> read(CatalogProductId product) {
    var read = orders.success(product, clock.instant().minus(WINDOW));
    known.put(product, read);
    return read;
  }
}
