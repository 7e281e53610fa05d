package dev.codeport.http.facade.handlerapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.codeport.application.Codeport;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.http.server.Reply;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Having a finished activation's number again. */
final class AgainActions {
  private final Codeport codeport;
  private final CodeBook codes;

  AgainActions(Codeport codeport, CodeBook codes) {
    this.codeport = codeport;
    this.codes = codes;
  }

  Reply check(Caller caller, Ask ask) {
    return ask.order("activationId")
        .flatMap(id -> codeport.order(caller.account(), id))
        .map(ShownOrder::order)
        .map(order -> check(caller, order))
        .orElseGet(Token.NO_ACTIVATION::reply);
  }

  private Reply check(Caller caller, Order order) {
    return answer(
        codeport.quoteReactivation(caller.account(), order.id()),
        price -> Reply.json(200, QuoteView.of(codes, order, price)));
  }

  Reply renew(Caller caller, Ask ask) {
    return ask.order("activationId")
        .map(id -> renew(caller, id))
        .orElseGet(Token.NO_ACTIVATION::reply);
  }

  private Reply renew(Caller caller, OrderId id) {
    var command =
        new ReactivateOrder.Command(caller.account(), Optional.empty(), id, Optional.empty());
    return answer(
        codeport.reactivateOrder(command), price -> Token.RENEW_ACTIVATION_NOT_AVAILABLE.reply());
  }

  private static Reply answer(ReactivateOrder.Result result, Function<Money, Reply> quoted) {
    return switch (result) {
      case ReactivateOrder.Quoted quote -> quoted.apply(quote.price());
      case ReactivateOrder.Reactivated made -> number(made.order());
      case ReactivateOrder.Replayed again -> number(again.order());
      case ReactivateOrder.NotFound none -> Token.NO_ACTIVATION.reply();
      case ReactivateOrder.TooPoor poor -> Token.NO_BALANCE.reply();
      case ReactivateOrder.NoRate none -> Token.NO_NUMBERS.reply();
      case ReactivateOrder.ProviderFailed failed -> Token.SIM_OFFLINE.reply();
      case ReactivateOrder.NotAllowed no -> Token.RENEW_ACTIVATION_NOT_AVAILABLE.reply();
      // Neither a highest price nor a key is ever given.
      case ReactivateOrder.TooDear dear -> Token.RENEW_ACTIVATION_NOT_AVAILABLE.reply();
      case ReactivateOrder.KeyReused reused -> Token.RENEW_ACTIVATION_NOT_AVAILABLE.reply();
      case ReactivateOrder.InProgress running -> Token.RENEW_ACTIVATION_NOT_AVAILABLE.reply();
    };
  }

  private static Reply number(ShownOrder made) {
    return PurchaseActions.numberLine(made.order()).orElseGet(Token.ERROR_SQL::reply);
  }

  @JsonNaming(LowerCamelCaseStrategy.class)
  record QuoteView(
      String status,
      BigDecimal cost,
      @Nullable String service,
      @Nullable String phone,
      @Nullable String country) {
    static QuoteView of(CodeBook codes, Order order, Money price) {
      var key = order.charge().tier().key();
      return new QuoteView(
          "success",
          Wire.amount(price),
          codes.codeOf(key.platform()).orElse(null),
          Wire.phone(order).orElse(null),
          codes.codeOf(key.country()).orElse(null));
    }
  }
}
