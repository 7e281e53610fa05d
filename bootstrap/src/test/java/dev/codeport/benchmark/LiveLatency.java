package dev.codeport.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Storage;
import dev.codeport.http.CodeportServer;
import dev.codeport.http.CodeportServerBuilder;
import dev.codeport.http.HttpSettings;
import dev.codeport.memory.MemoryDoorbell;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.postgres.PostgresStorage;
import dev.codeport.provider.handlerapi.HandlerApiDialect;
import dev.codeport.provider.handlerapi.HandlerApiProvider;
import dev.codeport.provider.handlerapi.HandlerApiSettings;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from an SMS stored (its commit returned) until its line is with the reader of a
 * stream, and until a request that waits for the order is answered; durable Postgres, everything in
 * one process. Arguments: how many SMS (default 200, the first quarter warms up), and how many of
 * them the vendor has at once (default 1).
 */
public final class LiveLatency {
  private static final String ID = "\"order_id\":";

  private final PrintStream out;
  private final int count;
  private final int atOnce;
  private final Map<Long, Long> stored = new ConcurrentHashMap<>();
  private final Map<Long, Long> streamed = new ConcurrentHashMap<>();
  private final Map<Long, Long> answered = new ConcurrentHashMap<>();

  private LiveLatency(PrintStream out, int count, int atOnce) {
    this.out = out;
    this.count = count;
    this.atOnce = atOnce;
  }

  public static void main(String[] args) throws Exception {
    var count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    var atOnce = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    new LiveLatency(System.out, count, atOnce).run();
  }

  private void run() throws Exception {
    var folder = Files.createTempDirectory("codeport-live-latency");
    InstantSource clock = () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    try (var postgres =
            EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench");
        var pool = pool(postgres);
        var vendor =
            SandboxVendor.start(
                SandboxSettings.cheap().instant().withSuccess(0), clock, new Random(1))) {
      var keys = keyring();
      var storage = PostgresStorage.open(pool, Ledger.rupiah(), keys);
      var codeport = codeport(timed(storage), vendor, keys, clock);
      codeport.setExchangeRate(Currency.USD, Currency.IDR, new BigDecimal("16250"));
      codeport.workers().runDue();
      codeport.workers().start();
      try (var server =
          new CodeportServerBuilder(
                  codeport,
                  HttpSettings.standard().onPort(0),
                  new MemoryRateLimiter(clock),
                  clock,
                  new Random(2))
              .start()) {
        measure(codeport, vendor, server);
      }
      codeport.workers().close();
    }
  }

  private void measure(Codeport codeport, SandboxVendor vendor, CodeportServer server)
      throws Exception {
    var account = codeport.openAccount("live").id();
    codeport.exempt(account, Set.of(Account.Exemption.values()));
    codeport.topUp(account, Money.of(1_000_000_000, Currency.IDR), "load");
    var token = codeport.issueKey(account, "live").orElseThrow().token().reveal();
    try (var stream = open(server.port(), "/api/events", token)) {
      var reader = Thread.ofPlatform().daemon().start(() -> read(stream));
      for (int done = 0; done < count; done += atOnce) {
        batch(codeport, vendor, server.port(), account, token);
      }
      reader.interrupt();
    }
    out.println("| to | SMS | p50 ms | p90 ms | p99 ms | most ms |");
    out.println("|---|---|---|---|---|---|");
    print("the line on the stream", streamed);
    print("the answer of a request that waits", answered);
  }

  private void batch(
      Codeport codeport, SandboxVendor vendor, int port, AccountId account, String token)
      throws Exception {
    var command =
        new PlaceOrder.Command(
            account, Optional.empty(), Wish.Routed.cheapest(new CatalogProductId(88)), atOnce);
    if (!(codeport.placeOrder(command) instanceof PlaceOrder.Accepted accepted)) {
      throw new IllegalStateException("no numbers");
    }
    var orders = accepted.orders().stream().map(shown -> shown.order()).toList();
    var waiting = new ArrayList<Thread>();
    for (var order : orders) {
      waiting.add(Thread.ofVirtual().start(() -> await(port, order, token)));
    }
    TimeUnit.MILLISECONDS.sleep(100); // until they wait
    for (var order : orders) {
      vendor.deliver(order.leased().orElseThrow().phone(), "Your WhatsApp code is 480-215");
    }
    for (var thread : waiting) {
      thread.join();
    }
    for (var order : orders) {
      for (int i = 0; i < 500 && !streamed.containsKey(order.id().value()); i++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private void await(int port, Order order, String token) {
    var id = order.id().value();
    try (var socket = open(port, "/api/orders/" + id + "?wait=60", token)) {
      var first = socket.getInputStream().read();
      answered.put(id, System.nanoTime());
      if (first < 0) {
        throw new IOException("closed");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(Socket stream) {
    try {
      var lines = new BufferedReader(new InputStreamReader(stream.getInputStream(), UTF_8));
      var type = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        type = line.startsWith("event: ") ? line : type;
        if (line.startsWith("data: ") && type.endsWith("order.otp_received")) {
          var now = System.nanoTime();
          var at = line.indexOf(ID) + ID.length();
          streamed.put(Long.parseLong(line.substring(at, line.indexOf(',', at))), now);
        }
      }
    } catch (IOException e) {
      out.println("the stream ended: " + e.getMessage());
    }
  }

  private void print(String what, Map<Long, Long> seen) {
    var ids = stored.keySet().stream().sorted().skip(stored.size() / 4).toList();
    var micros = new ArrayList<Long>();
    for (var id : ids) {
      var at = seen.get(id);
      var from = stored.get(id);
      if (at != null && from != null) {
        micros.add(Math.max(0, (at - from) / 1000));
      }
    }
    micros.sort(null);
    out.printf(
        "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
        what,
        micros.size(),
        millis(micros, 0.5),
        millis(micros, 0.9),
        millis(micros, 0.99),
        millis(micros, 1));
  }

  private static double millis(List<Long> sorted, double quantile) {
    return sorted.get((int) Math.min(sorted.size() - 1, quantile * sorted.size())) / 1000.0;
  }

  private static Socket open(int port, String path, String token) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(ISO_8859_1));
    return socket;
  }

  /** Notes when the commit of an SMS returned. */
  private Storage timed(Storage storage) {
    return (Storage)
        Proxy.newProxyInstance(
            LiveLatency.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            (proxy, method, args) -> {
              try {
                var result = method.invoke(storage, args);
                if (result instanceof CommitResult.Committed && args[0] instanceof Change change) {
                  var now = System.nanoTime();
                  change.messages().forEach(sms -> stored.put(sms.order().value(), now));
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Codeport codeport(
      Storage storage, SandboxVendor vendor, Keyring keys, InstantSource clock) {
    var login =
        HandlerApiSettings.of(vendor.baseUri(), vendor.apiKey(), HandlerApiDialect.vanilla());
    var around = new Surroundings(Atlas.standard(), clock, Upstream.client(64));
    return CodeportBuilder.over(storage)
        .providers(List.of(new HandlerApiProvider(new ProviderId("cheap"), login, around)))
        .stockCache(new MemoryStockCache())
        .rateLimiter(new MemoryRateLimiter(clock))
        .doorbell(new MemoryDoorbell())
        .keyring(keys)
        .clock(clock)
        .build();
  }

  private static Keyring keyring() {
    var seals = new HashMap<String, Secret>();
    seals.put("k1", Secret.of("s".repeat(32)));
    return new Keyring(Secret.of("h".repeat(32)), seals, new Random(3));
  }

  private static HikariDataSource pool(EmbeddedPostgres postgres) {
    var config = new HikariConfig();
    config.setJdbcUrl(postgres.url());
    config.setUsername(postgres.user());
    config.setPassword(postgres.password());
    config.setMaximumPoolSize(10);
    return new HikariDataSource(config);
  }
}
