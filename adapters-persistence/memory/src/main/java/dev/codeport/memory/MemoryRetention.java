package dev.codeport.memory;

import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.storage.Retention;
import java.time.Instant;
import java.util.List;

final class MemoryRetention implements Retention {
  private final Tables tables;

  MemoryRetention(Tables tables) {
    this.tables = tables;
  }

  @Override
  public int eraseOrders(Instant endedBefore, int limit) {
    return tables.locked(
        () -> {
          List<Order.Closed> old =
              tables
                  .everyOrder()
                  .filter(Order.Closed.class::isInstance)
                  .map(Order.Closed.class::cast)
                  .filter(order -> order.closedAt().isBefore(endedBefore) && hasPhone(order))
                  .limit(limit)
                  .toList();
          old.forEach(order -> tables.put(order.erased()));
          return old.size();
        });
  }

  private static boolean hasPhone(Order order) {
    return order.leased().filter(l -> !l.phone().equals(PhoneNumber.ERASED)).isPresent();
  }

  @Override
  public int eraseMessages(Instant receivedBefore, int limit) {
    return tables.locked(
        () -> {
          var left = limit;
          for (var messages : tables.everyMessage()) {
            for (var each = messages.listIterator(); each.hasNext() && left > 0; ) {
              var sms = each.next();
              if (sms.receivedAt().isBefore(receivedBefore) && !isErased(sms)) {
                each.set(sms.erased());
                left--;
              }
            }
          }
          return limit - left;
        });
  }

  private static boolean isErased(Sms sms) {
    return sms.key().isEmpty();
  }

  @Override
  public int forgetKeys(Instant takenBefore, int limit) {
    return tables.locked(() -> tables.forgetClaims(takenBefore, limit));
  }

  @Override
  public int forgetDeliveries(Instant before, int limit) {
    return tables.locked(() -> tables.office.forget(before, limit));
  }

  @Override
  public int eraseVerifications(Instant endedBefore, int limit) {
    return tables.locked(() -> tables.proofs.erase(endedBefore, limit));
  }

  @Override
  public int forgetVerifications(Instant endedBefore, int limit) {
    return tables.locked(() -> tables.proofs.forget(endedBefore, limit));
  }

  @Override
  public int forgetReceipts(Instant before, int limit) {
    return tables.locked(() -> tables.proofs.forgetReceipts(before, limit));
  }

  @Override
  public int forgetTallies(Instant before, int limit) {
    return tables.locked(() -> tables.proofs.forgetTallies(before, limit));
  }

  @Override
  public int forgetOutcomes(Instant before, int limit) {
    return tables.locked(() -> tables.outcomes.forget(before, limit));
  }
}
