package dev.codeport.provider.fivesim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.contract.FarVendor;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.fivesim.Books.Rack;
import dev.codeport.provider.fivesim.Books.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** 5sim as its documents and captured answers show it, over HTTP on loopback. */
public final class FakeFiveSim implements FarVendor {
  /** What goes wrong with a request. */
  sealed interface Trouble {}

  /** It is not carried out, and answered so. */
  record Says(int status, String text) implements Trouble {}

  /** The next purchase only is refused so. */
  record Refuses(int status, String text) implements Trouble {}

  /** It is carried out, and the connection breaks. */
  record Lost() implements Trouble {}

  /** It is carried out, and answered so. */
  record Garbled(String body) implements Trouble {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Secret token = Secret.of("eyJhbGciOiJSUzUxMiJ9.fake-token");
  private final Books books;
  private final HttpServer server;
  private final Deque<Trouble> troubles = new ArrayDeque<>();

  private FakeFiveSim(InstantSource clock, Duration life) {
    books = new Books(clock, new BigDecimal("50000"), life);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/", this::serve);
    server.start();
  }

  static FakeFiveSim start(InstantSource clock) {
    return start(clock, Books.LIFE);
  }

  /**
   * @param life how long a number is kept
   */
  public static FakeFiveSim start(InstantSource clock, Duration life) {
    return new FakeFiveSim(clock, life);
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  @Override
  public Secret token() {
    return token;
  }

  @Override
  public void stock(Money price, int count) {
    for (var product : List.of("whatsapp", "telegram")) {
      books.stock(
          new Rack("indonesia", "virtual53", product), new Books.Stock(price.amount(), count));
    }
  }

  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    return books.deliver(phone.e164(), text);
  }

  @Override
  public List<Sold> sold() {
    synchronized (books) {
      return books.orders().stream().map(FakeFiveSim::sold).toList();
    }
  }

  private static Sold sold(Activation order) {
    return new Sold(
        Long.toString(order.id),
        Optional.empty(),
        new PhoneNumber(order.phone),
        Money.of(order.price, Currency.RUB),
        order.createdAt,
        order.isOpen(),
        order.isRefunded(),
        order.sms.size());
  }

  Books books() {
    return books;
  }

  synchronized void plan(Trouble trouble) {
    troubles.add(trouble);
  }

  synchronized int pending() {
    return troubles.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized Optional<Trouble> trouble(boolean purchase) {
    return troubles.peek() instanceof Refuses && !purchase
        ? Optional.empty()
        : Optional.ofNullable(troubles.poll());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = List.of(exchange.getRequestURI().getPath().substring("/v1/".length()).split("/"));
      var guest = path.getFirst().equals("guest");
      var trouble = trouble(path.contains("buy"));
      if (trouble.orElse(new Lost()) instanceof Says says) {
        answer(exchange, says.status(), says.text());
        return;
      }
      if (trouble.orElse(new Lost()) instanceof Refuses refuses) {
        answer(exchange, refuses.status(), refuses.text());
        return;
      }
      if (!guest && !authorized(exchange)) {
        answer(exchange, 401, "");
        return;
      }
      var done = carryOut(path, query(exchange));
      if (trouble.isEmpty()) {
        answer(exchange, done.status(), done.text());
      } else if (trouble.get() instanceof Garbled garbled) {
        answer(exchange, 200, garbled.body());
      }
    }
  }

  private Says carryOut(List<String> path, Map<String, String> query) {
    try {
      return new Says(200, JSON.writeValueAsString(body(path, query)));
    } catch (Refusal refusal) {
      return new Says(refusal.status, refusal.text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode body(List<String> path, Map<String, String> query) throws Refusal {
    return switch (path.get(1)) {
      case "profile" -> profile();
      case "prices" -> prices(query);
      case "countries" -> countries();
      case "products" -> products();
      case "orders" -> orders(query);
      case "buy" ->
          order(
              books.buy(
                  path.get(3),
                  path.get(4),
                  path.get(5),
                  Optional.ofNullable(query.get("maxPrice")).map(BigDecimal::new)));
      case "check" -> order(books.find(id(path), 404));
      case "finish" -> order(books.finish(id(path)));
      case "cancel" -> order(books.cancel(id(path)));
      default -> throw new Refusal(302, "<html>404</html>");
    };
  }

  private ObjectNode profile() {
    return JSON.createObjectNode()
        .put("id", 1)
        .put("email", "shop@example.org")
        .put("balance", books.balance())
        .put("rating", 96);
  }

  private ObjectNode prices(Map<String, String> query) {
    var all = JSON.createObjectNode();
    books
        .stock()
        .forEach(
            (rack, stock) -> {
              if (rack.country().equals(query.getOrDefault("country", rack.country()))
                  && rack.product().equals(query.getOrDefault("product", rack.product()))) {
                all.withObjectProperty(rack.country())
                    .withObjectProperty(rack.product())
                    .withObjectProperty(rack.operator())
                    .put("cost", stock.cost())
                    .put("count", stock.count())
                    .put("rate", 99.99)
                    .put("rate24", 0);
              }
            });
    return all;
  }

  private ObjectNode countries() {
    var all = JSON.createObjectNode();
    books
        .stock()
        .keySet()
        .forEach(
            rack ->
                all.withObjectProperty(rack.country())
                    .put("text_en", rack.country())
                    .withObjectProperty(rack.operator())
                    .put("activation", 1));
    return all;
  }

  private ObjectNode products() {
    var all = JSON.createObjectNode();
    all.putObject("1day").put("Category", "hosting").put("Qty", 14).put("Price", 80);
    books
        .stock()
        .forEach(
            (rack, stock) ->
                all.putObject(rack.product())
                    .put("Category", "activation")
                    .put("Qty", stock.count())
                    .put("Price", stock.cost()));
    return all;
  }

  private ObjectNode orders(Map<String, String> query) {
    var newestFirst = books.orders().reversed();
    var page = JSON.createObjectNode();
    var rows = page.putArray("Data");
    newestFirst.stream()
        .skip(Long.parseLong(query.getOrDefault("offset", "0")))
        .limit(Long.parseLong(query.getOrDefault("limit", "15")))
        .forEach(order -> rows.add(order(order)));
    page.putArray("ProductNames");
    page.putArray("Statuses");
    return page.put("Total", newestFirst.size());
  }

  private ObjectNode order(Activation order) {
    synchronized (books) {
      var json =
          JSON.createObjectNode()
              .put("id", order.id)
              .put("phone", order.phone)
              .put("operator", order.operator)
              .put("product", order.product)
              .put("price", order.price)
              .put("status", order.status)
              .put("expires", nanos(order.expires))
              .put("created_at", nanos(order.createdAt))
              .put("forwarding", false)
              .put("country", order.country);
      if (order.sms.isEmpty()) {
        return json.putNull("sms");
      }
      var list = json.putArray("sms");
      order.sms.forEach(
          sms ->
              list.addObject()
                  .put("created_at", nanos(sms.at()))
                  .put("date", nanos(sms.at()))
                  .put("sender", "WhatsApp")
                  .put("text", sms.text())
                  .put("code", sms.code()));
      return json;
    }
  }

  /** Their times have nine decimals. */
  private static String nanos(Instant time) {
    return time.toString().replaceFirst("Z$", "469Z");
  }

  private boolean authorized(HttpExchange exchange) {
    return ("Bearer " + token.reveal())
        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static long id(List<String> path) {
    return Long.parseLong(path.get(2));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new HashMap<String, String>();
    var raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (var pair : raw.split("&", -1)) {
      var cut = pair.indexOf('=');
      if (cut > 0) {
        query.put(
            pair.substring(0, cut),
            URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
