package dev.codeport.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.live.RingingStorage;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.contract.Given;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.http.webhook.JsonWebhookBodies;
import dev.codeport.http.webhook.OkHttpWebhookTransport;
import dev.codeport.memory.MemoryDoorbell;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.postgres.PostgresStorage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * How long from the commit of an event to its arrival, one node and its Postgres on this machine:
 * with nobody else, beside receivers that hang, and with endpoints of the same account that hang.
 * Also what endpoints cost the commit.
 */
public final class DeliveryLatency {
  private static final int EVENTS = 1_000;
  private static final int PER_SECOND = 50;
  private static final int NEIGHBOURS = 20;
  private static final Pattern ORDER_AND_EVENT =
      Pattern.compile("\"event\":(\\d+),\"order\":\\{\"id\":(\\d+),");

  private final InstantSource clock =
      () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Storage storage;
  private final Codeport codeport;

  private DeliveryLatency(HikariDataSource pool) {
    var random = new SecureRandom();
    var keyring =
        new Keyring(Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), random);
    var doorbell = new MemoryDoorbell();
    var postgres = PostgresStorage.open(pool, Ledger.rupiah(), keyring);
    storage = new RingingStorage(postgres, doorbell);
    codeport =
        CodeportBuilder.over(postgres)
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(clock))
            .keyring(keyring)
            .doorbell(doorbell)
            .webhooks(
                OkHttpWebhookTransport.forDevelopment(), new JsonWebhookBodies(Atlas.standard()))
            .clock(clock)
            .build();
  }

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory("codeport-delivery");
    try (var postgres =
        EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "pw")) {
      var config = new HikariConfig();
      config.setJdbcUrl(postgres.url());
      config.setUsername(postgres.user());
      config.setPassword(postgres.password());
      config.setMaximumPoolSize(10);
      try (var pool = new HikariDataSource(config)) {
        new DeliveryLatency(pool).run();
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    var healthy = server(this::take);
    var hanging = server(exchange -> over.await());
    codeport.workers().start();
    var account = customer();
    add(account.account(), healthy);
    deliver(account, List.of()); // warms up
    print("alone", deliver(account, List.of()));
    var neighbours = new ArrayList<Order>();
    for (int i = 0; i < NEIGHBOURS; i++) {
      var neighbour = customer();
      add(neighbour.account(), hanging);
      neighbours.add(neighbour);
    }
    print(NEIGHBOURS + " neighbours hang", deliver(account, neighbours));
    add(account.account(), hanging);
    print("... and an endpoint of its own", deliver(account, neighbours));
    commits();
    over.countDown();
  }

  private void commits() {
    for (int endpoints : new int[] {0, 0, 1, 3}) {
      var order = customer();
      for (int i = 0; i < endpoints; i++) {
        var paused = add(order.account(), "http://127.0.0.1:9009/");
        codeport.pauseEndpoint(order.account(), paused);
      }
      var took = new ArrayList<Long>();
      for (int i = 0; i < 2_000; i++) {
        var began = System.nanoTime();
        commit(order);
        took.add(System.nanoTime() - began);
      }
      print("commit, endpoints: " + endpoints, took);
    }
  }

  /** Answers nanoseconds from each commit to its arrival. */
  private List<Long> deliver(Order order, List<Order> neighbours) throws InterruptedException {
    var committed = new HashMap<String, Long>();
    var next = System.nanoTime();
    for (int i = 0; i < EVENTS; i++) {
      next += 1_000_000_000L / PER_SECOND;
      LockSupport.parkNanos(next - System.nanoTime());
      var number = commit(order);
      committed.put(number + "/" + order.id(), System.nanoTime());
      if (!neighbours.isEmpty()) {
        commit(neighbours.get(i % neighbours.size()));
      }
    }
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!arrived.keySet().containsAll(committed.keySet()) && System.nanoTime() < until) {
      LockSupport.parkNanos(10_000_000);
    }
    var took = new ArrayList<Long>();
    committed.forEach(
        (event, at) -> took.add(Math.max(0, arrived.getOrDefault(event, Long.MAX_VALUE) - at)));
    return took;
  }

  private long commit(Order order) {
    var event = Event.of(order.account(), Event.Type.ORDER_EXPIRED, order.id(), clock.instant());
    Given.committed(storage, Change.of(order.account()).event(event));
    return storage.outbox().newest(List.of(order.account())).getOrDefault(order.account(), 0L);
  }

  private Order customer() {
    return Given.expiredOrder().in(storage);
  }

  private void add(AccountId account, HttpServer receiver) {
    add(account, "http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
  }

  private EndpointId add(AccountId account, String url) {
    var wish = new ManageEndpoints.Description(url, Set.of(), Map.of(), "");
    return ((ManageEndpoints.Saved) codeport.addEndpoint(account, Optional.empty(), wish))
        .endpoint()
        .id();
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var now = System.nanoTime();
    var found = ORDER_AND_EVENT.matcher(body);
    if (found.find()) {
      arrived.putIfAbsent(found.group(1) + "/" + found.group(2), now);
    }
    exchange.sendResponseHeaders(204, -1);
  }

  private interface Serving {
    void serve(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private static HttpServer server(Serving serving) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            serving.serve(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return server;
  }

  private static void print(String what, List<Long> nanos) {
    var sorted = nanos.stream().sorted().toList();
    System.out.printf(
        "| %-32s | %5d | %8.2f | %8.2f | %8.2f |%n",
        what, sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(List<Long> sorted, double quantile) {
    return sorted.get((int) Math.min(sorted.size() - 1, quantile * sorted.size())) / 1e6;
  }
}
