package dev.codeport.bootstrap.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the server's programs from the jar of this platform. */
final class Binaries {
  private Binaries() {}

  /** The folder with {@code bin/postgres}, one for each version of it. */
  static Path in(Path folder) throws IOException {
    var archive = Binaries.class.getResource("/postgres-" + platform() + ".txz");
    if (archive == null) {
      throw new IOException(
          "this build carries no Postgres for "
              + platform()
              + ": build it on this machine, or set storage.url");
    }
    var connection = archive.openConnection();
    var home = folder.resolve("postgres-" + connection.getContentLengthLong());
    if (!Files.isDirectory(home)) {
      try (var packed = connection.getInputStream()) {
        Folders.make(home, fresh -> unpack(packed, fresh));
      }
    }
    return home;
  }

  private static void unpack(InputStream packed, Path home) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
          throw new IOException("the archive points outside of itself: " + entry.getName());
        }
        write(tar, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** As the archives are named. */
  private static String platform() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arch = System.getProperty("os.arch");
    return (os.startsWith("mac") ? "darwin" : os)
        + (arch.equals("aarch64") ? "-arm_64" : "-x86_64");
  }
}
