package dev.codeport.http.api.order;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.order.ReplaceOrder;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whatever makes new orders: it takes money, so it must carry a key. */
final class PlaceEndpoints {
  private final PlaceOrder placing;
  private final ReactivateOrder reactivating;
  private final ReplaceOrder replacing;
  private final Ledger ledger;
  private final Places places;
  private final PlacedReply placed;
  private final CanceledReply canceled;

  PlaceEndpoints(
      PlaceOrder placing,
      ReactivateOrder reactivating,
      ReplaceOrder replacing,
      Ledger ledger,
      Places places) {
    this.placing = placing;
    this.reactivating = reactivating;
    this.replacing = replacing;
    this.ledger = ledger;
    this.places = places;
    this.placed = new PlacedReply(places);
    this.canceled = new CanceledReply(places);
  }

  Reply place(Customer customer, Request request) {
    return keyed(
        request,
        key -> {
          var wanted = OrderRequest.read(request.body(), places, ledger);
          var repeatable = key.meaning(wanted.meaning());
          return placed.of(
              placing.placeOrder(
                  new PlaceOrder.Command(
                      customer.account(),
                      repeatable,
                      wanted.wish(),
                      wanted.quantity(),
                      wanted.urgency())));
        });
  }

  Reply reactivate(Customer customer, Request request) {
    return keyed(
        request,
        key -> {
          var fields = OrderPaths.fields(request, Set.of("max_price"));
          var max = OrderRequest.price(fields, "max_price", ledger);
          return OrderPaths.ofOrder(
              request,
              id ->
                  answer(
                      reactivating.reactivateOrder(
                          new ReactivateOrder.Command(
                              customer.account(),
                              key.meaning("reactivate", id.toString(), max.toString()),
                              id,
                              max))));
        });
  }

  Reply quote(Customer customer, Request request) {
    return OrderPaths.ofOrder(
        request, id -> answer(reactivating.quoteReactivation(customer.account(), id)));
  }

  Reply replace(Customer customer, Request request) {
    return keyed(
        request,
        key -> {
          OrderPaths.refuseFields(request);
          return OrderPaths.ofOrder(
              request, id -> replaced(customer, id, key.meaning("replace", id.toString())));
        });
  }

  private Reply replaced(Customer customer, OrderId id, Optional<Repeatable> request) {
    return switch (replacing.replaceOrder(customer.account(), id, request)) {
      case ReplaceOrder.Replaced replaced -> placed.of(replaced.placed());
      case ReplaceOrder.NotReplaced not -> canceled.of(not.why());
    };
  }

  private Reply answer(ReactivateOrder.Result result) {
    return switch (result) {
      case ReactivateOrder.Reactivated made -> placed.one(made.order());
      case ReactivateOrder.Replayed again ->
          placed.one(again.order()).with(RequestKey.REPLAYED, "true");
      case ReactivateOrder.Quoted quote ->
          Reply.json(200, new QuoteView(Shown.money(quote.price())));
      case ReactivateOrder.NotFound none -> OrderPaths.notFound();
      case ReactivateOrder.NotAllowed no -> Problem.NOT_ALLOWED.reply(sentence(no.reason()));
      case ReactivateOrder.TooDear dear ->
          Problem.TOO_DEAR.reply(
              "It costs " + dear.price() + " now.", Map.of("price", Shown.money(dear.price())));
      case ReactivateOrder.TooPoor poor -> PlacedReply.tooPoor(poor.needed(), poor.available());
      case ReactivateOrder.KeyReused reused -> Once.reused();
      case ReactivateOrder.InProgress running -> Once.inProgress(running.retryAfter());
      case ReactivateOrder.NoRate none -> PlacedReply.noRate();
      case ReactivateOrder.ProviderFailed failed ->
          Problem.PROVIDER_FAILED.reply(sentence(failed.reason()));
    };
  }

  private static Reply keyed(Request request, Function<RequestKey, Reply> work) {
    var key = RequestKey.of(request);
    return key.isMissing()
        ? Problem.IDEMPOTENCY_KEY_REQUIRED.reply(
            "This takes money: send an Idempotency-Key, so that a repetition takes it once.")
        : work.apply(key);
  }

  static String sentence(String reason) {
    var text = Shown.text(reason).strip();
    return text.isEmpty()
        ? "No reason was given."
        : Character.toUpperCase(text.charAt(0))
            + text.substring(1)
            + (text.endsWith(".") ? "" : ".");
  }

  record QuoteView(Shown.MoneyView price) {}
}
