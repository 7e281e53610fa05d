package dev.codeport.bootstrap.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** A pool of connections to a Postgres, whoever runs it. */
final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  static Database of(EmbeddedPostgres server, int size, MetricsTrackerFactory metrics)
      throws IOException {
    return connect(server.url(), server.user(), server.password(), size, metrics);
  }

  static Database of(Settings.External external, MetricsTrackerFactory metrics) throws IOException {
    return connect(
        external.url(), external.user(), external.password().reveal(), external.pool(), metrics);
  }

  HikariDataSource pool() {
    return pool;
  }

  /** Whether it answers within two seconds. */
  boolean isReachable() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static Database connect(
      String url, String user, String password, int size, MetricsTrackerFactory metrics)
      throws IOException {
    var config = new HikariConfig();
    config.setPoolName("codeport");
    config.setJdbcUrl(url);
    config.setUsername(user.isEmpty() ? null : user);
    config.setPassword(password.isEmpty() ? null : password);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setMetricsTrackerFactory(metrics);
    try {
      return new Database(new HikariDataSource(config));
    } catch (PoolInitializationException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new IOException("storage.url: cannot connect (" + cause.getMessage() + ")", e);
    }
  }
}
