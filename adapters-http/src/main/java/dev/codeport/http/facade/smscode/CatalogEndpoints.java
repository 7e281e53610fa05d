package dev.codeport.http.facade.smscode;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.BrowseCatalog.Sort;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Countries, services, operators and products. */
final class CatalogEndpoints {
  private static final int MOST_ROWS = 10_000;
  private static final long LAST_PAGE = Integer.MAX_VALUE;
  private static final Map<String, Sort> SORTS =
      Map.of(
          "price_asc", Sort.PRICE_ASC,
          "price_desc", Sort.PRICE_DESC,
          "available_asc", Sort.AVAILABLE_ASC,
          "available_desc", Sort.AVAILABLE_DESC,
          "name_asc", Sort.NAME_ASC,
          "name_desc", Sort.NAME_DESC);

  private final BrowseCatalog catalog;
  private final Tariffs tariffs;
  private final Version version;

  CatalogEndpoints(BrowseCatalog catalog, Tariffs tariffs, Version version) {
    this.catalog = catalog;
    this.tariffs = tariffs;
    this.version = version;
  }

  Reply countries(Caller caller, Request request) {
    return Envelope.ok(catalog.countries().stream().map(CatalogViews.CountryView::of).toList());
  }

  Reply services(Caller caller, Request request) {
    var country = Filter.of(request.query(), "country_id", Wire::country);
    return Envelope.ok(
        country.isImpossible()
            ? List.of()
            : catalog.platforms(country.id()).stream().map(CatalogViews.ServiceView::of).toList());
  }

  Reply operators(Caller caller, Request request) {
    var query = request.query();
    var country = Wire.country(query.requiredInt32("country_id"));
    var platform = Wire.platform(query.requiredInt32("platform_id"));
    return Envelope.ok(
        country.flatMap(where -> platform.map(what -> operators(where, what))).orElseGet(List::of));
  }

  private List<CatalogViews.OperatorView> operators(CountryId country, PlatformId platform) {
    var choice = catalog.operators(country, platform);
    var views = new ArrayList<CatalogViews.OperatorView>();
    if (choice.any() && !choice.operators().isEmpty()) {
      views.add(CatalogViews.OperatorView.ANY);
    }
    choice.operators().forEach(operator -> views.add(CatalogViews.OperatorView.of(operator)));
    return views;
  }

  Reply products(Caller caller, Request request) {
    var query = request.query();
    var country = Filter.of(query, "country_id", Wire::country);
    var platform = Filter.of(query, "platform_id", Wire::platform);
    var operator = Filter.of(query, "operator_id", Wire::operator);
    var limit = (int) Math.clamp(query.int64("limit").orElse(1000L), 1L, MOST_ROWS);
    var page = Math.clamp(query.int64("page").orElse(1L), 1L, LAST_PAGE);
    var wanted =
        new BrowseCatalog.Query(
            caller.account(),
            country.id(),
            platform.id(),
            operator.id(),
            SORTS.getOrDefault(query.text("sort").orElse(""), Sort.PRICE_ASC),
            page,
            limit);
    var none = country.isImpossible() || platform.isImpossible() || operator.isImpossible();
    return tariffs.priced(version, tariff -> products(wanted, none, tariff));
  }

  private Reply products(BrowseCatalog.Query wanted, boolean none, Tariff tariff) {
    List<BrowseCatalog.Product> found = none ? List.of() : catalog.products(wanted);
    var views =
        found.stream().map(product -> CatalogViews.ProductView.of(product, tariff)).toList();
    return tariff.page(views, wanted.page(), wanted.limit(), views.size());
  }

  /**
   * @param isImpossible whether an id was given that nothing can have
   */
  private record Filter<T>(Optional<T> id, boolean isImpossible) {
    static <T> Filter<T> of(Query query, String name, IntFunction<Optional<T>> id) {
      var given = query.int32(name);
      var found = given.flatMap(id::apply);
      return new Filter<>(found, given.isPresent() && found.isEmpty());
    }
  }
}
