package dev.codeport.application.worker;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Does the same for many at once, each on a virtual thread. */
public final class Parallel {
  private Parallel() {}

  /** The results, in order; what was thrown there is thrown here, after all have ended. */
  public static <T> List<T> all(Collection<Callable<T>> calls) {
    List<Future<T>> running;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      running = calls.stream().map(call -> threads.submit(call)).toList();
    }
    return running.stream().map(Parallel::join).toList();
  }

  /** For how many of them it holds. */
  public static <T> int count(Collection<T> of, Predicate<T> what) {
    var calls = of.stream().<Callable<Boolean>>map(one -> () -> what.test(one)).toList();
    return (int) all(calls).stream().filter(yes -> yes).count();
  }

  private static <T> T join(Future<T> ended) {
    try {
      return ended.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a vendor", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
