package dev.codeport.http.console.customer;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Orders;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.order.OrderCursor;
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
import java.util.Locale;
import java.util.Optional;

/** The customer's orders. */
final class OrderPages {
  private static final int ROWS = 25;
  private static final String LIST = "/console/orders";

  private final ReadOrders orders;
  private final BrowseCatalog catalog;
  private final ConsoleGate gate;
  private final Places places;

  OrderPages(ReadOrders orders, BrowseCatalog catalog, ConsoleGate gate, Places places) {
    this.orders = orders;
    this.catalog = catalog;
    this.gate = gate;
    this.places = places;
  }

  void mount(Routes routes) {
    routes.get(LIST, gate.reads(this::list));
  }

  private Reply list(Customer customer, Visit visit) {
    var query = visit.query();
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
            catalog.platforms(Optional.empty()).stream()
                .sorted(Comparator.comparing(Platform::name, String.CASE_INSENSITIVE_ORDER))
                .toList(),
            catalog.countries().stream().sorted(Comparator.comparing(Country::name)).toList(),
            first,
            next);
    return visit.show("orders", Section.ORDERS, page);
  }

  private static String address(Visit visit, Query query, String cursor) {
    var values = new LinkedHashMap<String, String>();
    for (var filter : new String[] {"status", "platform", "country"}) {
      values.put(filter, query.text(filter).orElse(""));
    }
    values.put("cursor", cursor);
    return LIST + visit.queryWith(values);
  }

  private Listing wanted(Query query) {
    var status = query.text("status").map(OrderPages::status).orElse(Orders.Shown.ALL);
    var wanted = Listing.of(status);
    var platform = query.text("platform").map(places::platformParameter);
    var country = query.text("country").map(places::countryParameter);
    var before = OrderCursor.in(query);
    wanted = platform.isPresent() ? wanted.on(platform.get()) : wanted;
    wanted = country.isPresent() ? wanted.in(country.get()) : wanted;
    return before.isPresent() ? wanted.before(before.get()) : wanted;
  }

  private static Orders.Shown status(String word) {
    if (!OrdersPage.STATUSES.contains(word)) {
      throw BadInput.parameter("status", "must be one of " + OrdersPage.STATUSES);
    }
    return Orders.Shown.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
