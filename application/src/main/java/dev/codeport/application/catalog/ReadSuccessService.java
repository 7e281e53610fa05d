package dev.codeport.application.catalog;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Success;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

final class ReadSuccessService implements ReadSuccess {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final Orders orders;
  private final InstantSource clock;
  private final Cache<CatalogProductId, Map<TierId, Success>> known =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

  ReadSuccessService(Orders orders, InstantSource clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public Map<TierId, Success> success(CatalogProductId product) {
    return Optional.ofNullable(known.getIfPresent(product)).orElseGet(() -> read(product));
  }

  private Map<TierId, Success> read(CatalogProductId product) {
    var read = orders.success(product, clock.instant().minus(WINDOW));
    known.put(product, read);
    return read;
  }
}
