package dev.codeport.http.facade.smscode;

import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Having a completed order's number again. */
final class ReactivationEndpoints {
  private static final Set<String> FIELDS = Set.of("id", "max_price");

  private final ReactivateOrder orders;
  private final Tariffs tariffs;
  private final Version version;

  ReactivationEndpoints(ReactivateOrder orders, Tariffs tariffs, Version version) {
    this.orders = orders;
    this.tariffs = tariffs;
    this.version = version;
  }

  Reply reactivate(Caller caller, Request request) {
    var key = Idempotency.of(request);
    var fields = Fields.closed(request.body(), FIELDS);
    var id = fields.int32("id");
    var max = Price.ceiling(fields, version);
    return Wire.order(id)
        .map(
            order -> tariffs.priced(version, tariff -> reactivate(caller, key, order, max, tariff)))
        .orElseGet(OrderEndpoints::notFound);
  }

  private Reply reactivate(
      Caller caller, Idempotency key, OrderId id, Optional<BigDecimal> max, Tariff tariff) {
    var repeatable =
        key.meaning(
            version.toString(),
            "reactivate",
            id.toString(),
            max.map(CreateRequest::plain).toString());
    return answer(
        orders.reactivateOrder(
            new ReactivateOrder.Command(caller.account(), repeatable, id, max.map(tariff::atMost))),
        tariff);
  }

  Reply options(Caller caller, Request request) {
    return Wire.order(request.path("id"))
        .map(
            id ->
                tariffs.priced(
                    version,
                    tariff -> answer(orders.quoteReactivation(caller.account(), id), tariff)))
        .orElseGet(OrderEndpoints::notFound);
  }

  private Reply answer(ReactivateOrder.Result result, Tariff tariff) {
    return switch (result) {
      case ReactivateOrder.Reactivated made -> child(made.order(), tariff);
      case ReactivateOrder.Replayed again -> child(again.order(), tariff);
      case ReactivateOrder.Quoted quote -> tariff.ok(new CostView(tariff.price(quote.price())));
      case ReactivateOrder.NotFound none -> OrderEndpoints.notFound();
      case ReactivateOrder.NotAllowed no -> Refusals.conflict(no.reason());
      case ReactivateOrder.TooDear dear ->
          Envelope.invalid("max_price", "is less than it costs now");
      case ReactivateOrder.TooPoor poor -> Refusals.tooPoor();
      case ReactivateOrder.KeyReused reused -> Refusals.keyReused();
      case ReactivateOrder.InProgress running -> Refusals.inProgress(running.retryAfter());
      case ReactivateOrder.NoRate none -> Refusals.noRate(version);
      case ReactivateOrder.ProviderFailed failed -> Refusals.providerFailed();
    };
  }

  private static Reply child(ShownOrder order, Tariff tariff) {
    return tariff.ok(PlacedOrdersView.of(List.of(order), 0, tariff));
  }

  record CostView(Amount cost) {}
}
