package dev.codeport.application.worker;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

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
    return sum(of, one -> what.test(one) ? 1 : 0);
  }

  public static <T> int sum(Collection<T> of, ToIntFunction<T> what) {
    var calls = of.stream().<Callable<Integer>>map(one -> () -> what.applyAsInt(one)).toList();
    return all(calls).stream().mapToInt(each -> each).sum();
  }

  private static <T> T join(Future<T> ended) {
    try {
      return ended.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a vendor", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException(e.getCause());
    }
  }
}
