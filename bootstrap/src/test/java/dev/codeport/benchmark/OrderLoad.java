package dev.codeport.benchmark;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Orders through HTTP against a sandbox vendor that answers at once, on a durable Postgres; beside
 * it {@code pgbench} with the very same statements on the same Postgres in the same run.
 *
 * <p>The service runs in a process of its own; vendor and load share this one. It polls for SMS but
 * once an hour, so that the figures are those of ordering alone. Arguments: seconds for each figure
 * (default 15), the path of {@code pgbench} (default: found on the PATH).
 */
public final class OrderLoad {
  private static final int[] CONNECTIONS = {32, 8, 1};
  private static final Duration WARM_UP = Duration.ofSeconds(90);
  private static final String BODY = "{\"catalog_product_id\":88}";

  private final PrintStream out;
  private final Duration each;
  private final String pgbench;
  private final Path folder;

  private OrderLoad(PrintStream out, Duration each, String pgbench, Path folder) {
    this.out = out;
    this.each = each;
    this.pgbench = pgbench;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    var pgbench = args.length > 1 ? args[1] : "pgbench";
    var folder = Files.createTempDirectory("codeport-order-load");
    new OrderLoad(System.out, Duration.ofSeconds(seconds), pgbench, folder).run();
  }

  private void run() throws Exception {
    try (var postgres =
            EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench");
        var vendor =
            SandboxVendor.start(
                SandboxSettings.cheap().instant(), InstantSource.system(), new Random(1));
        var service = serve(postgres, vendor)) {
      var token = service.customer();
      load(service, token, "warm").run(16, WARM_UP, BODY);
      var measured = new ArrayList<Measured>();
      for (var connections : CONNECTIONS) {
        measured.add(measure(connections, token, service));
      }
      service.stop();
      var script = new OrderScript(postgres, vendor, folder).write();
      print(measured, floors(postgres, script));
    }
  }

  private ServiceProcess serve(EmbeddedPostgres postgres, SandboxVendor vendor) throws Exception {
    var settings = new ArrayList<>(List.of("sandbox.mode=off", "sms.poll-every=1h"));
    settings.addAll(ServiceProcess.buyingOf(vendor));
    return ServiceProcess.serve(folder, "512m", postgres, settings);
  }

  /**
   * @param service CPU in microseconds for each order; so with {@code postgres} and {@code rest}
   */
  private record Measured(
      int connections, HttpLoad.Result result, double service, double postgres, double rest) {}

  private Measured measure(int connections, String token, ServiceProcess process) throws Exception {
    var service = Cpu.of(process.pid());
    var postgres = Cpu.ofAll("postgres");
    var rest = Cpu.of(ProcessHandle.current().pid());
    var result = load(process, token, "m" + connections).run(connections, each, BODY);
    var orders = result.micros().size() / 1e6;
    return new Measured(
        connections,
        result,
        (Cpu.of(process.pid()) - service) / orders,
        (Cpu.ofAll("postgres") - postgres) / orders,
        (Cpu.of(ProcessHandle.current().pid()) - rest) / orders);
  }

  private static HttpLoad load(ServiceProcess service, String token, String run) {
    return new HttpLoad(service.port(), "/v1/orders/create", token, run);
  }

  /** Orders a second that {@code pgbench} reaches with the same two commits for each. */
  private List<Double> floors(EmbeddedPostgres postgres, Path script) throws Exception {
    var floors = new ArrayList<Double>();
    for (var connections : CONNECTIONS) {
      floors.add(new Pgbench(pgbench, postgres).perSecond(script, connections, each));
    }
    return floors;
  }

  private void print(List<Measured> measured, List<Double> floors) {
    out.println(
        "connections | orders/s | p50 ms | p99 ms | failed | CPU µs an order: service, Postgres,"
            + " vendor+load | pgbench orders/s | ratio");
    for (int i = 0; i < measured.size(); i++) {
      var one = measured.get(i);
      out.printf(
          "%d | %.0f | %.2f | %.2f | %d | %.0f, %.0f, %.0f | %.0f | %.2f%n",
          one.connections(),
          one.result().perSecond(),
          one.result().millis(0.5),
          one.result().millis(0.99),
          one.result().failed(),
          one.service(),
          one.postgres(),
          one.rest(),
          floors.get(i),
          one.result().perSecond() / floors.get(i));
    }
  }
}
