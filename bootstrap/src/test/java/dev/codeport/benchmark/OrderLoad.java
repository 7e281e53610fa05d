package dev.codeport.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeport.bootstrap.Main;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

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
  private static final String ADMIN = "benchmark-admin-key-0123456789";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final PrintStream out;
  private final Duration each;
  private final String pgbench;
  private final Path folder;
  private final int port;

  private OrderLoad(PrintStream out, Duration each, String pgbench, Path folder, int port) {
    this.out = out;
    this.each = each;
    this.pgbench = pgbench;
    this.folder = folder;
    this.port = port;
  }

  public static void main(String[] args) throws Exception {
    var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    var pgbench = args.length > 1 ? args[1] : "pgbench";
    var folder = Files.createTempDirectory("codeport-order-load");
    new OrderLoad(System.out, Duration.ofSeconds(seconds), pgbench, folder, freePort()).run();
  }

  private void run() throws Exception {
    try (var postgres =
            EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench");
        var vendor =
            SandboxVendor.start(
                SandboxSettings.cheap().instant(), InstantSource.system(), new Random(1))) {
      var service = serve(postgres, vendor);
      try {
        var token = customer();
        warmUp(token);
        var measured = new ArrayList<Measured>();
        for (var connections : CONNECTIONS) {
          measured.add(measure(connections, token, service.pid()));
        }
        stop(service);
        var script = new OrderScript(postgres, vendor, folder).write();
        print(measured, floors(postgres, script));
      } finally {
        service.destroyForcibly();
      }
    }
  }

  /**
   * @param service CPU in microseconds for each order; so with {@code postgres} and {@code rest}
   */
  private record Measured(
      int connections, HttpLoad.Result result, double service, double postgres, double rest) {}

  private Measured measure(int connections, String token, long pid) throws Exception {
    var service = Cpu.of(pid);
    var postgres = Cpu.ofAll("postgres");
    var rest = Cpu.of(ProcessHandle.current().pid());
    var result = load(token, "m" + connections).run(connections, each, BODY);
    var orders = result.micros().size() / 1e6;
    return new Measured(
        connections,
        result,
        (Cpu.of(pid) - service) / orders,
        (Cpu.ofAll("postgres") - postgres) / orders,
        (Cpu.of(ProcessHandle.current().pid()) - rest) / orders);
  }

  private void warmUp(String token) throws Exception {
    load(token, "warm").run(16, WARM_UP, BODY);
  }

  private HttpLoad load(String token, String run) {
    return new HttpLoad(port, "/v1/orders/create", token, run);
  }

  /** Orders a second that {@code pgbench} reaches with the same two commits for each. */
  private List<Double> floors(EmbeddedPostgres postgres, Path script) throws Exception {
    var floors = new ArrayList<Double>();
    for (var connections : CONNECTIONS) {
      floors.add(floor(postgres, script, connections));
    }
    return floors;
  }

  private double floor(EmbeddedPostgres postgres, Path script, int clients) throws Exception {
    var command =
        List.of(
            pgbench,
            "-n",
            "-M",
            "prepared",
            "-c",
            "" + clients,
            "-j",
            clients == 1 ? "1" : "2",
            "-T",
            "" + each.toSeconds(),
            "-f",
            script.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            "" + postgres.port(),
            "-U",
            postgres.user(),
            database(postgres));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", postgres.password());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench: " + said);
    }
    return said.lines()
        .filter(line -> line.startsWith("tps = "))
        .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[2]))
        .findFirst()
        .orElseThrow(() -> new IOException("pgbench: " + said));
  }

  static String database(EmbeddedPostgres postgres) {
    var path = URI.create(postgres.url().substring("jdbc:".length())).getPath();
    return path.substring(1);
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

  private Process serve(EmbeddedPostgres postgres, SandboxVendor vendor) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve"));
    for (var setting :
        List.of(
            "http.port=" + port,
            "http.admin-key=" + ADMIN,
            "storage.url=" + postgres.url(),
            "storage.user=" + postgres.user(),
            "storage.password=" + postgres.password(),
            "keys.hash=" + "h".repeat(32),
            "keys.seal.k1=" + "s".repeat(32),
            "keys.current=k1",
            "sandbox.mode=off",
            "sms.poll-every=1h",
            "provider.cheap.dialect=handlerapi",
            "provider.cheap.url=" + vendor.baseUri(),
            "provider.cheap.api-key=" + vendor.apiKey().reveal(),
            "data.folder=" + folder.resolve("service"))) {
      command.add("--set");
      command.add(setting);
    }
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("service.log").toFile())
            .start();
    awaitReady(process);
    return process;
  }

  private void awaitReady(Process process) throws Exception {
    for (int i = 0; i < 300; i++) {
      if (!process.isAlive()) {
        throw new IOException(Files.readString(folder.resolve("service.log")));
      }
      try {
        if (send("GET", "/readyz", "").statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It is still starting.
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IOException("not ready: " + Files.readString(folder.resolve("service.log")));
  }

  private String customer() throws Exception {
    ask("PUT", "/api/admin/exchange-rates/USD/IDR", "{\"rate\":\"16250\"}");
    var account = ask("POST", "/api/admin/accounts", "{\"name\":\"load\"}").path("id").asText();
    var at = "/api/admin/accounts/" + account;
    ask("PUT", at + "/exemptions", "{\"exemptions\":[\"rate_limit\",\"abuse_guard\"]}");
    ask("POST", at + "/top-ups", "{\"amount\":\"1000000000\"}");
    return ask("POST", at + "/keys", "{\"label\":\"load\"}").path("token").asText();
  }

  private JsonNode ask(String method, String path, String body) throws Exception {
    var answer = send(method, path, body);
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + ADMIN)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void stop(Process service) throws InterruptedException {
    service.destroy();
    if (!service.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service does not stop");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
