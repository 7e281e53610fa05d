package dev.codeport.bootstrap.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  private static final Path BINARIES = Path.of("target/postgres");

  private final Path folder;

  EmbeddedPostgresTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void keeps_its_rows_between_starts_and_is_durable() throws Exception {
    try (var postgres = open()) {
      assertEquals("on", ask(postgres, "SHOW fsync"));
      assertEquals("on", ask(postgres, "SHOW synchronous_commit"));
      assertEquals("on", ask(postgres, "SHOW full_page_writes"));
      ask(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
    }

    try (var postgres = open()) {
      assertEquals("42", ask(postgres, "SELECT answer FROM kept"));
    }
  }

  @Test
  void is_joined_by_who_comes_second() throws Exception {
    try (var first = open()) {
      try (var second = open()) {
        assertTrue(second.isJoined());
        assertEquals(first.port(), second.port());
      }

      assertFalse(first.isJoined());
      assertEquals("1", ask(first, "SELECT 1"));
    }
  }

  @Test
  void starts_afresh_after_its_process_was_killed() throws Exception {
    var abandoned = open();
    ask(abandoned, "CREATE TABLE kept AS SELECT 42 AS answer");
    abandoned.abandon();

    try (var next = open()) {
      assertFalse(next.isJoined());
      assertEquals("42", ask(next, "SELECT answer FROM kept"));
    }
  }

  @Test
  void begins_again_where_the_first_start_was_killed() throws Exception {
    Files.createDirectories(folder.resolve("postgres/data.new/base"));

    try (var postgres = open()) {
      assertEquals("1", ask(postgres, "SELECT 1"));
    }
  }

  @Test
  void asks_for_its_password_and_shows_its_folder_to_nobody() throws Exception {
    try (var postgres = open()) {
      assertThrows(
          SQLException.class,
          () -> DriverManager.getConnection(postgres.url(), postgres.user(), "another"));
    }

    var mode = Files.getPosixFilePermissions(folder.resolve("postgres"));
    assertEquals("rwx------", PosixFilePermissions.toString(mode));
  }

  @Test
  void says_why_it_does_not_start() throws Exception {
    try (var first = open()) {
      var failure =
          assertThrows(
              IOException.class,
              () ->
                  EmbeddedPostgres.open(
                      BINARIES, folder.resolve("another"), first.port(), "a password"));

      assertTrue(failure.toString().contains("port " + first.port()), failure.toString());
    }
  }

  private EmbeddedPostgres open() throws IOException {
    return EmbeddedPostgres.open(BINARIES, folder.resolve("postgres"), 0, "a password");
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      var rows = statement.getResultSet();
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
