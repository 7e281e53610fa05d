package dev.codeport.http.console.customer;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Success;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the template {@code get} shows.
 *
 * @param platform what is chosen; none yet
 * @param country where, if it is chosen
 * @param what what is typed to find a platform
 * @param where what is typed to find a country
 * @param platforms to choose from
 * @param places where the platform is in stock, to choose from
 * @param key under which an order is placed once
 */
public record GetPage(
    Optional<Platform> platform,
    Optional<Country> country,
    String what,
    String where,
    String ceiling,
    String operator,
    List<Platform> platforms,
    List<Place> places,
    List<Operator> operators,
    List<Offer> offers,
    Money available,
    String key) {
  /** A country with stock, and from what price on. */
  public record Place(Country country, Money from, long stock) {}

  /**
   * @param usualWait how long a code takes; none when none came yet
   */
  public record Offer(
      BrowseCatalog.Product product, Success success, Optional<Duration> usualWait) {
    public String operator() {
      return product.tier().operator().map(Operator::name).orElse("");
    }

    public double rate() {
      return success.total() == 0 ? 0 : (double) success.arrived() / success.total();
    }
  }

  /** Nothing was chosen and nothing typed. */
  public boolean isFresh() {
    return platform.isEmpty() && what.isEmpty();
  }

  /** The cheapest that fits, if there is any. */
  public Optional<Offer> best() {
    return offers.stream().findFirst();
  }
}
