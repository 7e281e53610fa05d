package dev.codeport.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private final Path path;
  private final DataFolder folder;

  DataFolderTest(@TempDir Path temporary) {
    path = temporary.resolve("data");
    folder = new DataFolder(path, new SecureRandom());
  }

  @Test
  void makes_a_secret_once_and_keeps_it_for_its_user_alone() throws IOException {
    var made = folder.secret("a");

    var again = new DataFolder(path, new SecureRandom()).secret("a");
    assertEquals(made, again);
    assertEquals(64, made.reveal().length());
    assertNotEquals(made, folder.secret("b"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("a"))));
    assertEquals(2, list().size());
  }

  @Test
  void replaces_a_secret() throws IOException {
    folder.secret("a");

    folder.replace("a", Secret.of("another"));

    assertEquals(Optional.of(Secret.of("another")), folder.kept("a"));
    assertEquals(Optional.empty(), folder.kept("b"));
  }

  @Test
  void gives_all_who_ask_at_once_the_same() throws Exception {
    var secrets = new HashSet<Secret>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking = new ArrayList<Callable<Secret>>();
      for (int i = 0; i < 32; i++) {
        asking.add(() -> new DataFolder(path, new SecureRandom()).secret("a"));
      }
      for (var answer : threads.invokeAll(asking)) {
        secrets.add(answer.get());
      }
    }

    assertEquals(1, secrets.size());
    assertTrue(list().equals(List.of("a")), list().toString());
  }

  private List<String> list() throws IOException {
    try (var files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
