package dev.codeport.application.live;

import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

final class AwaitOrderService implements AwaitOrder {
  private final ReadOrders orders;
  private final AwaitEvents events;

  AwaitOrderService(ReadOrders orders, AwaitEvents events) {
    this.orders = orders;
    this.events = events;
  }

  @Override
  public Optional<ShownOrder> awaitOrder(
      AccountId account, OrderId id, Optional<Long> known, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    var woken = new Semaphore(0);
    var waiting = events.awaitEvents(account, woken::release);
    try {
      var first = orders.order(account, id);
      var seen = known.or(() -> first.map(shown -> shown.order().revision()));
      var shown = first;
      while (shown.isPresent()
          && !AwaitOrder.hasNews(shown.get().order(), seen)
          && wokenBefore(deadline, woken)) {
        woken.drainPermits();
        shown = orders.order(account, id);
      }
      return shown;
    } finally {
      waiting.close();
    }
  }

  private static boolean wokenBefore(long deadline, Semaphore woken) {
    try {
      return woken.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
