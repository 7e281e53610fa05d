package dev.codeport.http.api.order;

import dev.codeport.application.live.ReadEvents;
import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.QueueCancel;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** An order's next steps, one at a time: cancel, finish, another code. */
final class StepEndpoints {
  private static final int MOST_EVENTS = 1000;

  private final ReadOrders orders;
  private final ReadEvents events;
  private final CancelOrder canceling;
  private final QueueCancel queueing;
  private final FinishOrder finishing;
  private final RequestAnotherCode another;
  private final Once once;
  private final Places places;
  private final CanceledReply canceled;

  StepEndpoints(
      ReadOrders orders,
      ReadEvents events,
      CancelOrder canceling,
      QueueCancel queueing,
      FinishOrder finishing,
      RequestAnotherCode another,
      Once once,
      Places places) {
    this.orders = orders;
    this.events = events;
    this.canceling = canceling;
    this.queueing = queueing;
    this.finishing = finishing;
    this.another = another;
    this.once = once;
    this.places = places;
    this.canceled = new CanceledReply(places);
  }

  Reply cancel(Customer customer, Request request) {
    var when = When.of(OrderPaths.fields(request, Set.of("when")));
    var account = customer.account();
    return switch (when) {
      case NOW ->
          step(
              customer,
              request,
              when.meaning(),
              (claim, shown) -> hasEnded(shown.order(), Ending.CANCELED),
              id -> canceled(account, id, canceling.cancelOrder(account, id)));
      case ALLOWED ->
          step(
              customer,
              request,
              when.meaning(),
              (claim, shown) -> isCanceledOrWillBe(shown),
              id -> queue(account, id));
    };
  }

  private static boolean isCanceledOrWillBe(ShownOrder shown) {
    return shown.can().cancelQueuedFor().isPresent() || hasEnded(shown.order(), Ending.CANCELED);
  }

  private Reply queue(AccountId account, OrderId id) {
    return switch (queueing.queueCancel(account, id)) {
      case QueueCancel.Queued queued -> shown(queued.order());
      case QueueCancel.AtOnce done -> canceled(account, id, done.result());
    };
  }

  Reply finish(Customer customer, Request request) {
    OrderPaths.refuseFields(request);
    return step(
        customer,
        request,
        "finish",
        (claim, shown) -> hasEnded(shown.order(), Ending.COMPLETED),
        id -> finish(customer.account(), id));
  }

  Reply anotherCode(Customer customer, Request request) {
    OrderPaths.refuseFields(request);
    return step(
        customer,
        request,
        "another-code",
        (claim, shown) -> wasAskedSince(claim, shown.order()),
        id -> another(customer.account(), id));
  }

  /**
   * @param done whether the order shows that a claimed request was done
   */
  private Reply step(
      Customer customer,
      Request request,
      String what,
      BiPredicate<Claim, ShownOrder> done,
      Function<OrderId, Reply> work) {
    var key = RequestKey.of(request);
    return OrderPaths.ofOrder(
        request,
        id ->
            once.run(
                customer.account(),
                key.meaning(what, id.toString()),
                List.of(id),
                claim ->
                    orders
                        .order(customer.account(), id)
                        .filter(shown -> done.test(claim, shown))
                        .map(this::shown),
                () -> work.apply(id)));
  }

  private Reply canceled(AccountId account, OrderId id, CancelOrder.Result result) {
    return result instanceof CancelOrder.Unsettled
        ? orders
            .order(account, id)
            .map(order -> Reply.json(202, OrderView.of(order, places)))
            .orElseGet(OrderPaths::notFound)
        : canceled.of(result);
  }

  private Reply finish(AccountId account, OrderId id) {
    return switch (finishing.finishOrder(account, id)) {
      case FinishOrder.Finished finished -> shown(finished.order());
      case FinishOrder.NotFound none -> OrderPaths.notFound();
      case FinishOrder.NotAllowed no ->
          Problem.NOT_ALLOWED.reply(PlaceEndpoints.sentence(no.reason()));
    };
  }

  private Reply another(AccountId account, OrderId id) {
    return switch (another.requestAnotherCode(account, id)) {
      case RequestAnotherCode.Requested requested -> shown(requested.order());
      case RequestAnotherCode.NotFound none -> OrderPaths.notFound();
      case RequestAnotherCode.NotAllowed no ->
          no.availableAt()
              .map(
                  at ->
                      Problem.TOO_EARLY.reply(
                          PlaceEndpoints.sentence(no.reason()),
                          Map.of("available_at", Shown.time(at))))
              .orElseGet(() -> Problem.NOT_ALLOWED.reply(PlaceEndpoints.sentence(no.reason())));
      case RequestAnotherCode.ProviderRefused refused ->
          Problem.PROVIDER_REFUSED.reply(PlaceEndpoints.sentence(refused.reason()));
    };
  }

  private Reply shown(ShownOrder order) {
    var status = order.can().cancelQueuedFor().isPresent() ? 202 : 200;
    return Reply.json(status, OrderView.of(order, places));
  }

  private boolean wasAskedSince(Claim claim, Order order) {
    return events.eventsOf(order.account(), order.id(), 0, MOST_EVENTS).stream()
        .map(numbered -> numbered.event())
        .anyMatch(
            event ->
                event.type() == Event.Type.ANOTHER_CODE_REQUESTED
                    && !event.at().isBefore(claim.at()));
  }

  private static boolean hasEnded(Order order, Ending ending) {
    return order instanceof Order.Closed closed && closed.ending() == ending;
  }
}
