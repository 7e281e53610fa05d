package dev.codeport.http.api.order;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Search;
import dev.codeport.http.server.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Platforms and countries by the words customers use for them; read once, they never change. */
public final class Places {
  private final BrowseCatalog catalog;
  private final Function<String, Optional<Platform>> codes;
  private volatile @Nullable Index known;

  public Places(BrowseCatalog catalog) {
    this(catalog, code -> Optional.empty());
  }

  /**
   * @param codes what clients of another service mean by their short codes, such as {@code wa}
   */
  public Places(BrowseCatalog catalog, Function<String, Optional<Platform>> codes) {
    this.catalog = catalog;
    this.codes = codes;
  }

  /**
   * Those of {@code all} that fit what was typed: after those whose name it is the one whose code
   * it is, then the others as {@link Search} has them.
   */
  public List<Search.Hit<Platform>> search(List<Platform> all, String typed) {
    var named = Search.platforms(all, typed);
    var coded =
        codes
            .apply(typed.strip().toLowerCase(Locale.ROOT))
            .filter(all::contains)
            .filter(one -> named.stream().noneMatch(hit -> hit.exact() && isOf(hit, one)));
    return coded
        .map(
            one ->
                Stream.of(
                        named.stream().filter(Search.Hit::exact),
                        Stream.of(new Search.Hit<>(one, false)),
                        named.stream().filter(hit -> !hit.exact() && !isOf(hit, one)))
                    .flatMap(hits -> hits)
                    .toList())
        .orElse(named);
  }

  private static boolean isOf(Search.Hit<Platform> hit, Platform platform) {
    return hit.found().equals(platform);
  }

  public Optional<Platform> platform(String slug) {
    return Optional.ofNullable(index().platforms().get(slug));
  }

  public Optional<Country> country(String iso) {
    return Optional.ofNullable(index().countries().get(iso.toLowerCase(Locale.ROOT)));
  }

  public Optional<Platform> platform(PlatformId id) {
    return Optional.ofNullable(index().platformsById().get(id));
  }

  public Optional<Country> country(CountryId id) {
    return Optional.ofNullable(index().countriesById().get(id));
  }

  /** The platform of a query's parameter. */
  public PlatformId platformParameter(String slug) {
    return platform(slug)
        .map(Platform::id)
        .orElseThrow(() -> BadInput.parameter("platform", "must be a platform's slug"));
  }

  /** The country of a query's parameter. */
  public CountryId countryParameter(String iso) {
    return country(iso)
        .map(Country::id)
        .orElseThrow(() -> BadInput.parameter("country", "must be an ISO 3166-1 alpha-2 code"));
  }

  /** What people call it; the number where the catalogue has none. */
  public String platformName(CatalogProductId product) {
    return platform(product.platform())
        .map(Platform::name)
        .orElseGet(() -> "" + product.platform().value());
  }

  /** What people call it; the number where the catalogue has none. */
  public String countryName(CatalogProductId product) {
    return country(product.country())
        .map(Country::name)
        .orElseGet(() -> "" + product.country().value());
  }

  /** The slug; the number where the catalogue has none. */
  public String platformOf(CatalogProductId product) {
    var found = Optional.ofNullable(index().platformsById().get(product.platform()));
    return found.map(Platform::slug).orElseGet(() -> "" + product.platform().value());
  }

  /** The ISO code; the number where the catalogue has none. */
  public String countryOf(CatalogProductId product) {
    var found = Optional.ofNullable(index().countriesById().get(product.country()));
    return found.map(Country::iso).orElseGet(() -> "" + product.country().value());
  }

  private Index index() {
    var index = known;
    if (index == null) {
      index = Index.of(catalog);
      known = index;
    }
    return index;
  }

  private record Index(
      Map<String, Platform> platforms,
      Map<PlatformId, Platform> platformsById,
      Map<String, Country> countries,
      Map<CountryId, Country> countriesById) {
    static Index of(BrowseCatalog catalog) {
      var platforms = catalog.platforms(Optional.empty());
      var countries = catalog.countries();
      return new Index(
          by(platforms, Platform::slug),
          by(platforms, Platform::id),
          by(countries, Country::iso),
          by(countries, Country::id));
    }

    private static <K, V> Map<K, V> by(List<V> all, Function<V, K> key) {
      return all.stream().collect(Collectors.toUnmodifiableMap(key, one -> one));
    }
  }
}
