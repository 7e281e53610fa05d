package dev.codeport.application.catalog;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Success;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** How often codes arrive. */
public interface ReadSuccess {
  /** How far it looks back. */
  Duration WINDOW = Duration.ofHours(24);

  /**
   * By tier of this product, of the numbers whose outcome came within {@link #WINDOW}; may be half
   * a minute old. A tier without any is left out.
   */
  Map<TierId, Success> success(CatalogProductId product);

  /**
   * How long a code usually took, by tier of this product, newer numbers counting more; may be half
   * a minute old. A tier without any code is left out.
   */
  Map<TierId, Duration> usualWaits(CatalogProductId product);

  static ReadSuccess over(Orders orders, InstantSource clock) {
    return new ReadSuccessService(orders, clock);
  }
}
