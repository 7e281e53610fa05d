package dev.codeport.bootstrap.faultrun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** All the customers, who order one thing after the other until there are enough orders. */
final class Crowd {
  /** In good time or not, the run comes to its end. */
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private final Scale scale;
  private final List<Door> doors;
  private final List<String> vendors;
  private final Memory memory;
  private final AtomicInteger orders = new AtomicInteger();
  private final List<Future<?>> shoppers = new ArrayList<>();
  private final long began = System.nanoTime();
  private volatile boolean sent;

  /**
   * @param doors the service as each account reaches it
   * @param vendors whom they may prefer
   */
  Crowd(Scale scale, List<Door> doors, List<String> vendors, Memory memory) {
    this.scale = scale;
    this.doors = List.copyOf(doors);
    this.vendors = List.copyOf(vendors);
    this.memory = memory;
  }

  void start(ExecutorService threads) {
    for (int i = 0; i < scale.shoppers(); i++) {
      shoppers.add(
          threads.submit(
              () -> {
                while (isBuying()) {
                  shop();
                }
                return null;
              }));
    }
  }

  boolean isBuying() {
    return !sent && share() < 1 && System.nanoTime() - began < LONGEST.toNanos();
  }

  /** How much of all is ordered. */
  double share() {
    return memory.accepted.get() / (double) scale.orders();
  }

  /** Returns when everybody has left; what went wrong with one goes wrong here. */
  void leave() throws InterruptedException, ExecutionException {
    for (var shopper : shoppers) {
      shopper.get();
    }
  }

  /** Nobody begins anything new. */
  void sendAway() {
    sent = true;
  }

  private void shop() throws InterruptedException, ExecutionException {
    int mine = orders.incrementAndGet();
    var random = new Random(scale.seed() * 1_000_003 + mine);
    int account = random.nextInt(doors.size());
    new Shopper(doors.get(account), account, mine, vendors, memory, random).shop();
  }
}
