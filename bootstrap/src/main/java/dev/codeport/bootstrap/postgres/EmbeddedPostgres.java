package dev.codeport.bootstrap.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A Postgres server of our own on a folder of our own, on loopback and with a password. Closing it
 * stops the server, unless it was joined.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "codeport";
  private static final int PORT_LINE = 3;
  private static final long LARGE_LOG = 16 << 20;

  private final Command command;
  private final Path folder;
  private final Optional<FileChannel> ownership;
  private final String password;
  private int port;

  private EmbeddedPostgres(
      Command command, Path folder, Optional<FileChannel> ownership, String password) {
    this.command = command;
    this.folder = folder;
    this.ownership = ownership;
    this.password = password;
  }

  /**
   * Starts the server on this folder, or joins the one that another process runs there.
   *
   * @param binaries where the programs are unpacked; may be shared
   * @param folder where data is kept
   * @param port 0 for any that is free
   * @param password of the superuser, for a folder that is new
   * @throws IOException when it does not start, saying why
   */
  public static EmbeddedPostgres open(Path binaries, Path folder, int port, String password)
      throws IOException {
    Files.createDirectories(binaries);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    var command = new Command(Binaries.in(binaries));
    var ownership = own(folder.resolve("owner"));
    if (ownership.isPresent() && !Files.exists(folder.resolve("data"))) {
      Folders.make(folder.resolve("data"), fresh -> initialise(command, folder, fresh, password));
    }
    var kept = Files.readString(folder.resolve("password"));
    var postgres = new EmbeddedPostgres(command, folder, ownership, kept);
    if (ownership.isPresent()) {
      postgres.start(port);
    } else {
      postgres.join();
    }
    return postgres;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  /** Whether another process owns the server, and will stop it when it likes. */
  public boolean isJoined() {
    return ownership.isEmpty();
  }

  @Override
  public void close() throws IOException {
    if (ownership.isPresent()) {
      pgCtl("stop", "--mode=fast", "--wait", "--timeout=60").orFail("stop");
      ownership.get().close();
    }
  }

  /** Lets go of the folder but not of the server, as a kill of this process does. For tests. */
  void abandon() throws IOException {
    ownership.orElseThrow().close();
  }

  private static void initialise(Command command, Path folder, Path data, String password)
      throws IOException {
    var file = folder.resolve("password");
    Files.deleteIfExists(file);
    var ours = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ours));
    Files.writeString(file, password);
    command
        .run(
            folder,
            "initdb",
            "--pgdata=" + data,
            "--username=" + USER,
            "--pwfile=" + file,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--data-checksums")
        .orFail("make its data folder");
  }

  private void start(int wanted) throws IOException {
    if (pgCtl("status").status() == 0) {
      pgCtl("stop", "--mode=fast", "--wait", "--timeout=60").orFail("stop an orphan of itself");
    }
    var log = folder.resolve("log");
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Files.move(log, folder.resolve("log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    port = wanted == 0 ? freePort() : wanted;
    var options =
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
            + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on";
    try {
      pgCtl("start", "--wait", "--timeout=60", "--log=" + log, "--options=" + options)
          .orFail("start on port " + port + "; its log is " + log);
    } catch (IOException e) {
      ownership.orElseThrow().close();
      throw e;
    }
  }

  private void join() throws IOException {
    var lines = Files.readAllLines(folder.resolve("data/postmaster.pid"));
    port = Integer.parseInt(lines.get(PORT_LINE).strip());
  }

  private Command.Outcome pgCtl(String action, String... options) throws IOException {
    var arguments = new String[options.length + 2];
    arguments[0] = action;
    arguments[1] = "--pgdata=" + folder.resolve("data");
    System.arraycopy(options, 0, arguments, 2, options.length);
    return command.run(folder, "pg_ctl", arguments);
  }

  private static Optional<FileChannel> own(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Owned within this process.
    }
    channel.close();
    return Optional.empty();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
