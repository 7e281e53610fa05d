package dev.codeport.http.facade.handlerapi;

import dev.codeport.application.Codeport;
import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.http.server.Reply;
import java.util.Optional;

/**
 * {@code setStatus}: 1 the number is used now, 3 another code, 6 done, 8 give it back; -1 is an
 * older 8. What was done before is answered as it was then, so that a lost answer may be asked for
 * again.
 */
final class StepAction implements HandlerApiFacade.Action {
  private final Codeport codeport;

  StepAction(Codeport codeport) {
    this.codeport = codeport;
  }

  @Override
  public Reply answer(Caller caller, Ask ask) {
    var account = caller.account();
    return ask.order("id")
        .map(id -> step(account, id, ask.text("status").orElse("")))
        .orElseGet(Token.NO_ACTIVATION::reply);
  }

  private Reply step(AccountId account, OrderId id, String status) {
    return switch (status) {
      case "1" -> ready(account, id);
      case "3" -> another(account, id);
      case "6" -> finish(account, id);
      case "8", "-1" -> cancel(account, id);
      default -> Token.BAD_STATUS.reply();
    };
  }

  private Reply ready(AccountId account, OrderId id) {
    return codeport
        .order(account, id)
        .map(shown -> shown.order() instanceof Order.Active ? yes("READY") : no())
        .orElseGet(Token.NO_ACTIVATION::reply);
  }

  private Reply another(AccountId account, OrderId id) {
    return switch (codeport.requestAnotherCode(account, id)) {
      case RequestAnotherCode.Requested requested -> yes("RETRY_GET");
      case RequestAnotherCode.NotFound none -> Token.NO_ACTIVATION.reply();
      case RequestAnotherCode.NotAllowed not ->
          find(account, id).filter(StepAction::isAwaiting).isPresent() ? yes("RETRY_GET") : no();
      case RequestAnotherCode.ProviderRefused refused -> no();
    };
  }

  private Reply finish(AccountId account, OrderId id) {
    return switch (codeport.finishOrder(account, id)) {
      case FinishOrder.Finished finished -> yes("ACTIVATION");
      case FinishOrder.NotFound none -> Token.NO_ACTIVATION.reply();
      case FinishOrder.NotAllowed not -> ended(account, id, true) ? yes("ACTIVATION") : no();
    };
  }

  private Reply cancel(AccountId account, OrderId id) {
    return switch (codeport.cancelOrder(account, id)) {
      case CancelOrder.Canceled canceled -> yes("CANCEL");
      case CancelOrder.NotFound none -> Token.NO_ACTIVATION.reply();
      case CancelOrder.NotAllowed not -> ended(account, id, false) ? yes("CANCEL") : no();
      case CancelOrder.TooEarly early -> Token.EARLY_CANCEL_DENIED.reply();
      case CancelOrder.CapReached cap -> Token.RATE_LIMIT.retryAfter(cap.retryAfter());
      case CancelOrder.ProviderRefused refused -> no();
      case CancelOrder.Unsettled unsettled -> Token.ERROR_SQL.reply();
    };
  }

  private boolean ended(AccountId account, OrderId id, boolean paid) {
    return find(account, id)
        .filter(order -> order instanceof Order.Closed closed && isPaid(closed) == paid)
        .isPresent();
  }

  private static boolean isPaid(Order.Closed closed) {
    return closed.ending() == Ending.COMPLETED;
  }

  private static boolean isAwaiting(Order order) {
    return order instanceof Order.Received received && received.awaiting();
  }

  private Optional<Order> find(AccountId account, OrderId id) {
    return codeport.order(account, id).map(ShownOrder::order);
  }

  private static Reply yes(String what) {
    return Lines.line("ACCESS_" + what);
  }

  private static Reply no() {
    return Token.BAD_STATUS.reply();
  }
}
