package dev.codeport.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets several threads do something at the same moment. */
public final class Race {
  private Race() {}

  /** What each of {@code runners} came to, by its number from 0. */
  public static <T> List<T> of(int runners, IntFunction<T> work) {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < runners; i++) {
        var number = i;
        running.add(threads.submit(after(start, () -> work.apply(number))));
      }
      start.countDown();
      return running.stream().map(Race::outcome).toList();
    }
  }

  private static <T> Callable<T> after(CountDownLatch start, Callable<T> work) {
    return () -> {
      start.await();
      return work.call();
    };
  }

  private static <T> T outcome(Future<T> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("a runner stumbled: " + e.getCause(), e.getCause());
    }
  }
}
