package dev.codeport.bootstrap.wiring;

import dev.codeport.domain.secret.Secret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where an installation keeps what it makes for itself: its database and its secrets. */
public final class DataFolder {
  private static final int SECRET_BYTES = 32;

  private final Path path;
  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong source
   */
  public DataFolder(Path path, RandomGenerator random) {
    this.path = path;
    this.random = random;
  }

  public Path path() {
    return path;
  }

  /** The secret of this name; 64 hexadecimal digits, made at the first asking. */
  public Secret secret(String name) throws IOException {
    if (kept(name).isEmpty()) {
      keep(name, unkept());
    }
    return kept(name).orElseThrow();
  }

  /** A new secret that is gone with the process. */
  public Secret unkept() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Secret.of(HexFormat.of().formatHex(bytes));
  }

  public Optional<Secret> kept(String name) throws IOException {
    var file = path.resolve(name);
    return Files.exists(file)
        ? Optional.of(Secret.of(Files.readString(file).strip()))
        : Optional.empty();
  }

  /** Keeps another secret under this name. */
  public void replace(String name, Secret secret) throws IOException {
    Files.deleteIfExists(path.resolve(name));
    keep(name, secret);
  }

  /** Keeps a secret for our user alone. Of two who do so at once the first wins. */
  private void keep(String name, Secret secret) throws IOException {
    Files.createDirectories(path);
    var ours = PosixFilePermissions.fromString("rw-------");
    var fresh =
        Files.createTempFile(path, name, ".new", PosixFilePermissions.asFileAttribute(ours));
    try {
      Files.writeString(fresh, secret.reveal() + "\n");
      Files.createLink(path.resolve(name), fresh);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was first, with a secret as good as this one.
    } finally {
      Files.delete(fresh);
    }
  }
}
