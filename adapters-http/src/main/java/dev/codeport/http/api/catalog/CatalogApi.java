package dev.codeport.http.api.catalog;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.ReadSuccess;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.Search;
import dev.codeport.domain.pool.Success;
import dev.codeport.http.api.Cursor;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.api.Pages;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.SuccessView;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything under {@code /api/catalog}. */
public final class CatalogApi {
  private static final String AT = "/api/catalog";
  private static final String LIST = "c";
  private static final int MOST = 200;

  private final BrowseCatalog catalog;
  private final ReadSuccess success;
  private final CustomerGate gate;
  private final Places places;

  public CatalogApi(BrowseCatalog catalog, ReadSuccess success, CustomerGate gate, Places places) {
    this.catalog = catalog;
    this.success = success;
    this.gate = gate;
    this.places = places;
  }

  public void mount(Routes routes) {
    routes
        .get(AT + "/platforms", gate.read(this::platforms))
        .get(AT + "/countries", gate.read(this::countries))
        .get(AT + "/offers", gate.read(this::offers));
  }

  /** All, or with a country those in stock there. */
  private Reply platforms(Customer customer, Request request) {
    var query = request.query().only(Set.of("country", "search"));
    var all = catalog.platforms(query.text("country").map(places::countryParameter));
    var found = query.text("search").map(typed -> found(places.search(all, typed))).orElse(all);
    return Reply.json(200, new PlatformsView(found.stream().map(PlatformView::of).toList()));
  }

  private Reply countries(Customer customer, Request request) {
    var query = request.query().only(Set.of("search"));
    var all = catalog.countries();
    var found = query.text("search").map(typed -> found(Search.countries(all, typed))).orElse(all);
    return Reply.json(200, new CountriesView(found.stream().map(CountryView::of).toList()));
  }

  private static <T> List<T> found(List<Search.Hit<T>> hits) {
    return hits.stream().map(Search.Hit::found).toList();
  }

  /** Stock moves while one pages through it: what is read on is a later moment of it. */
  private Reply offers(Customer customer, Request request) {
    var query =
        request
            .query()
            .only(Set.of("platform", "country", "operator_id", "sort", "limit", "cursor"));
    var limit = Math.min(Pages.limit(query), MOST);
    var page = Cursor.in(query, LIST, 2).map(at -> page(at, limit)).orElse(1L);
    var rows = catalog.products(wanted(customer, query, page, limit));
    var more = !rows.isEmpty() && hasNext(customer, query, page, limit);
    Optional<String> next = more ? Optional.of(Cursor.of(LIST, page + 1, limit)) : Optional.empty();
    var reply =
        Reply.json(200, new OffersView(rows.stream().map(this::offer).toList(), next.orElse(null)));
    return next.map(at -> Pages.linked(reply, request, at)).orElse(reply);
  }

  private boolean hasNext(Customer customer, Query query, long page, int limit) {
    return !catalog.products(wanted(customer, query, page * limit + 1, 1)).isEmpty();
  }

  private static long page(List<Long> numbers, int limit) {
    if (numbers.getLast() != limit || numbers.getFirst() < 1 || numbers.getFirst() > 1_000_000) {
      throw BadInput.parameter("cursor", "goes with the limit of the page that gave it");
    }
    return numbers.getFirst();
  }

  private BrowseCatalog.Query wanted(Customer customer, Query query, long page, int limit) {
    return new BrowseCatalog.Query(
        customer.account(),
        query.text("country").map(places::countryParameter),
        query.text("platform").map(places::platformParameter),
        query.int32("operator_id").map(CatalogApi::operator),
        query.text("sort").map(CatalogApi::sort).orElse(BrowseCatalog.Sort.PRICE_ASC),
        page,
        limit);
  }

  private static OperatorId operator(int id) {
    if (id < 1) {
      throw BadInput.parameter("operator_id", "must be an operator's id");
    }
    return new OperatorId(id);
  }

  private static BrowseCatalog.Sort sort(String word) {
    return switch (word) {
      case "price" -> BrowseCatalog.Sort.PRICE_ASC;
      case "-price" -> BrowseCatalog.Sort.PRICE_DESC;
      case "available" -> BrowseCatalog.Sort.AVAILABLE_ASC;
      case "-available" -> BrowseCatalog.Sort.AVAILABLE_DESC;
      case "name" -> BrowseCatalog.Sort.NAME_ASC;
      case "-name" -> BrowseCatalog.Sort.NAME_DESC;
      default ->
          throw BadInput.parameter("sort", "must be price, available or name, with - downwards");
    };
  }

  private OfferView offer(BrowseCatalog.Product product) {
    var tier = product.tier();
    var known = success.success(tier.product()).getOrDefault(tier.id(), Success.NONE);
    return new OfferView(
        product.platform().slug(),
        product.country().iso(),
        tier.product().value(),
        tier.id().value(),
        tier.key().provider().value(),
        tier.operator().map(operator -> operator.id().value()).orElse(null),
        tier.operator().map(Operator::code).orElse(null),
        Shown.money(product.price()),
        product.available(),
        Shown.time(product.asOf()),
        SuccessView.of(known),
        Optional.ofNullable(success.usualWaits(tier.product()).get(tier.id()))
            .map(Duration::toSeconds)
            .orElse(null));
  }

  record PlatformsView(List<PlatformView> platforms) {}

  record PlatformView(int id, String slug, String name, List<String> aliases) {
    static PlatformView of(Platform platform) {
      return new PlatformView(
          platform.id().value(), platform.slug(), platform.name(), platform.aliases());
    }
  }

  record CountriesView(List<CountryView> countries) {}

  record CountryView(int id, String iso, String name, String dialCode, String flag) {
    static CountryView of(Country country) {
      return new CountryView(
          country.id().value(), country.iso(), country.name(), country.dialCode(), country.flag());
    }
  }

  record OffersView(List<OfferView> offers, @Nullable String nextCursor) {}

  /**
   * @param available how many numbers the vendor says it has
   * @param asOf when it said so
   * @param usualWait how many seconds a code takes; none when none came yet
   */
  record OfferView(
      String platform,
      String country,
      int productId,
      int tierId,
      String provider,
      @Nullable Integer operatorId,
      @Nullable String operator,
      Shown.MoneyView price,
      int available,
      String asOf,
      SuccessView success,
      @Nullable Long usualWait) {}
}
