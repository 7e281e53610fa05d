package dev.codeport.application.catalog;

import dev.codeport.application.pricing.Prices;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.domain.pool.StockCache.Stocked;
import dev.codeport.domain.pricing.PriceList;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class BrowseCatalogService implements BrowseCatalog {
  private static final Comparator<Platform> BY_NAME =
      Comparator.comparing(Platform::name, String.CASE_INSENSITIVE_ORDER);

  private final Atlas atlas;
  private final List<Country> countries;
  private final List<Platform> platforms;
  private final Pool pool;
  private final StockCache stock;
  private final TierDirectory tiers;
  private final Prices prices;
  private final InstantSource clock;

  BrowseCatalogService(
      Atlas atlas,
      Pool pool,
      StockCache stock,
      TierDirectory tiers,
      Prices prices,
      InstantSource clock) {
    this.atlas = atlas;
    this.countries =
        atlas.countries().stream().sorted(Comparator.comparing(Country::name)).toList();
    this.platforms = atlas.platforms().stream().sorted(BY_NAME).toList();
    this.pool = pool;
    this.stock = stock;
    this.tiers = tiers;
    this.prices = prices;
    this.clock = clock;
  }

  @Override
  public List<Country> countries() {
    return countries;
  }

  @Override
  public List<Platform> platforms(Optional<CountryId> country) {
    if (country.isEmpty()) {
      return platforms;
    }
    return inStock(country, Optional.empty())
        .map(each -> each.offer().tier().platform())
        .distinct()
        .flatMap(id -> atlas.platform(id).stream())
        .sorted(BY_NAME)
        .toList();
  }

  @Override
  public List<Product> products(Query query) {
    var offers = inStock(query.country(), query.platform()).toList();
    var known = tiers.identify(offers.stream().map(each -> each.offer().tier()).toList());
    var list = prices.shown(clock.instant());
    return offers.stream()
        .flatMap(each -> product(each, known, list, query.account()).stream())
        .filter(product -> fits(product.tier(), query))
        .sorted(order(query.sort()).thenComparing(product -> product.tier().id().value()))
        .skip((Math.max(1, query.page()) - 1) * query.limit())
        .limit(query.limit())
        .toList();
  }

  @Override
  public OperatorChoice operators(CountryId country, PlatformId platform) {
    var keys =
        inStock(Optional.of(country), Optional.of(platform))
            .map(each -> each.offer().tier())
            .toList();
    var operators =
        tiers.identify(keys).values().stream()
            .flatMap(tier -> tier.operator().stream())
            .distinct()
            .sorted(Comparator.comparing(Operator::code))
            .toList();
    return new OperatorChoice(keys.stream().anyMatch(key -> key.operator().isEmpty()), operators);
  }

  private Stream<Stocked> inStock(Optional<CountryId> country, Optional<PlatformId> platform) {
    var known =
        country.isPresent() && platform.isPresent()
            ? stock.offers(country.get(), platform.get())
            : stock.all();
    var selling = pool.selling();
    return known.stream()
        .filter(each -> platform.isEmpty() || isOf(platform.get(), each))
        .filter(each -> country.isEmpty() || isIn(country.get(), each))
        .filter(each -> each.offer().count() > 0)
        .filter(each -> selling.contains(each.offer().tier().provider()));
  }

  private static boolean isOf(PlatformId platform, Stocked stocked) {
    return stocked.offer().tier().platform().equals(platform);
  }

  private static boolean isIn(CountryId country, Stocked stocked) {
    return stocked.offer().tier().country().equals(country);
  }

  private Optional<Product> product(
      Stocked stocked, Map<TierKey, Tier> known, PriceList list, AccountId account) {
    var offer = stocked.offer();
    var key = offer.tier();
    var country = atlas.country(key.country());
    var platform = atlas.platform(key.platform());
    var price = list.price(account, key.country(), key.platform(), offer.cost());
    var tier = Optional.ofNullable(known.get(key));
    if (country.isEmpty() || platform.isEmpty() || price.isEmpty() || tier.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Product(
            tier.get(),
            country.get(),
            platform.get(),
            price.get().amount(),
            offer.count(),
            stocked.asOf()));
  }

  private static boolean fits(Tier tier, Query query) {
    return query.operator().isEmpty() || query.operator().equals(tier.operator().map(Operator::id));
  }

  private static Comparator<Product> order(Sort sort) {
    var byName = Comparator.comparing(Product::name, String.CASE_INSENSITIVE_ORDER);
    return switch (sort) {
      case PRICE_ASC -> Comparator.comparing(Product::price);
      case PRICE_DESC -> Comparator.comparing(Product::price).reversed();
      case AVAILABLE_ASC -> Comparator.comparingInt(Product::available);
      case AVAILABLE_DESC -> Comparator.comparingInt(Product::available).reversed();
      case NAME_ASC -> byName;
      case NAME_DESC -> byName.reversed();
    };
  }
}
