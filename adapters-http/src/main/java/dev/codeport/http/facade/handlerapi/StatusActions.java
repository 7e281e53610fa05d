package dev.codeport.http.facade.handlerapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.http.server.Reply;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How an activation stands, in three wordings. */
final class StatusActions {
  private final ReadOrders orders;

  StatusActions(ReadOrders orders) {
    this.orders = orders;
  }

  Reply status(Caller caller, Ask ask) {
    return about(caller, ask, (order, inbox) -> Lines.line("STATUS_OK:" + Wire.code(inbox)));
  }

  Reply fullSms(Caller caller, Ask ask) {
    return about(caller, ask, (order, inbox) -> Lines.line("FULL_SMS:" + inbox.text().strip()));
  }

  Reply statusV2(Caller caller, Ask ask) {
    return about(
        caller,
        ask,
        (order, inbox) ->
            newest(caller, order)
                .map(sms -> Reply.json(200, StatusView.of(sms)))
                .orElseGet(() -> Lines.line("STATUS_WAIT_CODE")));
  }

  private Optional<Sms> newest(Caller caller, Order order) {
    return orders.messages(caller.account(), order.id()).stream()
        .filter(sms -> !sms.late())
        .reduce((former, later) -> later);
  }

  private Reply about(Caller caller, Ask ask, BiFunction<Order, Inbox, Reply> withSms) {
    return ask.order("id")
        .flatMap(id -> orders.order(caller.account(), id))
        .map(ShownOrder::order)
        .map(order -> word(order, withSms))
        .orElseGet(Token.NO_ACTIVATION::reply);
  }

  /** What waits for another code says the former one, and an end is one, however it came. */
  private static Reply word(Order order, BiFunction<Order, Inbox, Reply> withSms) {
    return switch (order) {
      case Order.Placed placed -> Lines.line("STATUS_WAIT_CODE");
      case Order.Active active -> Lines.line("STATUS_WAIT_CODE");
      case Order.Received received ->
          received.awaiting()
              ? Lines.line("STATUS_WAIT_RETRY:" + Wire.code(received.inbox()))
              : withSms.apply(order, received.inbox());
      case Order.Closed closed -> Lines.line("STATUS_CANCEL");
    };
  }

  @JsonNaming(LowerCamelCaseStrategy.class)
  record StatusView(int verificationType, SmsView sms) {
    static StatusView of(Sms sms) {
      return new StatusView(
          0,
          new SmsView(
              Wire.time(sms.receivedAt()),
              sms.code().map(Code::value).orElse(null),
              Wire.text(sms.text())));
    }
  }

  @JsonNaming(LowerCamelCaseStrategy.class)
  record SmsView(String dateTime, @Nullable String code, String text) {}
}
