package dev.codeport.provider.fivesim;

import com.google.common.hash.Hashing;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.provider.fivesim.FiveSimWire.Order;
import dev.codeport.provider.fivesim.FiveSimWire.Sms;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Pages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an order says, and the vendor's list of them, which holds the open and the ended ones. */
final class Orders {
  private static final Duration LONGEST = Duration.ofDays(3);

  private final Vendor vendor;

  Orders(Vendor vendor) {
    this.vendor = vendor;
  }

  static State state(Order order) {
    return switch (order.status()) {
      case "FINISHED" -> State.FINISHED;
      case "CANCELED", "TIMEOUT", "BANNED" -> State.CANCELED;
      default -> State.OPEN; // PENDING, RECEIVED, and what we do not know
    };
  }

  static LeaseNews news(Order order) {
    return new LeaseNews(state(order), order.sms().stream().map(Orders::message).toList());
  }

  /** Nothing when it has no id or no number. */
  Optional<Lease> lease(Order order) {
    if (order.id().isEmpty() || order.phone().isEmpty()) {
      return Optional.empty();
    }
    var begun = order.createdAt().orElseGet(vendor::now);
    var open = state(order) == State.OPEN;
    return Optional.of(
        new Lease(
            vendor.lease(order.id().get()),
            order.phone().get(),
            order.price().map(vendor::money).orElse(Money.zero(vendor.settings().currency())),
            expiry(order, begun),
            begun,
            open,
            false,
            order.operator()));
  }

  /**
   * The newest come first, so the reading ends where all that could still be open has been seen.
   */
  Answer<List<Holding>> holdings(Instant since) {
    var deadline = vendor.client().deadline();
    var open = vendor.now().minus(vendor.settings().lifetime().multipliedBy(2));
    var from = since.isBefore(open) ? since : open;
    return switch (Pages.read(
        (offset, limit) -> page(deadline, offset, limit),
        Order::id,
        orders -> orders.stream().anyMatch(each -> isBefore(each, from)))) {
      case Answer.Missing<List<Order>> missing ->
          new Answer.Missing<>(missing.retryAfter(), missing.detail());
      case Answer.Given<List<Order>> given ->
          new Answer.Given<>(
              given.value().stream()
                  .flatMap(order -> holding(order).stream())
                  .filter(each -> isWanted(each, since))
                  .toList());
    };
  }

  private static boolean isWanted(Holding holding, Instant since) {
    return holding.state() == State.OPEN || !holding.startedAt().isBefore(since);
  }

  private static boolean isBefore(Order order, Instant from) {
    return order.createdAt().filter(begun -> begun.isBefore(from)).isPresent();
  }

  private Answer<List<Order>> page(Deadline deadline, int offset, int limit) {
    var parameters =
        Map.of(
            "category", "activation",
            "limit", Integer.toString(limit),
            "offset", Integer.toString(offset),
            "order", "id",
            "reverse", "true");
    var said = vendor.client().askForList(deadline, List.of("orders"), parameters);
    var orders =
        said instanceof Said.Document document
            ? FiveSimWire.orders(document.json())
            : Optional.<List<Order>>empty();
    return orders
        .<Answer<List<Order>>>map(Answer.Given::new)
        .orElseGet(() -> new Answer.Missing<>(Optional.empty(), "the list could not be read"));
  }

  private Optional<Holding> holding(Order order) {
    return lease(order)
        .map(
            lease ->
                new Holding(
                    lease,
                    Optional.empty(),
                    order.country().flatMap(vendor.countries()::meaning).map(Country::id),
                    order.product().flatMap(vendor.products()::meaning).map(Platform::id),
                    order.createdAt().orElseGet(vendor::now),
                    state(order)));
  }

  /** The vendor's own time, unless it is none that can be. */
  private Instant expiry(Order order, Instant begun) {
    return order
        .expires()
        .filter(end -> end.isAfter(begun) && end.isBefore(begun.plus(LONGEST)))
        .orElse(begun.plus(vendor.settings().lifetime()));
  }

  private static UpstreamSms message(Sms sms) {
    var text = sms.text().isBlank() ? sms.code().orElse("") : sms.text();
    return new UpstreamSms(key(sms), text, sms.code(), sms.at());
  }

  /** The vendor's id where there is one, else of time and text. */
  private static String key(Sms sms) {
    return sms.id()
        .orElseGet(
            () ->
                sms.at().map(Instant::toString).orElse("")
                    + "|"
                    + Hashing.sha256()
                        .hashString(
                            sms.text() + "|" + sms.code().orElse(""), StandardCharsets.UTF_8));
  }
}
