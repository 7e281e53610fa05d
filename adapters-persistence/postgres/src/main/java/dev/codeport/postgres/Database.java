package dev.codeport.postgres;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * Lends connections to as many callers at once as there are, in the order in which they came: a
 * pool alone lets a few starve when all want one. Each statement is its own transaction. A caller
 * never asks for a second connection while it has one.
 */
final class Database {
  private final Jdbi jdbi;
  private final Semaphore free;

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
