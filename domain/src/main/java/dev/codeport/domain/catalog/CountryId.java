package dev.codeport.domain.catalog;

/**
 * Our number for a country: 1 to 511, so that it fits beside a platform in a {@link
 * CatalogProductId}.
 *
 * <p>Anything else is an {@link IllegalArgumentException}.
 */
public record CountryId(int value) {
  static final int MAX = 511;

  public CountryId {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("a country id is 1 to " + MAX + ", not " + value);
    }
  }
}
