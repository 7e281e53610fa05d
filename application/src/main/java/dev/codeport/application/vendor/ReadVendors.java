package dev.codeport.application.vendor;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.routing.Balances;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderProfile;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.domain.pool.Success;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How the vendors fare, as far as this node knows. */
public interface ReadVendors {
  /** Over how long success is counted. */
  Duration WINDOW = Duration.ofHours(24);

  /** All of them, in the order of the settings. Asks none: what is told may be minutes old. */
  List<Vendor> vendors();

  /**
   * How often codes arrived at one vendor lately, as customers see it of its offers: of the numbers
   * whose outcome came within {@link #WINDOW}, on all nodes; most numbers first. Nothing when there
   * is no such vendor.
   */
  Optional<List<Sold>> sold(ProviderId vendor);

  static ReadVendors over(
      Pool pool, Orders orders, StockCache stock, Balances balances, InstantSource clock) {
    return new ReadVendorsService(pool, orders, stock, balances, clock);
  }

  /**
   * @param balance our money there, once the vendor has told it
   * @param success of the orders that ended there within the last 24 hours, on all nodes
   */
  record Vendor(
      ProviderProfile profile,
      ProviderHealth health,
      Optional<Balances.Balance> balance,
      Success success,
      Stock stock) {}

  /** How its numbers of one product fared. */
  record Sold(CatalogProductId product, Success success) {}

  /**
   * What it said that it has.
   *
   * @param offers those in stock
   * @param numbers of all of them together
   * @param asOf when the newest was heard of
   */
  record Stock(int offers, long numbers, Optional<Instant> asOf) {}
}
