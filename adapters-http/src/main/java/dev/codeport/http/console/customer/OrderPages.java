package dev.codeport.http.console.customer;

import dev.codeport.application.Codeport;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.QueueCancel;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.order.ReplaceOrder;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.code.CodeExtractor;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Lease;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.order.EventEndpoints;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.api.order.TimelineEndpoint;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One order: what came, what happened, and what may be done. */
final class OrderPages {
  private static final String ORDER = "/console/orders/:id";
  private static final String TYPES =
      Arrays.stream(Event.Type.values())
          .map(Event.Type::publicName)
          .collect(Collectors.joining(" "));

  private final Codeport codeport;
  private final ReadOrders orders;
  private final ConsoleGate gate;
  private final Places places;
  private final EventEndpoints streams;
  private final TimelineEndpoint timeline;

  OrderPages(Codeport codeport, ConsoleGate gate, Places places, EventEndpoints streams) {
    this.codeport = codeport;
    this.orders = codeport;
    this.gate = gate;
    this.places = places;
    this.streams = streams;
    this.timeline = new TimelineEndpoint(codeport, codeport, places);
  }

  void mount(Routes routes) {
    routes
        .get(ORDER, gate.reads(this::show))
        .get(
            ORDER + "/live",
            gate.reads((customer, visit) -> streams.ofOrder(customer, visit.request())))
        .post(ORDER + "/finish", gate.changes(this::finish))
        .post(ORDER + "/another", gate.changes(this::another))
        .post(ORDER + "/cancel", gate.changes(this::cancel))
        .post(ORDER + "/replace", gate.changes(this::replace))
        .post(ORDER + "/reactivate", gate.changes(this::reactivate));
  }

  static String path(OrderId id) {
    return "/console/orders/" + id;
  }

  private Reply show(Customer customer, Visit visit) {
    return of(visit, id -> show(200, customer, visit, id));
  }

  private Reply finish(Customer customer, Visit visit) {
    return of(
        visit,
        id -> {
          var result = codeport.finishOrder(customer.account(), id);
          return done(customer, visit, id, OrderRefusals.of(result), "finished");
        });
  }

  private Reply another(Customer customer, Visit visit) {
    return of(
        visit,
        id -> {
          var result = codeport.requestAnotherCode(customer.account(), id);
          return done(customer, visit, id, OrderRefusals.of(result), "another");
        });
  }

  /** As soon as it is allowed: an order that may not be canceled yet is, when it may. */
  private Reply cancel(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            switch (codeport.queueCancel(customer.account(), id)) {
              case QueueCancel.Queued queued -> visit.go(path(id), "cancel-queued");
              case QueueCancel.AtOnce now ->
                  done(customer, visit, id, OrderRefusals.of(now.result()), "canceled");
            });
  }

  private Reply replace(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            switch (codeport.replaceOrder(
                customer.account(), id, Optional.of(once(visit, "replace", id)))) {
              case ReplaceOrder.Replaced replaced ->
                  replaced(customer, visit, id, replaced.placed());
              case ReplaceOrder.NotReplaced not ->
                  done(customer, visit, id, OrderRefusals.of(not.why()), "");
            });
  }

  private Reply replaced(Customer customer, Visit visit, OrderId id, PlaceOrder.Result placed) {
    return switch (placed) {
      case PlaceOrder.Accepted made -> visit.go(path(first(made.orders())), "replaced");
      case PlaceOrder.Replayed again -> visit.go(path(first(again.orders())), "replaced");
      default -> done(customer, visit, id, OrderRefusals.of(placed), "");
    };
  }

  private Reply reactivate(Customer customer, Visit visit) {
    return of(
        visit,
        id -> {
          var command =
              new ReactivateOrder.Command(
                  customer.account(),
                  Optional.of(once(visit, "reactivate", id)),
                  id,
                  Optional.empty());
          return switch (codeport.reactivateOrder(command)) {
            case ReactivateOrder.Reactivated made ->
                visit.go(path(made.order().order().id()), "ordered");
            case ReactivateOrder.Replayed again ->
                visit.go(path(again.order().order().id()), "ordered");
            case ReactivateOrder.Result refused ->
                done(customer, visit, id, OrderRefusals.of(refused), "");
          };
        });
  }

  private static OrderId first(List<ShownOrder> orders) {
    return orders.getFirst().order().id();
  }

  private static Repeatable once(Visit visit, String what, OrderId id) {
    var key = visit.key().orElseThrow(() -> BadInput.parameter("key", "is missing"));
    return new Repeatable(key, Fingerprint.of("console " + what, id.toString()));
  }

  /** Back to the order; what was refused is said there, with its status. */
  private Reply done(
      Customer customer, Visit visit, OrderId id, Optional<Refused> refused, String done) {
    return refused
        .map(why -> show(why.status(), customer, why.told(visit), id))
        .orElseGet(() -> visit.go(path(id), done));
  }

  private Reply show(int status, Customer customer, Visit visit, OrderId id) {
    return orders
        .order(customer.account(), id)
        .map(
            shown ->
                visit.show(
                    status,
                    "order",
                    title(visit, shown),
                    Section.ORDERS,
                    page(customer, visit, shown)))
        .orElseGet(visit::notFound);
  }

  /** A tab in the background shows the code as soon as it is there. */
  private String title(Visit visit, ShownOrder shown) {
    var line = OrderLine.of(shown, places);
    return line.code()
        .filter(code -> line.status().equals("received"))
        .map(code -> code + " · " + line.platform())
        .orElseGet(() -> visit.say("order.title", line.id()));
  }

  private OrderPage page(Customer customer, Visit visit, ShownOrder shown) {
    var order = shown.order();
    var open = !(order instanceof Order.Closed);
    var account = customer.account();
    return new OrderPage(
        OrderLine.of(shown, places),
        order.charge().tier().key().provider().value(),
        order.charge().tier().operator().map(Operator::name).orElse(""),
        shown.can(),
        open,
        order instanceof Order.Active active && active.cancelAskedAt().isPresent(),
        since(order),
        open ? order.leased().map(Lease::expiresAt) : Optional.empty(),
        order instanceof Order.Closed closed ? Optional.of(closed.closedAt()) : Optional.empty(),
        order instanceof Order.Closed closed ? Shown.text(closed.reason().orElse("")) : "",
        order.terms().parent().map(OrderId::value),
        orders.messages(account, order.id()).stream().map(OrderPages::message).toList().reversed(),
        timeline.items(account, order),
        open ? path(order.id()) + "/live?after=" + codeport.newestEvent(account) : "",
        TYPES,
        visit.newKey());
  }

  private static Optional<Instant> since(Order order) {
    return order instanceof Order.Active active
        ? Optional.of(active.activatedAt())
        : Optional.of(order.terms().placedAt());
  }

  private static OrderPage.Message message(Sms sms) {
    return new OrderPage.Message(
        Marked.of(sms.text(), sms.code()),
        sms.code().map(Code::value).map(Shown::text),
        sms.late(),
        sms.rule(),
        CodeExtractor.standard().extract(sms.text()).candidates(),
        sms.receivedAt());
  }

  private static Reply of(Visit visit, Function<OrderId, Reply> answer) {
    var id = visit.request().path("id");
    return id.matches("[1-9]\\d{0,17}")
        ? answer.apply(new OrderId(Long.parseLong(id)))
        : visit.notFound();
  }
}
