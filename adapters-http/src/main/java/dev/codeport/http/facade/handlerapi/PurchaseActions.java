package dev.codeport.http.facade.handlerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.google.common.hash.Hashing;
import dev.codeport.application.Codeport;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ordering a number. {@code orderId}, the caller's own name for the order, is taken once: who
 * repeats it is told that the order exists, and finds it among the active ones.
 */
final class PurchaseActions {
  private final Codeport codeport;
  private final CodeBook codes;
  private final Ledger ledger;

  PurchaseActions(Codeport codeport, CodeBook codes, Ledger ledger) {
    this.codeport = codeport;
    this.codes = codes;
    this.ledger = ledger;
  }

  Reply line(Caller caller, Ask ask) {
    return order(caller, ask, PurchaseActions::numberLine);
  }

  Reply document(Caller caller, Ask ask) {
    return order(caller, ask, order -> numberDocument(codes, order));
  }

  /** None while a vendor's answer is missing: there may be a number, and nobody knows it yet. */
  static Optional<Reply> numberLine(Order order) {
    return Wire.phone(order)
        .map(phone -> Lines.line("ACCESS_NUMBER:" + order.id().value() + ":" + phone));
  }

  private static Optional<Reply> numberDocument(CodeBook codes, Order order) {
    return Wire.phone(order).map(phone -> Reply.json(200, NumberView.of(codes, order, phone)));
  }

  private Reply order(Caller caller, Ask ask, Function<Order, Optional<Reply>> shown) {
    ask.refuse("activationType", "0");
    ask.refuse("forward", "0");
    ask.refuse("phoneException", "");
    var wanted = Wanted.read(ask, ledger);
    Reply answer = Token.NO_NUMBERS.reply();
    for (var operator : operators(caller, wanted)) {
      var result = codeport.placeOrder(wanted.command(caller, operator));
      if (!(result instanceof PlaceOrder.NoOffer)) {
        return answer(result, shown);
      }
      answer = noOffer(caller, wanted, operator);
    }
    return answer;
  }

  /**
   * @param most in the ledger's currency, whole in its scale
   */
  private record Wanted(
      Country country,
      Platform platform,
      List<String> operators,
      Optional<Money> most,
      Optional<String> orderId) {
    static Wanted read(Ask ask, Ledger ledger) {
      return new Wanted(
          ask.requiredCountry(),
          ask.requiredService(),
          ask.operators(),
          ask.decimal("maxPrice").map(most -> floor(most, ledger)),
          ask.text("orderId"));
    }

    private static Money floor(BigDecimal most, Ledger ledger) {
      return Money.of(most.setScale(ledger.scale(), RoundingMode.FLOOR), ledger.currency());
    }

    CatalogProductId product() {
      return CatalogProductId.of(country.id(), platform.id());
    }

    PlaceOrder.Command command(Caller caller, Optional<OperatorId> operator) {
      var bounds = new RoutingPolicy.Bounds(most, Optional.empty(), Optional.empty());
      var wish = new Wish.Routed(product(), RoutingPolicy.CHEAPEST, bounds, operator);
      return new PlaceOrder.Command(caller.account(), repeatable(), wish, 1);
    }

    /** Any text may be an order's name, so it is kept as a hash, apart from other APIs' keys. */
    private Optional<Repeatable> repeatable() {
      return orderId.map(
          name ->
              new Repeatable(
                  new IdempotencyKey(
                      "handler_api." + Hashing.sha256().hashString(name, StandardCharsets.UTF_8)),
                  Fingerprint.of(
                      "handler_api",
                      product().toString(),
                      operators.toString(),
                      most.map(Money::toString).orElse(""))));
    }
  }

  /** Those wanted that have numbers, in the caller's order; one empty choice when any will do. */
  private List<Optional<OperatorId>> operators(Caller caller, Wanted wanted) {
    if (wanted.operators().isEmpty()) {
      return List.of(Optional.empty());
    }
    var found = new ArrayList<Optional<OperatorId>>();
    var choice = codeport.operators(wanted.country().id(), wanted.platform().id());
    for (var name : wanted.operators()) {
      choice.operators().stream()
          .filter(operator -> operator.code().equals(name))
          .forEach(operator -> found.add(Optional.of(operator.id())));
    }
    if (found.isEmpty() && !isKnown(caller, wanted)) {
      throw BadInput.parameter("operator", "is not known in this country");
    }
    return found;
  }

  /** Whether one of the operators has numbers of the country for anything. */
  private boolean isKnown(Caller caller, Wanted wanted) {
    return Shelf.of(codeport, caller, Optional.of(wanted.country()), Optional.empty()).stream()
        .flatMap(product -> product.tier().operator().stream())
        .anyMatch(operator -> wanted.operators().contains(operator.code()));
  }

  private Reply answer(PlaceOrder.Result result, Function<Order, Optional<Reply>> shown) {
    return switch (result) {
      case PlaceOrder.Accepted accepted ->
          shown.apply(accepted.orders().getFirst().order()).orElseGet(Token.ERROR_SQL::reply);
      case PlaceOrder.Replayed again -> Token.ORDER_ALREADY_EXISTS.reply();
      case PlaceOrder.KeyReused reused -> Token.ORDER_ALREADY_EXISTS.reply();
      case PlaceOrder.InProgress running -> Token.ORDER_ALREADY_EXISTS.reply();
      case PlaceOrder.NoOffer none -> Token.NO_NUMBERS.reply();
      case PlaceOrder.TooPoor poor -> Token.NO_BALANCE.reply();
      case PlaceOrder.Banned banned -> Token.BANNED.reply(Wire.until(banned.ban().until()));
      // Nothing can be sold for now, and nothing was: clients know no other word for that.
      case PlaceOrder.NoRate none -> Token.NO_NUMBERS.reply();
      case PlaceOrder.ProviderFailed failed -> Token.NO_NUMBERS.reply();
    };
  }

  /** With the least that would do, when it is only the price. */
  private Reply noOffer(Caller caller, Wanted wanted, Optional<OperatorId> operator) {
    return Shelf.of(codeport, caller, Optional.of(wanted.country()), Optional.of(wanted.platform()))
        .stream()
        .filter(
            product ->
                operator.isEmpty() || product.tier().operator().map(o -> o.id()).equals(operator))
        .map(BrowseCatalog.Product::price)
        .min(Money::compareTo)
        .filter(least -> wanted.most().filter(least::isMoreThan).isPresent())
        .map(least -> Token.WRONG_MAX_PRICE.reply(Wire.amount(least).toPlainString()))
        .orElseGet(Token.NO_NUMBERS::reply);
  }

  @JsonNaming(LowerCamelCaseStrategy.class)
  record NumberView(
      long activationId,
      String phoneNumber,
      BigDecimal activationCost,
      int currency,
      @Nullable String countryCode,
      String canGetAnotherSms,
      String activationTime,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String activationEndTime,
      String activationOperator) {
    static NumberView of(CodeBook codes, Order order, String phone) {
      var price = order.charge().price();
      return new NumberView(
          order.id().value(),
          phone,
          Wire.amount(price),
          Wire.currency(price),
          codes.codeOf(order.charge().tier().key().country()).orElse(null),
          order.leased().filter(Lease::canAnother).isPresent() ? "1" : "0",
          Wire.time(order.terms().placedAt()),
          order.leased().map(lease -> Wire.time(lease.expiresAt())).orElse(null),
          Wire.operator(order));
    }
  }
}
