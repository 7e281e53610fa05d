package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Many threads that do one thing over and over while something else happens. */
final class Load implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong granted = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private volatile boolean over;

  /**
   * @param call answers whether it was granted
   */
  static Load of(int threads, BooleanSupplier call) {
    var load = new Load();
    for (int i = 0; i < threads; i++) {
      load.running.add(load.threads.submit(() -> load.repeat(call)));
    }
    load.goesOn(threads * 4L);
    return load;
  }

  /** Waits until so many more calls have been answered. */
  void goesOn(long more) {
    var goal = calls.get() + more;
    Eventually.holds("calls are answered", () -> calls.get() >= goal);
  }

  long granted() {
    return granted.get();
  }

  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  /** Ends it; a call that threw is thrown here. */
  @Override
  public void close() {
    over = true;
    for (var each : running) {
      try {
        assertEquals(null, each.get());
      } catch (ExecutionException e) {
        throw new AssertionError("a call threw", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.close();
  }

  private void repeat(BooleanSupplier call) {
    while (!over) {
      var begun = System.nanoTime();
      if (call.getAsBoolean()) {
        granted.incrementAndGet();
      }
      longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
      calls.incrementAndGet();
      LockSupport.parkNanos(1_000);
    }
  }
}
