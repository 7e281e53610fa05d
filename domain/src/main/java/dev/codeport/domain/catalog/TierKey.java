package dev.codeport.domain.catalog;

import dev.codeport.domain.id.ProviderId;
import java.util.Optional;

/**
 * What a tier is: one vendor's numbers of one country for one platform, of one operator or of any.
 * Never a price.
 *
 * @param operator the operator's code, lower case; none for any operator
 */
public record TierKey(
    ProviderId provider, CountryId country, PlatformId platform, Optional<String> operator) {
  public CatalogProductId product() {
    return CatalogProductId.of(country, platform);
  }
}
