package dev.codeport.provider.kit;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Does the same for many things, several at a time, each on a virtual thread. */
public final class Fan {
  private Fan() {}

  /**
   * Returns when all is done.
   *
   * @param work answers whether to go on with the others
   */
  public static <T> void out(Collection<T> things, int atOnce, Predicate<T> work) {
    var queue = new ConcurrentLinkedQueue<>(things);
    if (things.size() == 1) {
      drain(queue, work);
      return;
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Math.min(atOnce, things.size()); i++) {
        threads.execute(() -> drain(queue, work));
      }
    }
  }

  private static <T> void drain(ConcurrentLinkedQueue<T> queue, Predicate<T> work) {
    for (var thing = queue.poll(); thing != null; thing = queue.poll()) {
      if (!work.test(thing)) {
        queue.clear();
      }
    }
  }
}
