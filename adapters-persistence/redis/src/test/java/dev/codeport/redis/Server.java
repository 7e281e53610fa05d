package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server on loopback, to be killed and frozen. Redis 6.2 comes along; the system property
 * {@code redis.server} names another program, which must then be there.
 */
final class Server implements AutoCloseable {
  private static final int BUS = 10_000;
  private static final Path PROGRAM = program();

  private final int port;
  private final List<String> options;
  private final Path folder;
  private Process process;

  private Server(int port, List<String> options) {
    this.port = port;
    this.options = options;
    this.folder = temporary();
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  static Server start(String... options) {
    return new Server(freePort(), List.of(options));
  }

  int port() {
    return port;
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** As when the machine loses power. */
  void kill() {
    process.destroyForcibly();
    gone();
  }

  /** It keeps its connections and says nothing. */
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  /** With no key of those it had; a cluster's node remembers its cluster. */
  void restart() {
    process = launch();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      signal("CONT");
      kill();
    }
  }

  private Process launch() {
    try {
      var command = new ArrayList<>(List.of(PROGRAM.toString(), "--port", Integer.toString(port)));
      command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--appendonly", "no"));
      command.addAll(List.of("--dir", folder.toString()));
      command.addAll(options);
      var started =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      Eventually.holds("the server listens", () -> listens(port));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      assertEquals(0, kill.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void gone() {
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path program() {
    var wanted = System.getProperty("redis.server", "");
    if (!wanted.isEmpty()) {
      if (!Files.isExecutable(Path.of(wanted))) {
        throw new IllegalStateException("redis.server: no program " + wanted);
      }
      return Path.of(wanted);
    }
    try {
      return ExecutableProvider.newJarResourceProvider(temporary().toFile()).get().toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      var folder = Files.createTempDirectory("codeport-redis");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Free, and free for the bus of a cluster, too. */
  private static int freePort() {
    try {
      while (true) {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
          var port = socket.getLocalPort() - BUS;
          if (port > 1_024 && !listens(port)) {
            return port;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
