package dev.codeport.application.webhook;

import dev.codeport.domain.code.Code;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.order.Capabilities;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.webhook.News;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers what is stored about an event. */
final class NewsDesk {
  private final Orders orders;
  private final OrderRules rules;

  NewsDesk(Orders orders, OrderRules rules) {
    this.orders = orders;
    this.rules = rules;
  }

  /** Nothing when the order is not stored any more. */
  Optional<News> news(Outbox.Numbered numbered, Instant now) {
    var event = numbered.event();
    return orders.find(event.account(), event.order()).map(order -> news(numbered, order, now));
  }

  private News news(Outbox.Numbered numbered, Order order, Instant now) {
    var revision = numbered.event().smsRevision();
    List<Sms> upToIt =
        revision.isEmpty()
            ? List.of()
            : orders.messages(order.id()).stream()
                .filter(sms -> sms.revision() <= revision.getAsInt())
                .toList();
    return new News(
        numbered,
        order,
        upToIt.stream().filter(sms -> sms.revision() == revision.orElse(0)).findFirst(),
        lastCode(upToIt),
        Capabilities.of(order, rules, now));
  }

  private static Optional<Code> lastCode(List<Sms> messages) {
    return messages.stream().flatMap(sms -> sms.code().stream()).reduce((first, then) -> then);
  }
}
