package dev.codeport.application.routing;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How asking the tiers of a product turned out; what was read is used again for five seconds. */
final class Tallies {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private final Orders orders;
  private final Duration halfLife;
  private final Cache<CatalogProductId, Read> known =
      CacheBuilder.newBuilder().maximumSize(MOST).build();

  private record Read(Map<TierId, Tally> tallies, Instant at) {
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }

  Tallies(Orders orders, Duration halfLife) {
    this.orders = orders;
    this.halfLife = halfLife;
  }

  Map<TierId, Tally> of(CatalogProductId product, Instant now) {
    var read = known.getIfPresent(product);
    if (read == null || !read.isFresh(now)) {
      read = new Read(orders.tallies(product, now, halfLife), now);
      known.put(product, read);
    }
    return read.tallies();
  }
}
