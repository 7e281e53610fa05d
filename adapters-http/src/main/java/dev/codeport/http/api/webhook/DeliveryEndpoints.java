package dev.codeport.http.api.webhook;

import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.ReadDeliveries;
import dev.codeport.application.webhook.RedeliverWebhook;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.http.api.Cursor;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.Pages;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and sending it once more. */
final class DeliveryEndpoints {
  private static final String LIST = "wd";

  private final ManageEndpoints endpoints;
  private final ReadDeliveries reading;
  private final RedeliverWebhook again;
  private final Once once;

  DeliveryEndpoints(
      ManageEndpoints endpoints, ReadDeliveries reading, RedeliverWebhook again, Once once) {
    this.endpoints = endpoints;
    this.reading = reading;
    this.again = again;
    this.once = once;
  }

  /** The newest first. */
  Reply list(Customer customer, Request request) {
    var query = request.query().only(Set.of("state", "limit", "cursor"));
    var state = state(query);
    var limit = Pages.limit(query);
    var before = Cursor.in(query, LIST, 1).map(List::getFirst).orElse(Long.MAX_VALUE);
    return WebhookPaths.ofEndpoint(
        request,
        id ->
            endpoints.endpoint(customer.account(), id).isEmpty()
                ? WebhookPaths.notFound()
                : Pages.reply(
                    request,
                    reading.deliveries(customer.account(), id, state, before, limit + 1),
                    limit,
                    last -> Cursor.of(LIST, last.event().number()),
                    DeliveryEndpoints::page));
  }

  private static DeliveriesView page(List<Delivery> rows, Optional<String> next) {
    return new DeliveriesView(rows.stream().map(DeliveryView::of).toList(), next.orElse(null));
  }

  Reply get(Customer customer, Request request) {
    return WebhookPaths.ofEndpoint(
        request,
        id ->
            WebhookPaths.ofEvent(
                request,
                event ->
                    reading
                        .delivery(customer.account(), id, event)
                        .map(logged -> Reply.json(200, DeliveryView.of(logged)))
                        .orElseGet(WebhookPaths::noDelivery)));
  }

  Reply redeliver(Customer customer, Request request) {
    var key = RequestKey.of(request);
    WebhookPaths.fields(request, Set.of());
    return WebhookPaths.ofEndpoint(
        request,
        id ->
            WebhookPaths.ofEvent(
                request, event -> redeliver(customer, key, id, event, event, false)));
  }

  Reply redeliverRange(Customer customer, Request request) {
    var key = RequestKey.of(request);
    var fields = WebhookPaths.fields(request, Set.of("from", "to", "only_failed"));
    var from = fields.optionalInt64("from").orElse(1L);
    var to = fields.optionalInt64("to").orElse(Long.MAX_VALUE);
    var onlyFailed = !fields.has("only_failed") || fields.bool("only_failed");
    if (from < 1 || to < from) {
      throw new BadInput("from", "must be at least 1 and not above to");
    }
    return WebhookPaths.ofEndpoint(
        request, id -> redeliver(customer, key, id, from, to, onlyFailed));
  }

  /** Under the same key once more: what has not arrived meanwhile is begun anew. */
  private Reply redeliver(
      Customer customer, RequestKey key, EndpointId id, long from, long to, boolean onlyFailed) {
    Supplier<Reply> work =
        () -> answer(again.redeliver(customer.account(), id, from, to, onlyFailed));
    return once.run(
        customer.account(),
        key.meaning("redeliver", id.toString(), from + "", to + "", onlyFailed + ""),
        List.of(),
        claim -> Optional.of(work.get()),
        work);
  }

  private static Reply answer(RedeliverWebhook.Result result) {
    return switch (result) {
      case RedeliverWebhook.Begun begun ->
          Reply.json(
              202,
              new BegunView(
                  begun.deliveries(), begun.deliveries() == RedeliverWebhook.MOST_AT_ONCE));
      case RedeliverWebhook.NoSuchEndpoint none -> WebhookPaths.notFound();
    };
  }

  private static Optional<Delivery.State> state(Query query) {
    return query
        .text("state")
        .map(
            word ->
                Arrays.stream(Delivery.State.values())
                    .filter(state -> DeliveryView.word(state).equals(word))
                    .findFirst()
                    .orElseThrow(
                        () -> BadInput.parameter("state", "must be pending, delivered or failed")));
  }

  record DeliveriesView(List<DeliveryView> deliveries, @Nullable String nextCursor) {}

  /**
   * @param more whether there may be more than are begun at once
   */
  record BegunView(int begun, boolean more) {}
}
