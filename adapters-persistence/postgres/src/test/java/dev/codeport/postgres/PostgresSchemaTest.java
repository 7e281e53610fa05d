package dev.codeport.postgres;

import static dev.codeport.contract.Given.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.contract.Given;
import dev.codeport.contract.Race;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSchemaTest {
  @Test
  void several_nodes_may_open_an_empty_database_at_once() {
    try (var source = Server.freshDatabase()) {
      var nodes = Race.of(3, i -> Server.open(source));

      var order = Given.receivedOrder().in(nodes.getFirst());
      for (var node : nodes) {
        assertEquals(Optional.of(order), node.orders().find(order.id()));
      }
      assertTrue(6 <= count(source, "SELECT count(*) FROM flyway_schema_history WHERE success"));
      assertEquals(
          0, count(source, "SELECT count(*) - count(DISTINCT version) FROM flyway_schema_history"));
      assertEquals(
          0, count(source, "SELECT count(*) FROM flyway_schema_history WHERE NOT success"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"13", "25", "31"})
  void a_database_of_an_earlier_release_goes_on_to_this_one(String release) {
    try (var source = Server.freshDatabase()) {
      Flyway.configure(Migration.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:dev/codeport/postgres/migration")
          .target(release)
          .load()
          .migrate();

      var storage = Server.open(source);

      var order = Given.receivedOrder().in(storage);
      assertEquals(Optional.of(order), storage.orders().find(order.id()));
      assertEquals(
          1, count(source, "SELECT count(*) FROM pg_indexes WHERE indexname = 'attempts_asked'"));
    }
  }

  @Test
  void nodes_never_give_the_same_id() {
    try (var source = Server.freshDatabase()) {
      var nodes = List.of(Server.open(source), Server.open(source));

      var ids =
          Race.of(
              4,
              i ->
                  IntStream.range(0, 300)
                      .mapToObj(n -> nodes.get(i % 2).ids().nextOrder())
                      .toList());

      assertEquals(1200, new HashSet<>(ids.stream().flatMap(List::stream).toList()).size());
    }
  }

  @Test
  void a_database_keeps_to_its_currency() {
    try (var source = Server.freshDatabase()) {
      Server.open(source);

      var thrown =
          assertThrows(
              IllegalStateException.class,
              () -> PostgresStorage.open(source, new Ledger(Currency.USD, 4), Server.keyring()));

      assertEquals("this database keeps its money in IDR, not in USD", thrown.getMessage());
    }
  }

  @Test
  void what_was_posted_is_never_changed() {
    try (var source = Server.freshDatabase()) {
      Given.completedOrder().in(Server.open(source));
      var jdbi = Jdbi.create(source);

      for (var table : List.of("postings", "entries")) {
        for (var sql :
            List.of("UPDATE %s SET account_id = account_id", "DELETE FROM %s", "TRUNCATE %s")) {
          var thrown =
              assertThrows(
                  JdbiException.class,
                  () -> jdbi.useHandle(handle -> handle.execute(sql.formatted(table))));
          assertTrue(String.valueOf(thrown.getMessage()).contains("append-only"));
        }
      }
      assertEquals(6, count(source, "SELECT count(*) FROM postings"));
    }
  }

  @Test
  void an_audit_finds_a_wallet_that_is_not_the_sum_of_its_postings() {
    try (var source = Server.freshDatabase()) {
      var storage = Server.open(source);
      var honest = Given.account().in(storage);
      var crooked = Given.account().in(storage);
      Jdbi.create(source)
          .useHandle(
              handle ->
                  handle.execute(
                      "UPDATE wallets SET available = available + 1 WHERE account_id = ?",
                      crooked.id().value()));

      assertEquals(List.of(crooked.id()), storage.wallets().audit().crooked());
      assertEquals(rupiah(1_000_000), storage.wallets().wallet(honest.id()).available());
    }
  }

  private static int count(HikariDataSource source, String sql) {
    return Jdbi.create(source)
        .withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
