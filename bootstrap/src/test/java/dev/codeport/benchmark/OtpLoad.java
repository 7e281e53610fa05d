package dev.codeport.benchmark;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code POST /auth/send-otp} through the service, in front of the fastest StartMessaging there can
 * be: first as a pass-through that keeps nothing, then with verifications kept durably; beside a
 * bare {@link ReverseProxy} in front of the same upstream, in the same run. Each has a process of
 * its own; the load has one too.
 *
 * <p>Arguments: seconds for each figure (default 30), seconds of warming up (30).
 */
public final class OtpLoad {
  private static final int[] CONNECTIONS = {256, 64, 1};

  private final AtomicLong phones = new AtomicLong();
  private final PrintStream out;
  private final Duration each;
  private final Duration warm;
  private final Path folder;

  private OtpLoad(PrintStream out, Duration each, Duration warm, Path folder) {
    this.out = out;
    this.each = each;
    this.warm = warm;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var each = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    var warm = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    var folder = Files.createTempDirectory("codeport-otp-load");
    new OtpLoad(System.out, Duration.ofSeconds(each), Duration.ofSeconds(warm), folder).run();
  }

  private void run() throws Exception {
    out.println(
        "| what | connections | requests/s | p50 ms | p99 ms | failed | CPU µs a request |");
    out.println("|---|---|---|---|---|---|---|");
    int upstream = ServiceProcess.freePort();
    var sender = start(QuickSender.class, upstream);
    try (var postgres =
        EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench")) {
      awaitPort(upstream, sender);
      floor(upstream);
      for (var mode : List.of("pass-through", "durable")) {
        service(mode, upstream, postgres);
      }
    } finally {
      sender.destroyForcibly();
    }
  }

  private void floor(int upstream) throws Exception {
    int port = ServiceProcess.freePort();
    var proxy = start(ReverseProxy.class, port, upstream);
    try {
      awaitPort(port, proxy);
      measure("reverse proxy", port, proxy.pid(), "none");
    } finally {
      proxy.destroyForcibly();
    }
  }

  private void service(String mode, int upstream, EmbeddedPostgres postgres) throws Exception {
    var settings =
        List.of(
            "sandbox.mode=off",
            "sender.quick.dialect=startmessaging",
            "sender.quick.url=http://127.0.0.1:" + upstream,
            "sender.quick.api-key=bench",
            "verification.regions=*",
            "verification.number-kinds=record",
            "verification.mode=" + mode);
    var own = Files.createDirectories(folder.resolve(mode));
    try (var service = ServiceProcess.serve(own, "512m", postgres, settings)) {
      measure(mode, service.port(), service.pid(), service.customer());
      service.stop();
    }
  }

  private void measure(String what, int port, long pid, String token) throws Exception {
    var load = new HttpLoad(port, "/auth/send-otp", token, what);
    load.run(32, warm, this::body);
    for (int connections : CONNECTIONS) {
      var cpu = Cpu.of(pid);
      var result = load.run(connections, each, this::body);
      out.printf(
          "| %s | %d | %.0f | %.2f | %.2f | %d | %.0f |%n",
          what,
          connections,
          result.perSecond(),
          result.millis(0.5),
          result.millis(0.99),
          result.failed(),
          (Cpu.of(pid) - cpu) / result.micros().size() * 1e6);
    }
  }

  /** Another mobile phone each time: no phone's limit is what is measured. */
  private String body() {
    return "{\"phone\":\"+44790%07d\"}".formatted(phones.incrementAndGet() % 10_000_000);
  }

  private Process start(Class<?> main, int... ports) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (int port : ports) {
      command.add(Integer.toString(port));
    }
    var log = folder.resolve(main.getSimpleName() + ".log").toFile();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
  }

  private static void awaitPort(int port, Process process) throws Exception {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("nobody listens on " + port);
  }
}
