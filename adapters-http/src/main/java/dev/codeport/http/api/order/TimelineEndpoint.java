package dev.codeport.http.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.live.ReadEvents;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of an order, step by step: which vendor was asked, what it said, how fast. */
public final class TimelineEndpoint {
  private static final int MOST_EVENTS = 1000;

  private final ReadOrders orders;
  private final ReadEvents events;
  private final Places places;

  public TimelineEndpoint(ReadOrders orders, ReadEvents events, Places places) {
    this.orders = orders;
    this.events = events;
    this.places = places;
  }

  Reply timeline(Customer customer, Request request) {
    request.query().only(Set.of());
    return OrderPaths.ofOrder(
        request,
        id ->
            orders
                .order(customer.account(), id)
                .map(shown -> Reply.json(200, timeline(customer.account(), shown)))
                .orElseGet(OrderPaths::notFound));
  }

  private TimelineView timeline(AccountId account, ShownOrder shown) {
    return new TimelineView(OrderView.of(shown, places), items(account, shown.order()));
  }

  /** The lines themselves, the oldest first. */
  public List<ItemView> items(AccountId account, Order order) {
    var happened = events.eventsOf(account, order.id(), 0, MOST_EVENTS);
    var items = new ArrayList<Item>();
    items.add(Item.of(order.terms().placedAt(), "placed"));
    orders.attempts(account, order.id()).forEach(attempt -> add(items, attempt, happened));
    var messages = orders.messages(account, order.id());
    for (var numbered : happened) {
      numbered
          .event()
          .smsRevision()
          .ifPresent(
              revision ->
                  messages.stream()
                      .filter(sms -> sms.revision() == revision)
                      .forEach(sms -> items.add(Item.message(sms))));
      items.add(Item.event(numbered));
    }
    items.sort(Comparator.comparing(Item::time));
    return items.stream().map(Item::view).toList();
  }

  private static void add(List<Item> items, Attempt attempt, List<Outbox.Numbered> happened) {
    items.add(Item.asked(attempt));
    var answered = attempt.answeredAt();
    var activated = activation(attempt, happened);
    switch (attempt.state()) {
      case ASKING -> {}
      case LEASED, REFUSED, UNKNOWN, ADOPTED ->
          answered.ifPresent(at -> items.add(Item.answered(attempt, attempt.state(), at)));
      case CANCELED, LEAKED -> {
        if (attempt.lease().isPresent()) {
          activated.ifPresent(at -> items.add(Item.answered(attempt, AttemptState.LEASED, at)));
        }
        answered.ifPresent(at -> items.add(Item.ended(attempt, at)));
      }
    }
  }

  /** An attempt that ended later keeps that time only; the order's own event has the earlier. */
  private static Optional<Instant> activation(Attempt attempt, List<Outbox.Numbered> happened) {
    return happened.stream()
        .map(Outbox.Numbered::event)
        .filter(event -> event.type() == Event.Type.ORDER_ACTIVATED)
        .filter(event -> !event.at().isBefore(attempt.askedAt()))
        .map(Event::at)
        .findFirst();
  }

  /** One line, and when it was. */
  private record Item(Instant time, ItemView view) {
    static Item of(Instant at, String what) {
      return new Item(at, new ItemView(Shown.time(at), what));
    }

    static Item asked(Attempt attempt) {
      var view = new ItemView(Shown.time(attempt.askedAt()), "provider_asked");
      var why = attempt.reason().map(WhyView::of).orElse(null);
      return new Item(attempt.askedAt(), view.by(attempt, null, null, null).because(why));
    }

    static Item answered(Attempt attempt, AttemptState outcome, Instant at) {
      var ms = Duration.between(attempt.askedAt(), at).toMillis();
      var view = new ItemView(Shown.time(at), "provider_answered");
      return new Item(at, view.by(attempt, word(outcome), attempt.detail(), ms));
    }

    static Item ended(Attempt attempt, Instant at) {
      var view = new ItemView(Shown.time(at), "provider_ended");
      return new Item(at, view.by(attempt, word(attempt.state()), attempt.detail(), null));
    }

    static Item event(Outbox.Numbered numbered) {
      var event = numbered.event();
      return new Item(
          event.at(),
          new ItemView(Shown.time(event.at()), "event")
              .event(numbered.number(), event.type().publicName()));
    }

    static Item message(Sms sms) {
      return new Item(
          sms.receivedAt(),
          new ItemView(Shown.time(sms.receivedAt()), "message")
              .message(sms.revision(), sms.rule(), sms.late()));
    }

    private static String word(AttemptState state) {
      return state.name().toLowerCase(Locale.ROOT);
    }
  }

  record TimelineView(OrderView order, List<ItemView> items) {}

  /**
   * @param what placed, provider_asked, provider_answered, provider_ended, event or message
   * @param ms how long the vendor took
   * @param why why it was asked, when a policy chose it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ItemView(
      String at,
      String what,
      @Nullable Integer attempt,
      @Nullable String provider,
      @Nullable Integer tierId,
      @Nullable String outcome,
      @Nullable String detail,
      @Nullable Long ms,
      @Nullable Long number,
      @Nullable String type,
      @Nullable Integer revision,
      @Nullable String rule,
      @Nullable Boolean late,
      @Nullable WhyView why) {
    ItemView(String at, String what) {
      this(at, what, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    ItemView by(
        Attempt asked, @Nullable String outcome, @Nullable String detail, @Nullable Long ms) {
      return new ItemView(
          at,
          what,
          asked.ordinal(),
          asked.provider().value(),
          asked.tier().value(),
          outcome,
          detail == null || detail.isEmpty() ? null : Shown.text(detail),
          ms,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    ItemView because(@Nullable WhyView reason) {
      return new ItemView(
          at, what, attempt, provider, tierId, outcome, detail, ms, number, type, revision, rule,
          late, reason);
    }

    ItemView event(long number, String type) {
      return new ItemView(
          at, what, null, null, null, null, null, null, number, type, null, null, null, null);
    }

    ItemView message(int revision, String rule, boolean late) {
      return new ItemView(
          at, what, null, null, null, null, null, null, null, null, revision, rule, late, null);
    }
  }
}
