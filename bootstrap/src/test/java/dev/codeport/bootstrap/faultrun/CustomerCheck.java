package dev.codeport.bootstrap.faultrun;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I2, I6, I13: what customers were told is still so, and no order of theirs is left in between. */
final class CustomerCheck {
  private final Ours ours;
  private final Storage storage;
  private final List<Finding> findings = new ArrayList<>();

  private CustomerCheck(Ours ours, Storage storage) {
    this.ours = ours;
    this.storage = storage;
  }

  /**
   * @param accounts by the number that customers have in the run
   */
  static List<Finding> of(Ours ours, Storage storage, Memory memory, List<AccountId> accounts) {
    var check = new CustomerCheck(ours, storage);
    memory.wrong().forEach(wrong -> check.find("told", wrong));
    memory.placed.forEach((key, placed) -> check.key(accounts.get(placed.account()), key, placed));
    memory.shown.forEach(check::texts);
    ours.orders().values().forEach(check::end);
    return check.findings;
  }

  private void key(AccountId account, String name, Memory.Placed placed) {
    var claim = storage.idempotencyKeys().find(account, new IdempotencyKey(name));
    var orders = claim.map(each -> each.orders()).orElse(List.of());
    if (orders.size() > 1) {
      find("I2", "key " + name + " has several orders: " + orders);
    }
    var told = placed.order().map(OrderId::new);
    if (told.isPresent() && !orders.equals(List.of(told.get()))) {
      find("I2", "key " + name + " was told to be order " + told.get() + ", it is " + orders);
    }
    told.map(ours.orders()::get)
        .filter(order -> !order.account().equals(account))
        .ifPresent(order -> find("I11", "order of another account shown: " + order));
  }

  private void texts(long id, Map<Integer, String> shown) {
    var messages = ours.messages().getOrDefault(new OrderId(id), List.of());
    shown.forEach(
        (revision, text) -> {
          var kept =
              messages.stream()
                  .filter(sms -> sms.revision() == revision)
                  .map(Sms::text)
                  .findFirst();
          if (!kept.equals(Optional.of(text))) {
            find("I6", "order " + id + " showed \"" + text + "\", kept is " + kept);
          }
        });
  }

  private void end(Order order) {
    if (!(order instanceof Order.Closed)) {
      find("I13", "left in between: " + order + " " + ours.attempts(order));
    }
    ours.attempts(order).stream()
        .filter(attempt -> attempt.state().isOpen())
        .forEach(attempt -> find("I13", "an attempt is open: " + attempt + " " + order));
  }

  private void find(String invariant, String what) {
    findings.add(new Finding(invariant, what));
  }
}
