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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * {@code POST /auth/send-otp} through the service, in front of the fastest StartMessaging there can
 * be: first as a pass-through that keeps nothing, then with verifications kept durably. Beside it
 * in the same run: a bare {@link ReverseProxy} in front of the same upstream; any other program
 * that does the same; and {@code pgbench} with the statements of a durable verification. Each has a
 * process of its own; the load has one too.
 *
 * <p>Arguments: seconds for each figure (default 30), how many of each, of which the medians are
 * printed (3), seconds of warming up (60), and a program to be measured beside, which is started
 * with two ports, its own and the upstream's (none).
 */
public final class OtpLoad {
  private static final int[] CONNECTIONS = {256, 64, 1};
  private static final int WARMING = 64;

  /** Postgres takes no more than a hundred connections here. */
  private static final int[] PGBENCH = {64, 1};

  /** The window of an hour remembers each phone: some 400 bytes for each of a million. */
  private static final String HEAP = "1500m";

  private final AtomicLong phones = new AtomicLong();
  private final PrintStream out;
  private final Duration each;
  private final int rounds;
  private final Duration warm;
  private final Path folder;

  private OtpLoad(PrintStream out, Duration each, int rounds, Duration warm, Path folder) {
    this.out = out;
    this.each = each;
    this.rounds = rounds;
    this.warm = warm;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var each = Duration.ofSeconds(number(args, 0, 30));
    var warm = Duration.ofSeconds(number(args, 2, 60));
    var folder = Files.createTempDirectory("codeport-otp-load");
    var beside = args.length > 3 ? Optional.of(args[3]) : Optional.<String>empty();
    new OtpLoad(System.out, each, number(args, 1, 3), warm, folder).run(beside);
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private void run(Optional<String> beside) throws Exception {
    out.println(
        "| what | connections | requests/s (lowest, highest) | p50 ms | p99 ms | failed | CPU µs a"
            + " request |");
    out.println("|---|---|---|---|---|---|---|");
    int upstream = ServiceProcess.freePort();
    var sender = started(java(QuickSender.class, upstream), "upstream");
    try (var postgres =
        EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench")) {
      awaitPort(upstream, sender);
      floor("reverse proxy", port -> java(ReverseProxy.class, port, upstream));
      if (beside.isPresent()) {
        floor("beside", port -> List.of(beside.get(), "" + port, "" + upstream));
      }
      service("pass-through", upstream, postgres);
      service("durable", upstream, postgres);
      pgbench(new VerificationScript(postgres, upstream, folder).write(), postgres);
    } finally {
      sender.destroyForcibly();
    }
  }

  private void floor(String what, IntFunction<List<String>> command) throws Exception {
    int port = ServiceProcess.freePort();
    var process = started(command.apply(port), what);
    try {
      awaitPort(port, process);
      measure(what, port, process.pid(), "none");
    } finally {
      process.destroyForcibly();
    }
  }

  private void service(String mode, int upstream, EmbeddedPostgres postgres) throws Exception {
    var settings =
        List.of(
            "sandbox.mode=off",
            "sender.quick.dialect=startmessaging",
            "sender.quick.url=http://127.0.0.1:" + upstream,
            "sender.quick.api-key=bench",
            "sender.quick.concurrency=256",
            "verification.regions=*",
            "verification.mode=" + mode);
    var own = Files.createDirectories(folder.resolve(mode));
    try (var service = ServiceProcess.serve(own, HEAP, postgres, settings)) {
      measure(mode, service.port(), service.pid(), service.customer());
      service.stop();
    }
  }

  private void measure(String what, int port, long pid, String token) throws Exception {
    var load = new HttpLoad(port, "/auth/send-otp", token, what);
    load.run(WARMING, warm, this::body);
    for (int connections : CONNECTIONS) {
      var measured = new ArrayList<Measured>();
      for (int round = 0; round < rounds; round++) {
        var cpu = Cpu.of(pid);
        var result = load.run(connections, each, this::body);
        measured.add(Measured.of(result, Cpu.of(pid) - cpu));
      }
      measured.sort(Comparator.comparingDouble(Measured::perSecond));
      var median = measured.get(rounds / 2);
      out.printf(
          "| %s | %d | %.0f (%.0f, %.0f) | %.2f | %.2f | %d | %.0f |%n",
          what,
          connections,
          median.perSecond(),
          measured.getFirst().perSecond(),
          measured.getLast().perSecond(),
          median.p50(),
          median.p99(),
          median.failed(),
          median.cpu());
    }
  }

  /**
   * @param cpu of the process, in microseconds for each request
   */
  private record Measured(double perSecond, double p50, double p99, long failed, double cpu) {
    static Measured of(HttpLoad.Result result, double cpuSeconds) {
      return new Measured(
          result.perSecond(),
          result.millis(0.5),
          result.millis(0.99),
          result.failed(),
          cpuSeconds / result.micros().size() * 1e6);
    }
  }

  private void pgbench(Path script, EmbeddedPostgres postgres) throws Exception {
    var bench = new Pgbench("pgbench", postgres);
    for (int connections : PGBENCH) {
      var all = new ArrayList<Double>();
      for (int round = 0; round < rounds; round++) {
        all.add(bench.perSecond(script, connections, each));
      }
      all.sort(Comparator.naturalOrder());
      out.printf(
          "| pgbench | %d | %.0f (%.0f, %.0f) | | | | |%n",
          connections, all.get(rounds / 2), all.getFirst(), all.getLast());
    }
  }

  /** Another mobile phone each time: no phone's limit is what is measured. */
  private String body() {
    return "{\"phone\":\"+44790%07d\"}".formatted(phones.incrementAndGet() % 10_000_000);
  }

  private static List<String> java(Class<?> main, int... ports) {
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
    return command;
  }

  private Process started(List<String> command, String name) throws IOException {
    var log = folder.resolve(name + ".log").toFile();
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
