package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Many threads that do one thing over and over while something else happens. */
final class Load implements AutoCloseable {
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();
  private final List<AtomicLong> each = new ArrayList<>();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong granted = new AtomicLong();
  private final ConcurrentLinkedQueue<Duration> slow = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  /**
   * @param call answers whether it was granted
   */
  static Load of(int threads, BooleanSupplier call) {
    var load = new Load();
    for (int i = 0; i < threads; i++) {
      var mine = new AtomicLong();
      load.each.add(mine);
      load.running.add(load.threads.submit(() -> load.repeat(call, mine)));
    }
    load.goesOn(threads * 4L);
    return load;
  }

  /** Waits until so many more calls have been answered. */
  void goesOn(long more) {
    var goal = calls.get() + more;
    Eventually.holds("calls are answered", () -> calls.get() >= goal);
  }

  /** Waits until every thread has had two more answers: whoever was waiting waits no longer. */
  void nobodyWaits() {
    var goals = each.stream().map(mine -> mine.get() + 2).toList();
    for (int i = 0; i < goals.size(); i++) {
      var mine = each.get(i);
      var goal = goals.get(i);
      Eventually.holds("each is answered", () -> mine.get() >= goal);
    }
  }

  long granted() {
    return granted.get();
  }

  /** How many answers took at least that long; a second or more. */
  long lasting(Duration time) {
    return slow.stream().filter(took -> took.compareTo(time) >= 0).count();
  }

  /** Zero when none took a second. */
  Duration longest() {
    return slow.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** Ends it; a call that threw is thrown here. */
  @Override
  public void close() {
    over = true;
    for (var one : running) {
      try {
        assertEquals(null, one.get());
      } catch (ExecutionException e) {
        throw new AssertionError("a call threw", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.close();
  }

  private void repeat(BooleanSupplier call, AtomicLong mine) {
    while (!over) {
      var begun = System.nanoTime();
      if (call.getAsBoolean()) {
        granted.incrementAndGet();
      }
      var took = Duration.ofNanos(System.nanoTime() - begun);
      if (took.compareTo(SLOW) >= 0) {
        slow.add(took);
      }
      calls.incrementAndGet();
      mine.incrementAndGet();
      LockSupport.parkNanos(1_000);
    }
  }
}
