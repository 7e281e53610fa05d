package dev.codeport.http.api;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How often codes arrived at one vendor lately, by platform and country. */
final class SoldEndpoint {
  private final ReadVendors vendors;
  private final BrowseCatalog catalog;

  SoldEndpoint(ReadVendors vendors, BrowseCatalog catalog) {
    this.vendors = vendors;
    this.catalog = catalog;
  }

  Reply get(Request request) {
    request.query().only(Set.of());
    return provider(request)
        .flatMap(vendors::sold)
        .map(this::view)
        .map(view -> Reply.json(200, view))
        .orElseGet(() -> Problem.NOT_FOUND.reply("There is no such vendor."));
  }

  private SoldView view(List<ReadVendors.Sold> sold) {
    var platforms =
        catalog.platforms(Optional.empty()).stream()
            .collect(Collectors.toMap(Platform::id, Platform::slug));
    var countries =
        catalog.countries().stream().collect(Collectors.toMap(Country::id, Country::iso));
    return new SoldView(
        sold.stream().map(each -> ProductView.of(each, platforms, countries)).toList());
  }

  private static Optional<ProviderId> provider(Request request) {
    try {
      return Optional.of(new ProviderId(request.path("id")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  record SoldView(List<ProductView> products) {}

  /**
   * @param platform its slug; the number where the catalogue has none, so with the country
   */
  record ProductView(String platform, String country, int productId, SuccessView success) {
    static ProductView of(
        ReadVendors.Sold sold,
        Map<PlatformId, String> platforms,
        Map<CountryId, String> countries) {
      var product = sold.product();
      return new ProductView(
          platforms.getOrDefault(product.platform(), "" + product.platform().value()),
          countries.getOrDefault(product.country(), "" + product.country().value()),
          product.value(),
          SuccessView.of(sold.success()));
    }
  }
}
