package dev.codeport.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes a script for {@code pgbench} of changes that were recorded: each becomes a function {@code
 * bench_0}, {@code bench_1} and so on of the ids that are made variable.
 *
 * @param folder where the script is written
 */
record RecordedScript(EmbeddedPostgres postgres, Path folder) {
  /** Does something once through this source and answers the changes that it committed. */
  @FunctionalInterface
  interface Recorder {
    List<String> record(DataSource source);
  }

  /**
   * @param function in SQL: first its own name is filled in, then the change
   * @param script which calls them
   */
  Path write(String name, Recorder recorder, String function, String script) throws Exception {
    var config = new HikariConfig();
    config.setJdbcUrl(postgres.url());
    config.setUsername(postgres.user());
    config.setPassword(postgres.password());
    config.setMaximumPoolSize(2);
    try (var pool = new HikariDataSource(config)) {
      var changes = recorder.record(pool);
      try (var connection = pool.getConnection();
          var statement = connection.createStatement()) {
        for (int i = 0; i < changes.size(); i++) {
          statement.execute(function.formatted("bench_" + i, changes.get(i)));
        }
      }
    }
    return Files.writeString(folder.resolve(name), script);
  }
}
