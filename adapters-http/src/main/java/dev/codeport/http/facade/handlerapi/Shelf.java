package dev.codeport.http.facade.handlerapi;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.BrowseCatalog.Product;
import dev.codeport.application.catalog.BrowseCatalog.Sort;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in stock, at the caller's prices, added up as clients see it: by price. */
final class Shelf {
  private static final int PAGE = 10_000;

  private Shelf() {}

  /** Every tier of a country, a platform, or all; the cheapest first. */
  static List<Product> of(
      BrowseCatalog catalog,
      Caller caller,
      Optional<Country> country,
      Optional<Platform> platform) {
    var all = new ArrayList<Product>();
    for (long page = 1; ; page++) {
      var query =
          new BrowseCatalog.Query(
              caller.account(),
              country.map(Country::id),
              platform.map(Platform::id),
              Optional.empty(),
              Sort.PRICE_ASC,
              page,
              PAGE);
      var found = catalog.products(query);
      all.addAll(found);
      if (found.size() < PAGE) {
        return all;
      }
    }
  }

  /**
   * How many there are at each price. A vendor that sells any operator's numbers sells each one's
   * too, so operators count only where nobody sells any.
   */
  static SortedMap<Money, Integer> byPrice(List<Product> tiers) {
    var any = tiers.stream().filter(tier -> tier.tier().operator().isEmpty()).toList();
    var counts = new TreeMap<Money, Integer>();
    for (var tier : any.isEmpty() ? tiers : any) {
      counts.merge(tier.price(), tier.available(), Shelf::sum);
    }
    return counts;
  }

  static int sum(int one, int other) {
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }
}
