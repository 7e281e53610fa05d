package dev.codeport.provider.handlerapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.CallRate;
import dev.codeport.provider.kit.CircuitSettings;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;

/** A vendor that says what it was told to say, whatever it is asked. */
final class Parrot implements AutoCloseable {
  static final LeaseRef LEASE = new LeaseRef(new ProviderId("vendor"), "635468024");
  private static final OkHttpClient CLIENT = Upstream.client(16);

  private final HttpServer server;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();
  private volatile Line otherwise = new Line(200, "BAD_ACTION".getBytes(StandardCharsets.UTF_8));

  @SuppressWarnings("ArrayRecordComponent")
  private record Line(int status, byte[] body) {}

  Parrot() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** What it says to everything it has no line for. */
  Parrot says(int status, byte[] body) {
    otherwise = new Line(status, body);
    return this;
  }

  Parrot says(int status, String body) {
    return says(status, body.getBytes(StandardCharsets.UTF_8));
  }

  Parrot says(String body) {
    return says(200, body);
  }

  /** What it says to one action. */
  Parrot to(String action, String body) {
    lines.put(action, new Line(200, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** What stood in headers instead of queries. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  /** The queries it was asked, in order. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  HandlerApiProvider provider(HandlerApiDialect dialect, String... operatorsIn) {
    return provider(dialect, new MovableClock(), operatorsIn);
  }

  HandlerApiProvider provider(
      HandlerApiDialect dialect, MovableClock clock, String... operatorsIn) {
    return provider(settings(dialect, operatorsIn), clock);
  }

  /** One that buys of these suppliers alone. */
  HandlerApiProvider provider(HandlerApiDialect dialect, Suppliers suppliers) {
    var all = settings(dialect);
    return provider(
        new HandlerApiSettings(
            all.base(),
            all.apiKey(),
            dialect,
            all.operatorCountries(),
            suppliers,
            all.pushes(),
            all.limits()),
        new MovableClock());
  }

  /** One whose patience with this vendor does not end, and who asks as often as it likes. */
  HandlerApiProvider tireless(HandlerApiDialect dialect, String... operatorsIn) {
    var settings = settings(dialect, operatorsIn);
    var never = new CircuitSettings(1_000_000, Duration.ofMillis(1));
    var limits = settings.limits().withCircuit(never).withRate(CallRate.UNLIMITED);
    return provider(settings.withLimits(limits), new MovableClock());
  }

  private HandlerApiSettings settings(HandlerApiDialect dialect, String... operatorsIn) {
    var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stubs/api.php");
    return HandlerApiSettings.of(uri, Secret.of("k3y"), dialect)
        .withOperatorsIn(Set.of(operatorsIn));
  }

  private static HandlerApiProvider provider(HandlerApiSettings settings, MovableClock clock) {
    return new HandlerApiProvider(
        LEASE.provider(), settings, new Surroundings(Atlas.standard(), clock, CLIENT));
  }

  HandlerApiProvider provider() {
    return provider(HandlerApiDialect.vanilla());
  }

  static LeaseRequest request() {
    return new LeaseRequest(
        "ref",
        Atlas.standard().countryByIso("id").orElseThrow(),
        Atlas.standard().platformBySlug("whatsapp").orElseThrow(),
        Optional.empty(),
        Money.of("0.5", Currency.USD));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var query = exchange.getRequestURI().getRawQuery();
      heard.add(query);
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
          .ifPresent(keys::add);
      var action =
          exchange.getRequestURI().getPath().contains("/offers/")
              ? "offers"
              : query.replaceAll(".*action=(\\w+).*", "$1");
      var line = Objects.requireNonNullElse(lines.get(action), otherwise);
      exchange.sendResponseHeaders(
          line.status(), line.body().length == 0 ? -1 : line.body().length);
      exchange.getResponseBody().write(line.body());
    }
  }
}
