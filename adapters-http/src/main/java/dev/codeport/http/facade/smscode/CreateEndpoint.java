package dev.codeport.http.facade.smscode;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.domain.account.Ban;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.util.Map;

/** Ordering numbers. */
final class CreateEndpoint {
  private final PlaceOrder orders;
  private final Tariffs tariffs;
  private final Version version;

  CreateEndpoint(PlaceOrder orders, Tariffs tariffs, Version version) {
    this.orders = orders;
    this.tariffs = tariffs;
    this.version = version;
  }

  Reply create(Caller caller, Request request) {
    var key = Idempotency.of(request);
    var wanted = CreateRequest.read(request.body(), version);
    return tariffs.priced(version, tariff -> create(caller, key, wanted, tariff));
  }

  private Reply create(Caller caller, Idempotency key, CreateRequest wanted, Tariff tariff) {
    var repeatable = key.meaning(wanted.meaning(version));
    return wanted
        .wish(tariff)
        .map(wish -> new PlaceOrder.Command(caller.account(), repeatable, wish, wanted.quantity()))
        .map(command -> answer(orders.placeOrder(command), tariff))
        .orElseGet(CreateEndpoint::noOffer);
  }

  private Reply answer(PlaceOrder.Result result, Tariff tariff) {
    return switch (result) {
      case PlaceOrder.Accepted accepted ->
          tariff.ok(PlacedOrdersView.of(accepted.orders(), accepted.failed(), tariff));
      case PlaceOrder.Replayed again ->
          tariff.ok(PlacedOrdersView.of(again.orders(), again.failed(), tariff));
      case PlaceOrder.NoOffer none -> noOffer();
      case PlaceOrder.TooPoor poor -> Refusals.tooPoor();
      case PlaceOrder.KeyReused reused -> Refusals.keyReused();
      case PlaceOrder.InProgress running -> Refusals.inProgress(running.retryAfter());
      case PlaceOrder.Banned banned -> banned(banned.ban(), banned.retryAfter());
      case PlaceOrder.NoRate none -> Refusals.noRate(version);
      case PlaceOrder.ProviderFailed failed -> Refusals.providerFailed();
    };
  }

  private static Reply noOffer() {
    return Envelope.error(
        ErrorCode.NO_OFFER_AVAILABLE, "Nothing in stock fits product, operator and price.");
  }

  private static Reply banned(Ban ban, Duration retryAfter) {
    return Envelope.error(
            ErrorCode.TEMP_BANNED_ABUSE_GUARD,
            "Too many orders ended without an SMS; ordering is paused.",
            Map.of(
                "until", Wire.time(ban.until()),
                "tier", ban.tier(),
                "retry_after_seconds", Reply.seconds(retryAfter)))
        .retryAfter(retryAfter);
  }
}
