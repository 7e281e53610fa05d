package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.hash.Hashing;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Pages;
import dev.codeport.provider.smscode.SmsCodeWire.Order;
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
  private final Catalog catalog;

  Orders(Vendor vendor, Catalog catalog) {
    this.vendor = vendor;
    this.catalog = catalog;
  }

  /** What we do not know goes on, so that it is asked about again. */
  static State state(Order order) {
    return switch (order.status()) {
      case "COMPLETED" -> State.FINISHED;
      case "CANCELED", "EXPIRED" -> State.CANCELED; // the price was given back in both
      default -> State.OPEN;
    };
  }

  static LeaseNews news(Order order) {
    return new LeaseNews(state(order), message(order).stream().toList());
  }

  /** Nothing when it has no id or no number. */
  Optional<Lease> lease(Order order, Money supposed) {
    if (order.id().isEmpty() || order.phone().isEmpty()) {
      return Optional.empty();
    }
    var begun = order.createdAt().orElseGet(vendor::now);
    return Optional.of(
        new Lease(
            vendor.lease(order.id().get()),
            order.phone().get(),
            order.amount().map(Vendor::money).orElse(supposed),
            expiry(order, begun),
            cancelableFrom(order, begun),
            state(order) == State.OPEN,
            true,
            order.operator()));
  }

  /** The newest come first, so the reading ends where all that could be open has been seen. */
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
    var parameters = Map.of("limit", Integer.toString(limit), "offset", Integer.toString(offset));
    return switch (Catalog.list(vendor.client().askForList(deadline, "orders", parameters))) {
      case Answer.Missing<JsonNode> missing ->
          new Answer.Missing<>(missing.retryAfter(), missing.detail());
      case Answer.Given<JsonNode> given -> new Answer.Given<>(SmsCodeWire.orders(given.value()));
    };
  }

  /** The vendor does not show under which reference an order was placed. */
  private Optional<Holding> holding(Order order) {
    var goods = order.group().flatMap(catalog::goods);
    return lease(order, Money.zero(Vendor.CURRENCY))
        .map(
            lease ->
                new Holding(
                    lease,
                    Optional.empty(),
                    goods.map(what -> what.country().id()),
                    goods.map(what -> what.platform().id()),
                    order.createdAt().orElseGet(vendor::now),
                    state(order)));
  }

  /** The vendor's own time, unless it is none that can be. */
  private Instant expiry(Order order, Instant begun) {
    return order
        .expiresAt()
        .filter(end -> end.isAfter(begun) && end.isBefore(begun.plus(LONGEST)))
        .orElse(begun.plus(vendor.settings().lifetime()));
  }

  /** Told while it is too early, and not told any more when it may be done. */
  private Instant cancelableFrom(Order order, Instant begun) {
    return order
        .cancelableFrom()
        .filter(from -> from.isBefore(begun.plus(LONGEST)))
        .orElseGet(
            () -> order.canCancel() ? begun : begun.plus(vendor.settings().minimumCancelAge()));
  }

  /**
   * The newest SMS. The code shown may be that of an earlier one, and the time is that of the
   * first.
   */
  private static Optional<UpstreamSms> message(Order order) {
    return order
        .text()
        .or(order::code)
        .map(
            text ->
                new UpstreamSms(
                    key(order, text),
                    text,
                    order.code().filter(text::contains),
                    order.firstSmsAt().filter(at -> order.revision().equals(Optional.of(1)))));
  }

  private static String key(Order order, String text) {
    return order
        .revision()
        .map(revision -> "r" + revision)
        .orElseGet(() -> Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString());
  }
}
