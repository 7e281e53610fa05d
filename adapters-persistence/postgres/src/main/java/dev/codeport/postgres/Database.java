package dev.codeport.postgres;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * Lends connections to as many callers at once as there are, in the order in which they came: a
 * pool alone lets a few starve when all want one. Each statement is its own transaction, but within
 * {@link #whole}. A caller never asks for a second connection while it has one.
 */
final class Database {
  private static final String PART = "part";

  private final Jdbi jdbi;
  private final Semaphore free;

  /** The connection of a thread that is in the middle of something whole. */
  @SuppressWarnings("ThreadLocalUsage") // each database has connections of its own
  private final ThreadLocal<@Nullable Handle> whole = new ThreadLocal<>();

  private Database(Jdbi jdbi, Semaphore free) {
    this.jdbi = jdbi;
    this.free = free;
  }

  static Database of(DataSource source, int connections) {
    var jdbi =
        Jdbi.create(source)
            .registerArrayType(Integer.class, "int4")
            .registerArrayType(Long.class, "int8")
            .registerArrayType(String.class, "text")
            .configure(StatementExceptions.class, Database::sayNothingOfArguments);
    return new Database(jdbi, new Semaphore(connections, true));
  }

  /** An exception that is logged must not carry what was to be stored. */
  private static void sayNothingOfArguments(StatementExceptions exceptions) {
    exceptions.setMessageRendering(StatementExceptions.MessageRendering.NONE);
  }

  <T> T with(Function<Handle, T> work) {
    var handle = whole.get();
    return handle == null ? lend(work) : within(handle, work);
  }

  /**
   * Whatever this thread asks of the database meanwhile takes effect when {@code work} returns, and
   * nothing of it when it throws.
   */
  <T> T whole(Supplier<T> work) {
    return lend(
        handle ->
            handle.inTransaction(
                same -> {
                  whole.set(same);
                  try {
                    return work.get();
                  } finally {
                    whole.remove();
                  }
                }));
  }

  /** What fails is undone alone, so that its caller may go on. */
  private static <T> T within(Handle handle, Function<Handle, T> work) {
    handle.savepoint(PART);
    try {
      var result = work.apply(handle);
      handle.releaseSavepoint(PART);
      return result;
    } catch (RuntimeException e) {
      handle.rollbackToSavepoint(PART);
      throw e;
    }
  }

  private <T> T lend(Function<Handle, T> work) {
    free.acquireUninterruptibly();
    try (var handle = jdbi.open()) {
      return work.apply(handle);
    } finally {
      free.release();
    }
  }

  /** How many rows were changed. */
  int update(String sql, Object... arguments) {
    return with(handle -> handle.execute(sql, arguments));
  }
}
