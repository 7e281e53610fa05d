package dev.codeport.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** One server for all tests of a run, durable as in production; a database for each test class. */
final class Server {
  private static final int CONNECTIONS = 8;
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");
  private static final EmbeddedPostgres POSTGRES = start();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Server() {}

  private static EmbeddedPostgres start() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty database, and a pool of connections to it. */
  static HikariDataSource freshDatabase() {
    return freshDatabase(CONNECTIONS);
  }

  static HikariDataSource freshDatabase(int connections) {
    MIGRATIONS.setLevel(Level.WARNING);
    var name = "codeport_" + DATABASES.incrementAndGet();
    Jdbi.create(POSTGRES.getPostgresDatabase())
        .useHandle(handle -> handle.execute("CREATE DATABASE " + name));
    var config = new HikariConfig();
    config.setDataSource(POSTGRES.getDatabase("postgres", name));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  static PostgresStorage open(HikariDataSource source) {
    return PostgresStorage.open(
        source, Ledger.rupiah(), keyring(), new PostgresSettings(source.getMaximumPoolSize()));
  }

  static Keyring keyring() {
    return new Keyring(
        Secret.of("hash-key-".repeat(4)),
        Map.of("k1", Secret.of("seal-key-".repeat(4))),
        new SecureRandom());
  }

  /** Takes out all rows but tiers, past the triggers that forbid it. */
  static void wipe(HikariDataSource source) {
    Jdbi.create(source)
        .useHandle(
            handle ->
                handle.execute(
                    """
                    SET session_replication_role = replica;
                    TRUNCATE accounts, wallets, api_keys, exchange_rates, markup_rules,
                      turns, orders, attempts, leases, messages, entries, postings, claims, events, endpoints,
                      deliveries, delivery_attempts, verifications, dispatches, receipts,
                      phone_tallies, fraud_lists, outcomes, sessions, acts;
                    SET session_replication_role = DEFAULT
                    """));
  }
}
