package dev.codeport.contract;

import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The storage of a node that freezes. At one moment, counted in calls of the storage, the world
 * goes on without it; then it is revived, and goes on as if nothing had been.
 *
 * <p>Between two calls of the storage a node only thinks and calls vendors, so that all moments
 * together are all that can differ.
 */
public final class Freezing {
  private final int at;
  private final Runnable meanwhile;
  private final AtomicInteger moments = new AtomicInteger();
  private final List<CommitResult> answers = new CopyOnWriteArrayList<>();

  /**
   * @param at 1 is before the first call, 2 after it, 3 before the second one, and so on
   * @param meanwhile what goes on without it
   */
  public Freezing(int at, Runnable meanwhile) {
    this.at = at;
    this.meanwhile = meanwhile;
  }

  public Storage over(Storage storage) {
    return watched(
        Storage.class,
        (method, arguments) ->
            method.getName().equals("commit")
                ? moments(storage, method, arguments)
                : reads(method.getReturnType(), call(storage, method, arguments)));
  }

  /** Whether its moment came. */
  public boolean froze() {
    return moments.get() >= at;
  }

  /** What became of the changes that it committed after it was revived. */
  public List<CommitResult> answers() {
    return List.copyOf(answers);
  }

  private Object reads(Class<?> type, @Nullable Object behind) {
    return watched(type, (method, arguments) -> moments(behind, method, arguments));
  }

  private @Nullable Object moments(@Nullable Object behind, Method method, Object[] arguments)
      throws Throwable {
    moment();
    var revived = froze();
    var answer = call(behind, method, arguments);
    if (revived && answer instanceof CommitResult result) {
      answers.add(result);
    }
    moment();
    return answer;
  }

  private void moment() {
    if (moments.incrementAndGet() == at) {
      meanwhile.run();
    }
  }

  private interface Call {
    @Nullable Object of(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T watched(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                call.of(method, arguments == null ? new Object[0] : arguments)));
  }

  private static @Nullable Object call(@Nullable Object behind, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
