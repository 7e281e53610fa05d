package dev.codeport.domain.catalog;

/**
 * One platform in one country, whoever sells it: {@code (platform - 1) * 512 + country}.
 *
 * <p>Computed, never handed out, so it is the same everywhere and for ever: 88 is WhatsApp in
 * Indonesia. Having an id does not mean that the catalogue knows both parts.
 *
 * <p>A number that holds no country or no platform is an {@link IllegalArgumentException}.
 */
public record CatalogProductId(int value) {
  private static final int COUNTRIES = CountryId.MAX + 1;
  private static final int MAX = (PlatformId.MAX - 1) * COUNTRIES + CountryId.MAX;

  public CatalogProductId {
    if (value < 1 || value > MAX || value % COUNTRIES == 0) {
      throw new IllegalArgumentException("no catalogue product has the id " + value);
    }
  }

  public static CatalogProductId of(CountryId country, PlatformId platform) {
    return new CatalogProductId((platform.value() - 1) * COUNTRIES + country.value());
  }

  public CountryId country() {
    return new CountryId(value % COUNTRIES);
  }

  public PlatformId platform() {
    return new PlatformId(value / COUNTRIES + 1);
  }
}
