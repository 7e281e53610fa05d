package dev.codeport.http.delivery;

import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.webhook.Webhooks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A storage that breaks down so many times when it is to note how a delivery went. */
final class Forgetful {
  private final AtomicInteger faults = new AtomicInteger();

  void forget(int times) {
    faults.set(times);
  }

  Storage over(Storage storage) {
    var webhooks =
        wrapped(
            Webhooks.class,
            (method, arguments) -> {
              if (method.getName().equals("record") && faults.getAndDecrement() > 0) {
                throw new IllegalStateException("the node died here");
              }
              return call(storage.webhooks(), method, arguments);
            });
    return wrapped(
        Storage.class,
        (method, arguments) ->
            method.getName().equals("webhooks") ? webhooks : call(storage, method, arguments));
  }

  private interface Call {
    Object of(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T wrapped(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                call.of(method, arguments == null ? new Object[0] : arguments)));
  }

  private static Object call(Object behind, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
