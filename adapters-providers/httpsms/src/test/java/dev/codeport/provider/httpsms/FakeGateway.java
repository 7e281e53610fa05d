package dev.codeport.provider.httpsms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.FaultPlan;
import dev.codeport.provider.sandbox.Loopback;
import dev.codeport.provider.sandbox.Mishaps;
import dev.codeport.provider.sandbox.Page;
import dev.codeport.provider.sandbox.SharedRandom;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A gateway that takes {@code to} and {@code text} as JSON, as a form, as attributes and elements
 * of XML, or in the query, and answers in the same manner.
 */
final class FakeGateway implements AutoCloseable {
  static final String KEY = "k\"e&y <1>+é";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Splitter FIELDS = Splitter.on('&').omitEmptyStrings();

  private final FaultPlan faults = new FaultPlan(new SharedRandom(new Random(7)));
  private final Mishaps mishaps = new Mishaps(faults);
  private final HttpServer server = Loopback.listen(0);
  private final Map<String, Queue<String>> inboxes = new ConcurrentHashMap<>();
  private final AtomicLong messages = new AtomicLong();

  private FakeGateway() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  static FakeGateway start() {
    return new FakeGateway();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<String> inbox(String digits) {
    return List.copyOf(inboxes.getOrDefault(digits, new ConcurrentLinkedQueue<>()));
  }

  void plan(Fault fault) {
    faults.add(List.of(fault));
  }

  List<Fault> pending() {
    return faults.pending();
  }

  @Override
  public void close() {
    mishaps.close();
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var fields = fields(exchange, body);
      boolean xml = exchange.getRequestURI().getPath().equals("/xml");
      mishaps.serve(
          exchange,
          Place.SEND,
          new Mishaps.Act() {
            @Override
            public Page carryOut(Optional<Kind> twist) {
              return KEY.equals(fields.get("key")) ? take(fields, xml) : refuse("key");
            }

            @Override
            public Page refuse(String token) {
              return xml
                  ? Page.html(200, "<r><error>" + token + "</error></r>")
                  : Page.json(200, "{\"error\":\"" + token + "\"}");
            }
          });
    }
  }

  private Page take(Map<String, String> fields, boolean xml) {
    var to = fields.getOrDefault("to", "");
    inboxes
        .computeIfAbsent(to, number -> new ConcurrentLinkedQueue<>())
        .add(fields.getOrDefault("text", ""));
    var id = "m-" + messages.incrementAndGet();
    return xml
        ? Page.html(200, "<r><id>" + id + "</id></r>")
        : Page.json(202, "{\"messages\":[{\"id\":\"" + id + "\"}]}");
  }

  private static Map<String, String> fields(HttpExchange exchange, String body) throws IOException {
    return switch (exchange.getRequestURI().getPath()) {
      case "/json" -> json(body, exchange);
      case "/form" -> form(body);
      case "/xml" -> xml(body);
      default -> form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    };
  }

  private static Map<String, String> json(String body, HttpExchange exchange) throws IOException {
    var json = JSON.readTree(body);
    var key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Key")).orElse("");
    return Map.of(
        "to", json.path("to").asText(),
        "text", json.path("sms").path("text").asText(),
        "key", URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  private static Map<String, String> xml(String body) throws IOException {
    try {
      var root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(body)))
              .getDocumentElement();
      // The same text stands in an attribute and in an element.
      var element = root.getElementsByTagName("text").item(0).getTextContent();
      var attribute = root.getAttribute("text");
      return Map.of(
          "to", root.getAttribute("to"),
          "text", element.equals(attribute) ? element : "not the same",
          "key", root.getAttribute("key"));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, String> form(String body) {
    var form = new HashMap<String, String>();
    for (var pair : FIELDS.split(body)) {
      var cut = pair.indexOf('=');
      form.put(
          URLDecoder.decode(pair.substring(0, cut), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
    }
    return form;
  }
}
