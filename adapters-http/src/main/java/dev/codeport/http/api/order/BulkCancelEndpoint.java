package dev.codeport.http.api.order;

import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.QueueCancel;
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
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Cancels many orders at once, those named or those that wait on a platform or in a country; each
 * has its own outcome, and waits if it is told to. Sent again under its key it is about the same
 * orders.
 */
final class BulkCancelEndpoint {
  private static final int MOST = 100;

  private final ReadOrders orders;
  private final CancelOrder canceling;
  private final QueueCancel queueing;
  private final Once once;
  private final Places places;

  BulkCancelEndpoint(
      ReadOrders orders, CancelOrder canceling, QueueCancel queueing, Once once, Places places) {
    this.orders = orders;
    this.canceling = canceling;
    this.queueing = queueing;
    this.once = once;
    this.places = places;
  }

  Reply cancel(Customer customer, Request request) {
    var key = RequestKey.of(request);
    var fields = Fields.closed(request.body(), Set.of("ids", "waiting", "when"));
    if (fields.has("ids") == fields.has("waiting")) {
      throw new BadInput("ids", "or waiting, one of them, is required");
    }
    var account = customer.account();
    var when = When.of(fields);
    var ids = fields.has("ids") ? ids(fields) : waiting(account, fields.object("waiting"));
    return once.run(
        account,
        key.meaning("bulk-" + when.meaning(), meaning(fields, ids)),
        ids,
        claim -> again(account, claim, when),
        () -> cancel(account, ids, when));
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
  private Optional<Reply> again(AccountId account, Claim claim, When when) {
    return Optional.of(cancel(account, claim.orders(), when));
  }

  private Reply cancel(AccountId account, List<OrderId> ids, When when) {
    var outcomes =
        Parallel.all(
            ids.stream()
                .<Callable<CancelOutcome>>map(id -> () -> outcome(account, id, when))
                .toList());
    return Reply.json(
        200,
        new BulkView(
            count(outcomes, CancelOutcome.CANCELED),
            count(outcomes, CancelOutcome.QUEUED),
            outcomes));
  }

  private CancelOutcome outcome(AccountId account, OrderId id, When when) {
    var before = orders.order(account, id);
    if (before.filter(shown -> isCanceled(shown.order())).isPresent()) {
      return CancelOutcome.canceled(id);
    }
    return switch (when) {
      case NOW -> CancelOutcome.of(id, canceling.cancelOrder(account, id));
      case ALLOWED -> CancelOutcome.of(id, queueing.queueCancel(account, id));
    };
  }

  private static boolean isCanceled(Order order) {
    return order instanceof Order.Closed closed && closed.ending() == Ending.CANCELED;
  }

  private static long count(List<CancelOutcome> outcomes, String word) {
    return outcomes.stream().filter(each -> each.outcome().equals(word)).count();
  }

  record BulkView(long canceled, long queued, List<CancelOutcome> results) {}
}
