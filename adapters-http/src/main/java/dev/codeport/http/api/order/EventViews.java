package dev.codeport.http.api.order;

import dev.codeport.application.order.ReadOrders;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Sms;
import dev.codeport.http.api.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events with what they are about: each order is read once for a page. */
final class EventViews {
  private final ReadOrders orders;
  private final Places places;

  EventViews(ReadOrders orders, Places places) {
    this.orders = orders;
    this.places = places;
  }

  List<EventView> of(AccountId account, List<Outbox.Numbered> page) {
    Map<OrderId, Optional<OrderView>> shown = new HashMap<>();
    Map<OrderId, List<Sms>> messages = new HashMap<>();
    return page.stream()
        .map(
            numbered -> {
              var event = numbered.event();
              var order = shown.computeIfAbsent(event.order(), id -> order(account, id));
              return new EventView(
                  numbered.number(),
                  event.type().publicName(),
                  Shown.time(event.at()),
                  event.order().value(),
                  message(account, event, messages),
                  order.orElse(null));
            })
        .toList();
  }

  private Optional<OrderView> order(AccountId account, OrderId id) {
    return orders.order(account, id).map(order -> OrderView.of(order, places));
  }

  private @Nullable MessageView message(
      AccountId account, Event event, Map<OrderId, List<Sms>> messages) {
    if (event.smsRevision().isEmpty()) {
      return null;
    }
    var revision = event.smsRevision().getAsInt();
    return messages.computeIfAbsent(event.order(), id -> orders.messages(account, id)).stream()
        .filter(sms -> sms.revision() == revision)
        .findFirst()
        .map(sms -> MessageView.of(sms, List.of()))
        .orElse(null);
  }
}
