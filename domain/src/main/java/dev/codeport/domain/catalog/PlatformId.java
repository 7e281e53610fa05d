package dev.codeport.domain.catalog;

/**
 * Our number for a platform: 1 to 4,000,000, so that every {@link CatalogProductId} fits in 32
 * bits.
 *
 * <p>Anything else is an {@link IllegalArgumentException}.
 */
public record PlatformId(int value) {
  static final int MAX = 4_000_000;

  public PlatformId {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("a platform id is 1 to " + MAX + ", not " + value);
    }
  }
}
