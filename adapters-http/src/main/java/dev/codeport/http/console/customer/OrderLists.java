package dev.codeport.http.console.customer;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.Search;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Orders;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.order.OrderCursor;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.api.wallet.Cell;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The customer's orders, on pages and as a file. */
final class OrderLists {
  private static final int ROWS = 25;
  private static final int MOST_IN_FILE = 1_000;
  private static final String LIST = "/console/orders";
  private static final List<String> FILTERS = List.of("status", "platform", "country");

  private final ReadOrders orders;
  private final BrowseCatalog catalog;
  private final ConsoleGate gate;
  private final Places places;

  OrderLists(ReadOrders orders, BrowseCatalog catalog, ConsoleGate gate, Places places) {
    this.orders = orders;
    this.catalog = catalog;
    this.gate = gate;
    this.places = places;
  }

  void mount(Routes routes) {
    routes.get(LIST, gate.reads(this::list)).get(LIST + ".csv", gate.reads(this::file));
  }

  private Reply list(Customer customer, Visit visit) {
    var query = visit.query();
    if (query.text("find").isPresent()) {
      return find(customer, visit, query.text("find").orElse("").strip());
    }
    var found = orders.orders(customer.account(), wanted(query), ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var next =
        found.size() > ROWS ? address(visit, query, OrderCursor.of(shown.getLast().order())) : "";
    var first = query.text("cursor").isPresent() ? address(visit, query, "") : "";
    var page =
        new OrdersPage(
            shown.stream().map(order -> OrderLine.of(order, places)).toList(),
            query.text("status").orElse(""),
            query.text("platform").orElse(""),
            query.text("country").orElse(""),
            first,
            next,
            LIST + ".csv" + address(visit, query, "").substring(LIST.length()));
    return visit.show("orders", Section.ORDERS, page);
  }

  /** Leads to the order of that number, or to the orders on what was typed. */
  private Reply find(Customer customer, Visit visit, String typed) {
    var found =
        typed.matches("#?\\d+")
            ? order(customer, typed).map(OrderPages::path)
            : filter(typed).map(filter -> LIST + visit.queryWith(filter));
    return found.map(visit::go).orElseGet(() -> visit.fail(404, "no-order", typed));
  }

  private Optional<OrderId> order(Customer customer, String typed) {
    var number = typed.startsWith("#") ? typed.substring(1) : typed;
    return number.matches("[1-9]\\d{0,17}")
        ? Optional.of(new OrderId(Long.parseLong(number)))
            .filter(id -> orders.order(customer.account(), id).isPresent())
        : Optional.empty();
  }

  /** A platform or a country to the letter, a platform and then a country, or what comes near. */
  private Optional<Map<String, String>> filter(String typed) {
    return filter(typed, Search.Hit::exact)
        .or(() -> both(typed))
        .or(() -> filter(typed, hit -> true));
  }

  private Optional<Map<String, String>> filter(String typed, Predicate<Search.Hit<?>> near) {
    return platform(typed, near)
        .map(platform -> Map.of("platform", platform.slug()))
        .or(() -> country(typed, near).map(country -> Map.of("country", country.iso())));
  }

  private Optional<Map<String, String>> both(String typed) {
    for (var at = typed.indexOf(' '); at > 0; at = typed.indexOf(' ', at + 1)) {
      var platform = platform(typed.substring(0, at), hit -> true);
      var country = country(typed.substring(at + 1), Search.Hit::exact);
      if (platform.isPresent() && country.isPresent()) {
        return Optional.of(
            Map.of("platform", platform.get().slug(), "country", country.get().iso()));
      }
    }
    return Optional.empty();
  }

  private Optional<Platform> platform(String typed, Predicate<Search.Hit<?>> near) {
    return first(places.search(catalog.platforms(Optional.empty()), typed), near);
  }

  private Optional<Country> country(String typed, Predicate<Search.Hit<?>> near) {
    return first(Search.countries(catalog.countries(), typed), near);
  }

  /** The newest that fit. A cell that a spreadsheet would take for a formula is made text. */
  private Reply file(Customer customer, Visit visit) {
    var lines =
        orders.orders(customer.account(), wanted(visit.query()), MOST_IN_FILE).stream()
            .map(order -> OrderLine.of(order, places))
            .map(OrderLists::line);
    var head = "order,status,platform,country,number,code,price,currency,paid,placed_at\r\n";
    var text = Stream.concat(Stream.of(head), lines).collect(Collectors.joining());
    return visit.file("orders.csv", "text/csv; charset=utf-8", text);
  }

  private static String line(OrderLine order) {
    return Stream.of(
                "" + order.id(),
                order.status(),
                order.platform(),
                order.country(),
                order.phone().orElse(""),
                order.code().orElse(""),
                order.price().amount().stripTrailingZeros().toPlainString(),
                order.price().currency().code(),
                "" + order.paid(),
                order.placedAt().toString())
            .map(Cell::of)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String address(Visit visit, Query query, String cursor) {
    var values = new LinkedHashMap<String, String>();
    FILTERS.forEach(filter -> values.put(filter, query.text(filter).orElse("")));
    values.put("cursor", cursor);
    return LIST + visit.queryWith(values);
  }

  private Listing wanted(Query query) {
    var wanted = Listing.of(query.text("status").map(OrderLists::status).orElse(Orders.Shown.ALL));
    var platform = query.text("platform").map(this::platform).map(Platform::id);
    var country = query.text("country").map(this::country).map(Country::id);
    var before = OrderCursor.in(query);
    wanted = platform.isPresent() ? wanted.on(platform.get()) : wanted;
    wanted = country.isPresent() ? wanted.in(country.get()) : wanted;
    return before.isPresent() ? wanted.before(before.get()) : wanted;
  }

  /** What was typed, or what comes nearest to it. */
  private Platform platform(String typed) {
    return places
        .platform(typed)
        .or(() -> platform(typed, hit -> true))
        .orElseThrow(() -> BadInput.parameter("platform", "must be a platform's name"));
  }

  private Country country(String typed) {
    return places
        .country(typed)
        .or(() -> country(typed, hit -> true))
        .orElseThrow(() -> BadInput.parameter("country", "must be a country's name or code"));
  }

  private static <T> Optional<T> first(List<Search.Hit<T>> hits, Predicate<Search.Hit<?>> near) {
    return hits.stream().filter(near).map(Search.Hit::found).findFirst();
  }

  private static Orders.Shown status(String word) {
    if (!OrdersPage.STATUSES.contains(word)) {
      throw BadInput.parameter("status", "must be one of " + OrdersPage.STATUSES);
    }
    return Orders.Shown.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
