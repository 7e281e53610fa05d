package dev.codeport.postgres;

import dev.codeport.domain.money.Ledger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Makes a database fit to be opened. */
final class Migration {
  private Migration() {}

  /** Applies the numbered files that were not yet; of several nodes one does it, the rest wait. */
  static void run(DataSource source) {
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:dev/codeport/postgres/migration")
        .load()
        .migrate();
  }

  /** The first to open a database decides on its currency. */
  static void requireLedger(Database database, Ledger ledger) {
    var kept =
        database.with(
            handle -> {
              handle.execute(
                  "INSERT INTO ledger (currency) VALUES (?) ON CONFLICT DO NOTHING",
                  ledger.currency().code());
              return handle.createQuery("SELECT currency FROM ledger").mapTo(String.class).one();
            });
    if (!kept.equals(ledger.currency().code())) {
      throw new IllegalStateException(
          "this database keeps its money in " + kept + ", not in " + ledger.currency());
    }
  }
}
