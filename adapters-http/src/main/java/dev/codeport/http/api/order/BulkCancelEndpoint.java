package dev.codeport.http.api.order;

import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.worker.Parallel;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cancels many orders at once, those named or those that wait on a platform or in a country; each
 * has its own outcome. Sent again under its key it is about the same orders.
 */
final class BulkCancelEndpoint {
  private static final int MOST = 100;

  private final ReadOrders orders;
  private final CancelOrder canceling;
  private final Once once;
  private final Places places;

  BulkCancelEndpoint(ReadOrders orders, CancelOrder canceling, Once once, Places places) {
    this.orders = orders;
    this.canceling = canceling;
    this.once = once;
    this.places = places;
  }

  Reply cancel(Customer customer, Request request) {
    var key = RequestKey.of(request);
    var fields = Fields.closed(request.body(), Set.of("ids", "waiting"));
    if (fields.has("ids") == fields.has("waiting")) {
      throw new BadInput("ids", "or waiting, one of them, is required");
    }
    var ids =
        fields.has("ids") ? ids(fields) : waiting(customer.account(), fields.object("waiting"));
    return once.run(
        customer.account(),
        key.meaning("bulk-cancel", meaning(fields, ids)),
        ids,
        claim -> again(customer.account(), claim),
        () -> cancel(customer.account(), ids));
  }

  /** What was named counts, not what it came to: that changes from one time to the next. */
  private static String meaning(Fields fields, List<OrderId> ids) {
    return fields.has("ids")
        ? ids.toString()
        : "waiting "
            + fields.object("waiting").optionalText("platform", 64)
            + fields.object("waiting").optionalText("country", 64);
  }

  private static List<OrderId> ids(Fields fields) {
    var ids = fields.int64s("ids").stream().distinct().toList();
    if (ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(id -> id < 1)) {
      throw new BadInput("ids", "must be 1 to " + MOST + " ids of orders");
    }
    return ids.stream().map(OrderId::new).toList();
  }

  /** The newest that wait for a first SMS. */
  private List<OrderId> waiting(AccountId account, Fields filter) {
    filter.only(Set.of("platform", "country"));
    var wanted = Listing.of(Orders.Shown.WAITING);
    var platform = filter.optionalText("platform", 64);
    var country = filter.optionalText("country", 64);
    if (platform.isPresent()) {
      wanted =
          wanted.on(
              places
                  .platform(platform.get())
                  .orElseThrow(() -> new BadInput("platform", "must be a platform's slug"))
                  .id());
    }
    if (country.isPresent()) {
      wanted =
          wanted.in(
              places
                  .country(country.get())
                  .orElseThrow(() -> new BadInput("country", "must be an ISO 3166-1 alpha-2 code"))
                  .id());
    }
    return orders.orders(account, wanted, MOST).stream()
        .map(shown -> shown.order())
        .filter(order -> order instanceof Order.Active)
        .map(Order::id)
        .toList();
  }

  /** Of the claimed orders those not yet canceled are tried again: a cancel repeats harmlessly. */
  private Optional<Reply> again(AccountId account, Claim claim) {
    return Optional.of(cancel(account, claim.orders()));
  }

  private Reply cancel(AccountId account, List<OrderId> ids) {
    var outcomes =
        Parallel.all(
            ids.stream().<Callable<OutcomeView>>map(id -> () -> outcome(account, id)).toList());
    var done = outcomes.stream().filter(outcome -> outcome.outcome().equals("canceled")).count();
    return Reply.json(200, new BulkView(done, outcomes));
  }

  private OutcomeView outcome(AccountId account, OrderId id) {
    var before = orders.order(account, id);
    if (before.filter(shown -> isCanceled(shown.order())).isPresent()) {
      return new OutcomeView(id.value(), "canceled", null, null);
    }
    return switch (canceling.cancelOrder(account, id)) {
      case CancelOrder.Canceled canceled -> new OutcomeView(id.value(), "canceled", null, null);
      case CancelOrder.NotFound none -> not(id, Problem.NOT_FOUND, "There is no such order.");
      case CancelOrder.NotAllowed no ->
          not(id, Problem.NOT_ALLOWED, PlaceEndpoints.sentence(no.reason()));
      case CancelOrder.TooEarly early ->
          new OutcomeView(
              id.value(),
              Problem.TOO_EARLY.word(),
              Problem.TOO_EARLY.title(),
              Shown.time(early.availableAt()));
      case CancelOrder.CapReached cap ->
          not(id, Problem.CANCEL_CAP_REACHED, Problem.CANCEL_CAP_REACHED.meaning());
      case CancelOrder.ProviderRefused refused ->
          not(id, Problem.PROVIDER_REFUSED, PlaceEndpoints.sentence(refused.reason()));
      case CancelOrder.Unsettled unsettled ->
          new OutcomeView(id.value(), "requested", "The vendor's answer is missing yet.", null);
    };
  }

  private static OutcomeView not(OrderId id, Problem why, String detail) {
    return new OutcomeView(id.value(), why.word(), detail, null);
  }

  private static boolean isCanceled(Order order) {
    return Stream.of(order)
        .filter(Order.Closed.class::isInstance)
        .map(Order.Closed.class::cast)
        .anyMatch(closed -> closed.ending() == Ending.CANCELED);
  }

  record BulkView(long canceled, List<OutcomeView> results) {}

  /**
   * @param outcome canceled, requested, or the last part of a problem's type
   */
  record OutcomeView(
      long id, String outcome, @Nullable String detail, @Nullable String availableAt) {}
}
