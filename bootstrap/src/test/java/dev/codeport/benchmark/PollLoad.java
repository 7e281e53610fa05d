package dev.codeport.benchmark;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Very many open orders on one node: how long it takes from the moment a vendor has an SMS until it
 * is stored here, and what watching costs.
 *
 * <p>The service runs in a process of its own, with Postgres beside it; the vendors, four of them,
 * share this process with the load. Arguments: open orders (default 100,000), seconds (60), SMS a
 * second (50).
 */
public final class PollLoad {
  private static final int VENDORS = 4;
  private static final int AT_ONCE = 100;

  private final Random random = new Random(1);
  private final PrintStream out;
  private final Path folder;
  private final int orders;

  private PollLoad(PrintStream out, Path folder, int orders) {
    this.out = out;
    this.folder = folder;
    this.orders = orders;
  }

  public static void main(String[] args) throws Exception {
    var orders = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    var seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    var rate = args.length > 2 ? Integer.parseInt(args[2]) : 50;
    var folder = Files.createTempDirectory("codeport-poll-load");
    new PollLoad(System.out, folder, orders).run(Duration.ofSeconds(seconds), rate);
  }

  private void run(Duration time, int rate) throws Exception {
    var vendors = new ArrayList<SandboxVendor>();
    for (int i = 0; i < VENDORS; i++) {
      vendors.add(vendor(i));
    }
    try (var postgres =
            EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench");
        var service = serve(postgres, vendors)) {
      fill(service);
      measure(postgres, vendors, service.pid(), time, rate);
    } finally {
      vendors.forEach(SandboxVendor::close);
    }
  }

  private ServiceProcess serve(EmbeddedPostgres postgres, List<SandboxVendor> vendors)
      throws Exception {
    var settings = new ArrayList<>(List.of("sandbox.mode=off"));
    vendors.forEach(vendor -> settings.addAll(ServiceProcess.buyingOf(vendor)));
    return ServiceProcess.serve(folder, "1g", postgres, settings);
  }

  /** Nothing comes by itself, and nothing ends during the run. */
  private SandboxVendor vendor(int number) {
    var settings =
        SandboxSettings.cheap()
            .named("v" + number, number)
            .instant()
            .withStock(orders / VENDORS)
            .withSilent(Set.of("whatsapp"));
    return SandboxVendor.start(settings, InstantSource.system(), new Random(number));
  }

  private void fill(ServiceProcess service) throws Exception {
    var token = service.customer();
    var left = new AtomicInteger(orders / AT_ONCE);
    var began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> orders =
          () -> {
            while (left.getAndDecrement() > 0) {
              order(service, token);
            }
            return 0;
          };
      for (var done : threads.invokeAll(Collections.nCopies(4, orders))) {
        done.get();
      }
    }
    out.printf(
        "%,d orders placed in %d s%n",
        orders, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
  }

  private static void order(ServiceProcess service, String token) throws Exception {
    var body = "{\"catalog_product_id\":88,\"quantity\":" + AT_ONCE + "}";
    var answer = service.send("POST", "/v1/orders/create", body, token);
    if (answer.statusCode() != 200) {
      throw new IOException(answer.body());
    }
  }

  private void measure(
      EmbeddedPostgres postgres, List<SandboxVendor> vendors, long pid, Duration time, int rate)
      throws Exception {
    TimeUnit.SECONDS.sleep(15);
    var waiting = new ArrayList<Map.Entry<SandboxVendor, Books.Entry>>();
    for (var vendor : vendors) {
      vendor.books().activations().forEach(one -> waiting.add(Map.entry(vendor, one)));
    }
    Collections.shuffle(waiting, random);
    var service = Cpu.of(pid);
    var database = Cpu.ofAll("postgres");
    var sent = new HashMap<String, Instant>();
    var began = System.nanoTime();
    for (int i = 0; i < time.toSeconds() * rate; i++) {
      var at = began + TimeUnit.SECONDS.toNanos(1) * i / rate;
      TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
      var one = waiting.get(i);
      sent.put(one.getKey().settings().name() + one.getValue().id(), Instant.now());
      one.getKey().deliver(one.getValue().phone(), (100_000 + i) + " is your code");
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    var serviceUsed = Cpu.of(pid) - service;
    var databaseUsed = Cpu.ofAll("postgres") - database;
    TimeUnit.SECONDS.sleep(30);
    print(postgres, waiting.size(), sent, pid);
    out.printf(
        "CPU, cores: service %.2f, Postgres %.2f%n", serviceUsed / seconds, databaseUsed / seconds);
  }

  private void print(EmbeddedPostgres postgres, int open, Map<String, Instant> sent, long pid)
      throws Exception {
    var stored = stored(postgres);
    var waits = new ArrayList<Long>();
    sent.forEach(
        (lease, at) -> {
          var then = stored.get(lease);
          if (then != null) {
            waits.add(Duration.between(at, then).toMillis());
          }
        });
    Collections.sort(waits);
    out.printf(
        "%,d open | %,d SMS, %,d stored | p50 %d ms | p99 %d ms | max %d ms | service %s%n",
        open,
        sent.size(),
        waits.size(),
        waits.get(waits.size() / 2),
        waits.get(waits.size() * 99 / 100),
        waits.getLast(),
        memory(pid));
  }

  private static Map<String, Instant> stored(EmbeddedPostgres postgres) throws SQLException {
    var stored = new HashMap<String, Instant>();
    try (var connection =
            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT o.lease_provider || o.lease_id, m.received_at
                FROM messages m JOIN orders o ON o.id = m.order_id
                """)) {
      while (rows.next()) {
        stored.put(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return stored;
  }

  private static String memory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .findFirst()
        .orElse("VmRSS unknown")
        .replaceAll("\\s+", " ");
  }
}
