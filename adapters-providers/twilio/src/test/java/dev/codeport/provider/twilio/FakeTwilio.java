package dev.codeport.provider.twilio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.FaultPlan;
import dev.codeport.provider.sandbox.Loopback;
import dev.codeport.provider.sandbox.Mishaps;
import dev.codeport.provider.sandbox.Page;
import dev.codeport.provider.sandbox.SharedRandom;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
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

/** Twilio's Messages API as its OpenAPI description shows it, over HTTP on loopback. */
final class FakeTwilio implements AutoCloseable {
  static final String ACCOUNT = "ACfedcba9876543210fedcba9876543210";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_BODY = 1600;
  private static final Splitter FIELDS = Splitter.on('&').omitEmptyStrings();

  private final Secret token = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private final FaultPlan faults = new FaultPlan(new SharedRandom(new Random(7)));
  private final Mishaps mishaps = new Mishaps(faults);
  private final InstantSource clock;
  private final Map<String, Queue<String>> inboxes = new ConcurrentHashMap<>();
  private final AtomicLong messages = new AtomicLong();
  private final HttpServer server = Loopback.listen(0);
  private volatile Map<String, String> lastForm = Map.of();

  private FakeTwilio(InstantSource clock) {
    this.clock = clock;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  static FakeTwilio start(InstantSource clock) {
    return new FakeTwilio(clock);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Secret token() {
    return token;
  }

  List<String> inbox(String phone) {
    return List.copyOf(inboxes.getOrDefault(phone, new ConcurrentLinkedQueue<>()));
  }

  Map<String, String> lastForm() {
    return lastForm;
  }

  void plan(Fault fault) {
    faults.add(List.of(fault));
  }

  /** The next send is refused with this code. */
  void refuse(int code) {
    plan(Fault.of(Kind.REFUSE).on(Place.SEND).saying("" + code));
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
      var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      lastForm = form;
      var path = exchange.getRequestURI().getPath();
      var authorized = isAuthorized(exchange.getRequestHeaders().getFirst("Authorization"));
      mishaps.serve(
          exchange,
          Place.SEND,
          new Mishaps.Act() {
            @Override
            public Page carryOut(Optional<Kind> twist) {
              return authorized ? answer(path, form) : refuse("20003");
            }

            @Override
            public Page refuse(String token) {
              return error(Integer.parseInt(token));
            }
          });
    }
  }

  private Page answer(String path, Map<String, String> form) {
    var text = field(form, "Body");
    var to = field(form, "To");
    if (!path.equals("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")) {
      return error(20404);
    }
    if (!to.matches("\\+[1-9]\\d{6,14}")) {
      return error(21211);
    }
    if (text.isEmpty() || text.length() > LONGEST_BODY) {
      return error(21617);
    }
    inboxes.computeIfAbsent(to, number -> new ConcurrentLinkedQueue<>()).add(text);
    var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    return Page.json(
        201,
        JSON.createObjectNode()
            .put("sid", String.format("SM%032x", messages.incrementAndGet()))
            .put("account_sid", ACCOUNT)
            .put("to", to)
            .put("from", field(form, "From"))
            .put("body", text)
            .put("status", "queued")
            .put("num_segments", "1")
            .putNull("price")
            .putNull("error_code")
            .putNull("error_message")
            .put("date_created", now)
            .toString());
  }

  private static Page error(int code) {
    int status =
        switch (code) {
          case 20003 -> 401;
          case 20404 -> 404;
          case 20429 -> 429;
          default -> 400;
        };
    return Page.json(
        status,
        JSON.createObjectNode()
            .put("code", code)
            .put("message", "The 'To' number +447700900100 is refused")
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status)
            .toString());
  }

  private boolean isAuthorized(String header) {
    var right =
        Base64.getEncoder()
            .encodeToString((ACCOUNT + ":" + token.reveal()).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + right).equals(header);
  }

  private static String field(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
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
