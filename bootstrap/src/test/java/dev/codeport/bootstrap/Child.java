package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code codeport serve} in a process of its own, which can be killed. */
public record Child(Process process, URI url) implements AutoCloseable {
  private static final String UP = "Codeport listens on ";

  /** Up when it returns. */
  public static Child serve(Path folder, List<String> settings) throws IOException {
    return serve(folder, settings, ProcessBuilder.Redirect.INHERIT);
  }

  public static Child serve(Path folder, List<String> settings, ProcessBuilder.Redirect errors)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Main.class.getName(), "serve"));
    var all = new ArrayList<String>();
    all.add("data.folder=" + folder);
    all.add("storage.binaries=" + Path.of("target/postgres").toAbsolutePath());
    all.add("http.port=0");
    all.add("log.level=error");
    all.addAll(settings);
    all.forEach(setting -> command.addAll(List.of("--set", setting)));
    var process = new ProcessBuilder(command).redirectError(errors).start();
    return new Child(process, address(process));
  }

  private static URI address(Process process) throws IOException {
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(UP)) {
        return URI.create(line.substring(UP.length()));
      }
    }
    throw new IOException("it ended before it was up");
  }

  /** Returns when this has happened; looks again and again, for a minute. */
  public void await(BooleanSupplier event) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (event.getAsBoolean()) {
        return;
      }
      assertFalse(process.waitFor(100, TimeUnit.MILLISECONDS), "it ended");
    }
    throw new AssertionError("it never happened");
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
  }

  /** As {@code kill} does; answers the exit status. */
  public int stop() throws InterruptedException {
    process.destroy();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
