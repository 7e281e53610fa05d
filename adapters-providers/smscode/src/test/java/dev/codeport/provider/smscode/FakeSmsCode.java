package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.contract.FarVendor;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.smscode.Books.Rack;
import dev.codeport.provider.smscode.Books.Stock;
import dev.codeport.provider.smscode.Books.Times;
import dev.codeport.provider.smscode.Books.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SMSCode API, version 1, as its contract and its clients show it, over HTTP on loopback. */
public final class FakeSmsCode implements FarVendor {
  /** What goes wrong with a request. */
  sealed interface Trouble {}

  /** It is not carried out, and answered so. */
  record Says(int status, String body) implements Trouble {}

  /** The next purchase only is refused so. */
  record Refuses(int status, String code) implements Trouble {}

  /** It is carried out, and the connection breaks. */
  record LostOnce() implements Trouble {}

  /** The same, and of the next request under the same key too. */
  record Lost() implements Trouble {}

  /** It is carried out, and answered so; the next under the same key too. */
  record Garbled(String body) implements Trouble {}

  /** It is not carried out, and the answer never ends. */
  record Endless() implements Trouble {}

  private static final long LONG_ENOUGH = 64L << 20;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Set<String> CREATE =
      Set.of("catalog_product_id", "max_price", "operator_id", "quantity");

  private final Secret token = Secret.of("cp_live_fake-token-of-the-fake");
  private final Books books;
  private final HttpServer server;
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final Map<String, Trouble> doomed = new HashMap<>();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<Says> babble = Optional.empty();

  private FakeSmsCode(InstantSource clock, Times times) {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    books = new Books(clock, 50_000_000, times);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/", this::serve);
    server.start();
  }

  static FakeSmsCode start(InstantSource clock) {
    return new FakeSmsCode(clock, Books.TIMES);
  }

  /**
   * @param life how long a number is kept
   * @param cancelAge how long it must be kept before it is taken back
   */
  public static FakeSmsCode start(InstantSource clock, Duration life, Duration cancelAge) {
    return new FakeSmsCode(clock, new Times(life, cancelAge));
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public Secret token() {
    return token;
  }

  @Override
  public void stock(Money price, int count) {
    var whole = new Stock(price.units(), count);
    books.stock(new Rack(1025, 688, 7, 3, Optional.empty()), whole);
    books.stock(new Rack(1027, 901, 7, 4, Optional.empty()), whole);
  }

  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    return books.deliver(phone.e164(), text);
  }

  @Override
  public List<Sold> sold() {
    synchronized (books) {
      return books.sales().stream().map(this::sold).toList();
    }
  }

  private Sold sold(Sale sale) {
    return new Sold(
        Integer.toString(sale.id),
        books.reference(sale),
        new PhoneNumber(sale.phone),
        Money.of(sale.price, Currency.IDR),
        sale.createdAt,
        sale.isOpen(),
        sale.isRefunded(),
        sale.revision);
  }

  Books books() {
    return books;
  }

  synchronized void plan(Trouble trouble) {
    troubles.add(trouble);
  }

  /** From now on it says so to everything, and does nothing. */
  void babble(Says always) {
    babble = Optional.of(always);
  }

  /** The paths it was asked, in order, with the key if there was one. */
  List<String> heard() {
    return heard;
  }

  synchronized int pending() {
    return troubles.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized Optional<Trouble> trouble(String path, Optional<String> key) {
    var again = key.flatMap(name -> Optional.ofNullable(doomed.remove(name)));
    var purchase = path.equals("orders/create");
    if (again.isPresent() || (troubles.peek() instanceof Refuses && !purchase)) {
      return again;
    }
    var next = Optional.ofNullable(troubles.poll());
    next.filter(each -> each instanceof Lost || each instanceof Garbled)
        .ifPresent(each -> key.ifPresent(name -> doomed.put(name, each)));
    return next;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().substring("/v1/".length());
      var body = exchange.getRequestBody().readAllBytes();
      var key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      heard.add(path + key.map(name -> " " + name).orElse(""));
      var trouble = babble.<Trouble>map(says -> says).or(() -> trouble(path, key));
      if (trouble.isPresent() && trouble.get() instanceof Says says) {
        answer(exchange, says);
        return;
      }
      if (trouble.isPresent() && trouble.get() instanceof Refuses refuses) {
        answer(exchange, new Says(refuses.status(), Shapes.error(refuses.code(), Map.of())));
        return;
      }
      if (trouble.isPresent() && trouble.get() instanceof Endless) {
        neverEnd(exchange);
        return;
      }
      var done =
          authorized(exchange)
              ? carryOut(exchange, path, body, key)
              : new Says(401, Shapes.error("UNAUTHORIZED", Map.of()));
      if (trouble.isEmpty()) {
        answer(exchange, done);
      } else if (trouble.get() instanceof Garbled garbled) {
        answer(exchange, new Says(200, garbled.body()));
      }
    }
  }

  private Says carryOut(HttpExchange exchange, String path, byte[] body, Optional<String> key) {
    try {
      synchronized (books) {
        var data =
            exchange.getRequestMethod().equals("GET")
                ? read(path, query(exchange))
                : change(path, object(body), key);
        return new Says(200, Shapes.success(data));
      }
    } catch (Refusal refusal) {
      return new Says(refusal.status, Shapes.error(refusal.code, refusal.details));
    }
  }

  private JsonNode read(String path, Map<String, String> query) throws Refusal {
    return switch (path) {
      case "catalog/countries" -> Shapes.countries();
      case "catalog/services" -> Shapes.services();
      case "catalog/products" -> products(query);
      case "balance" ->
          Shapes.JSON.createObjectNode().put("currency", "IDR").put("balance", books.balance());
      case "orders" -> orders(query);
      case "orders/active" -> active();
      default -> order(path.split("/"));
    };
  }

  private JsonNode order(String[] parts) throws Refusal {
    if (parts.length < 2 || !parts[0].equals("orders") || !parts[1].matches("\\d{1,9}")) {
      throw new Refusal(404, "NOT_FOUND");
    }
    var id = Integer.parseInt(parts[1]);
    return parts.length == 3
        ? Shapes.JSON.createObjectNode().put("cost", books.quote(id))
        : Shapes.order(books.find(id), books.now());
  }

  private JsonNode change(String path, JsonNode body, Optional<String> key) throws Refusal {
    if (key.filter(name -> !KEY.matcher(name).matches()).isPresent()) {
      throw Refusal.invalid("idempotency-key");
    }
    return switch (path) {
      case "orders/create" -> create(body, key);
      case "orders/cancel" -> {
        var sale = books.cancel(id(body));
        yield ended(sale).put("refund_amount", sale.price).put("new_balance", books.balance());
      }
      case "orders/finish" -> ended(books.finish(id(body)));
      case "orders/resend" -> ended(books.resend(id(body))).put("resent", true);
      case "orders/reactivate" -> {
        var id = id(body);
        var most = body.path("max_price").asLong(Long.MAX_VALUE);
        var made = books.once(key, path + body, () -> books.reactivate(id, most));
        yield Shapes.created(made, 0, books.now());
      }
      default -> throw new Refusal(404, "NOT_FOUND");
    };
  }

  private JsonNode create(JsonNode body, Optional<String> key) throws Refusal {
    for (var field : body.properties()) {
      if (!CREATE.contains(field.getKey()) || !field.getValue().isIntegralNumber()) {
        throw Refusal.invalid(field.getKey());
      }
    }
    var most = body.path("max_price").asLong(Long.MAX_VALUE);
    var quantity = body.path("quantity").asInt(1);
    if (!body.has("catalog_product_id") || most < 1 || quantity < 1 || quantity > 100) {
      throw Refusal.invalid("body");
    }
    var operator = Optional.of(body.path("operator_id")).filter(JsonNode::isInt);
    var wish =
        new Wish(
            body.path("catalog_product_id").intValue(), most, operator.map(JsonNode::intValue));
    var made = books.once(key, "create" + body, () -> books.create(wish, quantity));
    return Shapes.created(made, quantity - made.size(), books.now());
  }

  private static ObjectNode ended(Sale sale) {
    return Shapes.JSON.createObjectNode().put("order_id", sale.id).put("status", sale.status);
  }

  private ArrayNode products(Map<String, String> query) {
    var rows = Shapes.JSON.createArrayNode();
    long limit = Long.parseLong(query.getOrDefault("limit", "1000"));
    long page = Long.parseLong(query.getOrDefault("page", "1"));
    books.listed().entrySet().stream()
        .filter(each -> fits(query.get("country_id"), each.getKey().country()))
        .filter(each -> fits(query.get("platform_id"), each.getKey().service()))
        .skip((page - 1) * limit)
        .limit(limit)
        .forEach(each -> rows.add(Shapes.product(each.getKey(), each.getValue())));
    return rows;
  }

  private static boolean fits(@Nullable String wanted, int id) {
    return wanted == null || wanted.equals(Integer.toString(id));
  }

  private ArrayNode orders(Map<String, String> query) {
    var rows = Shapes.JSON.createArrayNode();
    books.sales().reversed().stream()
        .skip(Long.parseLong(query.getOrDefault("offset", "0")))
        .limit(Math.clamp(Long.parseLong(query.getOrDefault("limit", "20")), 1, 100))
        .forEach(sale -> rows.add(Shapes.order(sale, books.now())));
    return rows;
  }

  private ArrayNode active() {
    var rows = Shapes.JSON.createArrayNode();
    books.sales().reversed().stream()
        .filter(Sale::isOpen)
        .forEach(sale -> rows.add(Shapes.open(sale, books.now())));
    return rows;
  }

  private static int id(JsonNode body) throws Refusal {
    if (!body.path("id").isIntegralNumber()) {
      throw Refusal.invalid("id");
    }
    if (!body.path("id").isInt()) {
      throw new Refusal(404, "NOT_FOUND");
    }
    return body.path("id").intValue();
  }

  private static JsonNode object(byte[] body) throws Refusal {
    try {
      return Shapes.JSON.readTree(body);
    } catch (IOException e) {
      throw Refusal.invalid("body");
    }
  }

  private boolean authorized(HttpExchange exchange) {
    return ("Bearer " + token.reveal())
        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new HashMap<String, String>();
    var raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (var pair : List.of(raw.split("&", -1))) {
      var cut = pair.indexOf('=');
      if (cut > 0) {
        query.put(
            pair.substring(0, cut),
            URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static void neverEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    var piece = "{\"success\":true,\"data\":[".repeat(1000).getBytes(StandardCharsets.UTF_8);
    for (long sent = 0; sent < LONG_ENOUGH; sent += piece.length) {
      exchange.getResponseBody().write(piece);
    }
  }

  private static void answer(HttpExchange exchange, Says says) throws IOException {
    var body = says.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(says.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
