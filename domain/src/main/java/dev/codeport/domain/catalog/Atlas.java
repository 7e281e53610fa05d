package dev.codeport.domain.catalog;

import static com.google.common.collect.Maps.uniqueIndex;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;

/**
 * All countries and platforms we have a number for, immutable, with lookups by id and by word.
 *
 * <p>Says nothing of stock: whether somebody sells a product is the pool's business.
 */
public final class Atlas {
  private final int version;
  private final ImmutableMap<CountryId, Country> countries;
  private final ImmutableMap<String, Country> countriesByIso;
  private final ImmutableMap<PlatformId, Platform> platforms;
  private final ImmutableMap<String, Platform> platformsBySlug;

  Atlas(int version, List<Country> countries, List<Platform> platforms) {
    this.version = version;
    this.countries = uniqueIndex(countries, Country::id);
    this.countriesByIso = uniqueIndex(countries, Country::iso);
    this.platforms = uniqueIndex(platforms, Platform::id);
    this.platformsBySlug = uniqueIndex(platforms, Platform::slug);
  }

  /**
   * The catalogue that ships with Codeport, read once; a broken resource is fatal, by file and
   * line.
   */
  public static Atlas standard() {
    return Standard.ATLAS;
  }

  /** The edition of the resources; it grows with every change of them. */
  public int version() {
    return version;
  }

  /** Every country, by ascending id. */
  public List<Country> countries() {
    return countries.values().asList();
  }

  /** Every platform, by ascending id. */
  public List<Platform> platforms() {
    return platforms.values().asList();
  }

  public Optional<Country> country(CountryId id) {
    return Optional.ofNullable(countries.get(id));
  }

  /** The country of a lower-case ISO alpha-2 code. */
  public Optional<Country> countryByIso(String iso) {
    return Optional.ofNullable(countriesByIso.get(iso));
  }

  public Optional<Platform> platform(PlatformId id) {
    return Optional.ofNullable(platforms.get(id));
  }

  public Optional<Platform> platformBySlug(String slug) {
    return Optional.ofNullable(platformsBySlug.get(slug));
  }

  private static final class Standard {
    static final Atlas ATLAS = AtlasReader.shipped();
  }
}
