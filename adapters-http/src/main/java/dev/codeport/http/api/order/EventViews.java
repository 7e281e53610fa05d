package dev.codeport.http.api.order;

import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.worker.Parallel;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Sms;
import dev.codeport.http.api.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events with what they are about, all of it read at once: a reader waits for it. */
final class EventViews {
  private final ReadOrders orders;
  private final Places places;

  EventViews(ReadOrders orders, Places places) {
    this.orders = orders;
    this.places = places;
  }

  List<EventView> of(AccountId account, List<Outbox.Numbered> page) {
    var events = page.stream().map(Outbox.Numbered::event).toList();
    Map<OrderId, OrderView> shown = new ConcurrentHashMap<>();
    Map<OrderId, List<Sms>> messages = new ConcurrentHashMap<>();
    var reads = new ArrayList<Callable<Boolean>>();
    reads.add(() -> readOrders(account, events, shown));
    withSms(events).forEach(id -> reads.add(() -> readMessages(account, id, messages)));
    Parallel.all(reads);
    return page.stream()
        .map(
            numbered -> {
              var event = numbered.event();
              return new EventView(
                  numbered.number(),
                  event.type().publicName(),
                  Shown.time(event.at()),
                  event.order().value(),
                  message(event, messages),
                  shown.get(event.order()));
            })
        .toList();
  }

  private boolean readOrders(AccountId account, List<Event> events, Map<OrderId, OrderView> into) {
    var ids = events.stream().map(Event::order).distinct().toList();
    orders
        .orders(account, ids)
        .forEach(order -> into.put(order.order().id(), OrderView.of(order, places)));
    return true;
  }

  private boolean readMessages(AccountId account, OrderId id, Map<OrderId, List<Sms>> into) {
    into.put(id, orders.messages(account, id));
    return true;
  }

  private static Set<OrderId> withSms(List<Event> events) {
    return events.stream()
        .filter(event -> event.smsRevision().isPresent())
        .map(Event::order)
        .collect(Collectors.toSet());
  }

  private static @Nullable MessageView message(Event event, Map<OrderId, List<Sms>> messages) {
    if (event.smsRevision().isEmpty()) {
      return null;
    }
    var revision = event.smsRevision().getAsInt();
    return messages.getOrDefault(event.order(), List.of()).stream()
        .filter(sms -> sms.revision() == revision)
        .findFirst()
        .map(sms -> MessageView.of(sms, List.of()))
        .orElse(null);
  }
}
