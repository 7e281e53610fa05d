package dev.codeport.http.console.customer;

import com.google.common.base.Suppliers;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.ReadSuccess;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Search;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.domain.pool.Success;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looking for a number, and ordering it. */
final class GetPages {
  static final String PATH = "/console/get";
  private static final int MOST_CHOICES = 24;
  private static final int MOST_OFFERS = 100;
  private static final int MOST_TIERS = 10_000;
  private static final int MOST = 100;

  private final BrowseCatalog catalog;
  private final ReadSuccess success;
  private final ReadWallet wallets;
  private final PlaceOrder placing;
  private final Ledger ledger;
  private final ConsoleGate gate;
  private final Places places;
  private final Supplier<List<Platform>> bestKnown = Suppliers.memoize(this::bestKnown);

  GetPages(
      BrowseCatalog catalog,
      ReadSuccess success,
      ReadWallet wallets,
      PlaceOrder placing,
      Ledger ledger,
      ConsoleGate gate,
      Places places) {
    this.catalog = catalog;
    this.success = success;
    this.wallets = wallets;
    this.placing = placing;
    this.ledger = ledger;
    this.gate = gate;
    this.places = places;
  }

  void mount(Routes routes) {
    routes.get(PATH, gate.reads(this::search)).post("/console/orders", gate.changes(this::place));
  }

  private Reply search(Customer customer, Visit visit) {
    return show(200, customer, visit, visit.query());
  }

  private Reply show(int status, Customer customer, Visit visit, Query typed) {
    var what = typed.text("what").orElse("");
    var where = typed.text("where").orElse("");
    var platform = platform(typed, what);
    var country = country(typed, where);
    var offers = platform.flatMap(p -> country.map(c -> offers(customer, p, c, typed)));
    var page =
        new GetPage(
            platform,
            country,
            what,
            where,
            typed.text("ceiling").orElse(""),
            typed.text("operator").orElse(""),
            platforms(what),
            platform.map(chosen -> inStock(customer, chosen, where)).orElse(List.of()),
            platform
                .flatMap(p -> country.map(c -> catalog.operators(c.id(), p.id()).operators()))
                .orElse(List.of()),
            offers.orElse(List.of()),
            wallets.wallet(customer.account()).available(),
            visit.newKey());
    return visit.show(status, "get", Section.GET, page);
  }

  /** What was chosen, or what was typed to the letter. */
  private Optional<Platform> platform(Query typed, String what) {
    return typed
        .text("platform")
        .flatMap(places::platform)
        .or(
            () ->
                places.search(catalog.platforms(Optional.empty()), what).stream()
                    .filter(Search.Hit::exact)
                    .map(Search.Hit::found)
                    .findFirst());
  }

  private Optional<Country> country(Query typed, String where) {
    return typed
        .text("country")
        .flatMap(places::country)
        .or(
            () ->
                Search.countries(catalog.countries(), where).stream()
                    .filter(Search.Hit::exact)
                    .map(Search.Hit::found)
                    .findFirst());
  }

  /** Those that fit, or the best known. */
  private List<Platform> platforms(String what) {
    return what.isEmpty()
        ? bestKnown.get()
        : places.search(catalog.platforms(Optional.empty()), what).stream()
            .map(Search.Hit::found)
            .limit(MOST_CHOICES)
            .toList();
  }

  private List<Platform> bestKnown() {
    return catalog.platforms(Optional.empty()).stream()
        .sorted(Comparator.comparing(platform -> platform.id().value()))
        .limit(MOST_CHOICES)
        .toList();
  }

  private List<GetPage.Place> inStock(Customer customer, Platform platform, String where) {
    var cheapest = new LinkedHashMap<CountryId, GetPage.Place>();
    for (var product :
        catalog.products(
            query(customer, Optional.empty(), platform.id(), Optional.empty(), MOST_TIERS))) {
      cheapest.merge(
          product.country().id(),
          new GetPage.Place(product.country(), product.price(), product.available()),
          (first, more) ->
              new GetPage.Place(first.country(), first.from(), first.stock() + more.stock()));
    }
    var fits =
        Search.countries(cheapest.values().stream().map(GetPage.Place::country).toList(), where);
    return where.isEmpty()
        ? List.copyOf(cheapest.values())
        : fits.stream().map(hit -> cheapest.get(hit.found().id())).toList();
  }

  private List<GetPage.Offer> offers(
      Customer customer, Platform platform, Country country, Query typed) {
    var product = CatalogProductId.of(country.id(), platform.id());
    var arrived = success.success(product);
    var waits = success.usualWaits(product);
    var ceiling = ceiling(typed);
    return catalog
        .products(
            query(customer, Optional.of(country.id()), platform.id(), operator(typed), MOST_OFFERS))
        .stream()
        .filter(offer -> ceiling.filter(offer.price()::isMoreThan).isEmpty())
        .map(offer -> offer(offer, arrived, waits))
        .toList();
  }

  private static GetPage.Offer offer(
      BrowseCatalog.Product product,
      Map<TierId, Success> arrived,
      Map<TierId, java.time.Duration> waits) {
    var tier = product.tier().id();
    return new GetPage.Offer(
        product, arrived.getOrDefault(tier, Success.NONE), Optional.ofNullable(waits.get(tier)));
  }

  private static BrowseCatalog.Query query(
      Customer customer,
      Optional<CountryId> country,
      PlatformId platform,
      Optional<OperatorId> operator,
      int most) {
    return new BrowseCatalog.Query(
        customer.account(),
        country,
        Optional.of(platform),
        operator,
        BrowseCatalog.Sort.PRICE_ASC,
        1,
        most);
  }

  private Reply place(Customer customer, Visit visit) {
    var form = visit.form();
    var wish = wish(form);
    var quantity = form.int32("quantity").orElse(1);
    if (quantity < 1 || quantity > MOST) {
      throw BadInput.parameter("quantity", "must be 1 to " + MOST);
    }
    var key = visit.key().orElseThrow(() -> BadInput.parameter("key", "is missing"));
    var repeatable =
        new Repeatable(key, Fingerprint.of("console order", wish.toString(), "" + quantity));
    var result =
        placing.placeOrder(
            new PlaceOrder.Command(
                customer.account(), Optional.of(repeatable), wish, quantity, Optional.empty()));
    return OrderRefusals.of(result)
        .map(refused -> show(refused.status(), customer, refused.told(visit), form))
        .orElseGet(() -> placed(visit, result));
  }

  private static Reply placed(Visit visit, PlaceOrder.Result result) {
    List<ShownOrder> orders =
        switch (result) {
          case PlaceOrder.Accepted accepted -> accepted.orders();
          case PlaceOrder.Replayed again -> again.orders();
          default -> List.of();
        };
    return orders.size() == 1
        ? visit.go("/console/orders/" + orders.getFirst().order().id(), "ordered")
        : visit.go("/console/orders", "ordered-many", orders.size());
  }

  private Wish wish(Query form) {
    var tier = form.int32("tier");
    if (tier.isPresent()) {
      return new Wish.Exact(new TierId(tier.get()));
    }
    var country = places.countryParameter(form.text("country").orElse(""));
    var platform = places.platformParameter(form.text("platform").orElse(""));
    var bounds = new RoutingPolicy.Bounds(ceiling(form), Optional.empty(), Optional.empty());
    return new Wish.Routed(
        CatalogProductId.of(country, platform), policy(form), bounds, operator(form));
  }

  private static RoutingPolicy policy(Query form) {
    return switch (form.text("policy").orElse("cheapest")) {
      case "cheapest" -> RoutingPolicy.CHEAPEST;
      case "best_success" -> RoutingPolicy.BEST_SUCCESS;
      case "balanced" -> RoutingPolicy.BALANCED;
      default -> throw BadInput.parameter("policy", "must be cheapest, best_success or balanced");
    };
  }

  private static Optional<OperatorId> operator(Query typed) {
    return typed
        .int32("operator")
        .map(
            id -> {
              if (id < 1) {
                throw BadInput.parameter("operator", "must be an operator's number");
              }
              return new OperatorId(id);
            });
  }

  private Optional<Money> ceiling(Query typed) {
    return typed
        .text("ceiling")
        .map(
            text -> {
              if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
                throw BadInput.parameter("ceiling", "must be an amount such as 2500 or 0.25");
              }
              return Money.of(text, ledger.currency());
            })
        .filter(Money::isPositive);
  }
}
