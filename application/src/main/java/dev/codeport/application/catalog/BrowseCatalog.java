package dev.codeport.application.catalog;

import dev.codeport.application.pricing.Prices;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.StockCache;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What can be ordered, where, and for how much. */
public interface BrowseCatalog {
  /** All countries of the catalogue, by name. */
  List<Country> countries();

  /** All platforms by name; with a country only those in stock there. */
  List<Platform> platforms(Optional<CountryId> country);

  /** The tiers in stock that fit the query, at this account's prices. */
  List<Product> products(Query query);

  /** Whose numbers are in stock for one platform in one country. */
  OperatorChoice operators(CountryId country, PlatformId platform);

  static BrowseCatalog over(
      Atlas atlas,
      Pool pool,
      StockCache stock,
      TierDirectory tiers,
      Prices prices,
      InstantSource clock) {
    return new BrowseCatalogService(atlas, pool, stock, tiers, prices, clock);
  }

  /**
   * @param page 1 or more
   * @param limit 1 to 10000
   */
  record Query(
      AccountId account,
      Optional<CountryId> country,
      Optional<PlatformId> platform,
      Optional<OperatorId> operator,
      Sort sort,
      long page,
      int limit) {}

  enum Sort {
    PRICE_ASC,
    PRICE_DESC,
    AVAILABLE_ASC,
    AVAILABLE_DESC,
    NAME_ASC,
    NAME_DESC
  }

  /**
   * A tier that can be ordered now.
   *
   * @param asOf when its vendor said so
   */
  record Product(
      Tier tier, Country country, Platform platform, Money price, int available, Instant asOf) {
    /** Fixed for life, without a price in it. */
    public String name() {
      return platform.name() + " - " + country.name();
    }
  }

  /**
   * @param any whether numbers of no particular operator are in stock too
   */
  record OperatorChoice(boolean any, List<Operator> operators) {}
}
