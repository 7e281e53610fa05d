package dev.codeport.http.facade.smscode;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.Platform;
import org.jspecify.annotations.Nullable;

/** What of the catalogue is shown. */
final class CatalogViews {
  private CatalogViews() {}

  record CountryView(
      int id, String code, String name, String dialCode, String emoji, boolean active) {
    static CountryView of(Country country) {
      return new CountryView(
          country.id().value(),
          country.iso(),
          country.name(),
          country.dialCode(),
          country.flag(),
          true);
    }
  }

  record ServiceView(int id, String code, String name, boolean active) {
    static ServiceView of(Platform platform) {
      return new ServiceView(platform.id().value(), platform.slug(), platform.name(), true);
    }
  }

  record OperatorView(
      @Nullable Integer operatorId, String code, String name, @Nullable String localName) {
    static final OperatorView ANY = new OperatorView(null, "any", "Any", null);

    static OperatorView of(Operator operator) {
      return new OperatorView(operator.id().value(), operator.code(), operator.name(), null);
    }
  }

  record ProductView(
      int id,
      String name,
      int countryId,
      int platformId,
      int available,
      Amount price,
      boolean active,
      int catalogProductId,
      @Nullable Integer operatorId,
      @Nullable String operatorName) {
    static ProductView of(BrowseCatalog.Product product, Tariff tariff) {
      var operator = product.tier().operator();
      return new ProductView(
          product.tier().id().value(),
          product.name(),
          product.country().id().value(),
          product.platform().id().value(),
          product.available(),
          tariff.price(product.price()),
          true,
          product.tier().product().value(),
          operator.map(o -> o.id().value()).orElse(null),
          operator.map(Operator::name).orElse(null));
    }
  }
}
