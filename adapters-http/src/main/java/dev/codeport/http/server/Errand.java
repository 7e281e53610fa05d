package dev.codeport.http.server;

import io.vertx.core.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One thing done on a virtual thread whenever somebody asks for it, never twice at once; asked for
 * while it is being done, it is done once more.
 */
final class Errand<T> {
  private final Executor workers;
  private final Context loop;
  private final Supplier<T> work;
  private final BooleanSupplier open;
  private final Consumer<T> then;
  private boolean running;
  private boolean again;

  /**
   * @param work must not throw
   * @param open while it says no, whoever asks is not heard; called on the event loop
   * @param then called on the event loop
   */
  Errand(Executor workers, Context loop, Supplier<T> work, BooleanSupplier open, Consumer<T> then) {
    this.workers = workers;
    this.loop = loop;
    this.work = work;
    this.open = open;
    this.then = then;
  }

  /** Called from any thread; once the server has stopped, nobody is heard. */
  void ask() {
    try {
      loop.runOnContext(asked -> run());
    } catch (RejectedExecutionException stopped) {
      return;
    }
  }

  /** Called on the event loop. */
  void run() {
    if (!open.getAsBoolean()) {
      return;
    }
    if (running) {
      again = true;
    } else {
      running = true;
      workers.execute(
          () -> {
            var result = work.get();
            loop.runOnContext(back -> done(result));
          });
    }
  }

  private void done(T result) {
    running = false;
    var more = again;
    again = false;
    then.accept(result);
    if (more) {
      run();
    }
  }
}
