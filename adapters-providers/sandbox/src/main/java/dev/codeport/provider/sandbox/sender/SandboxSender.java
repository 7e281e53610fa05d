package dev.codeport.provider.sandbox.sender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.FaultPlan;
import dev.codeport.provider.sandbox.Loopback;
import dev.codeport.provider.sandbox.Mishaps;
import dev.codeport.provider.sandbox.Page;
import dev.codeport.provider.sandbox.SharedRandom;
import dev.codeport.provider.sandbox.sender.Phones.Message;
import dev.codeport.provider.sandbox.sender.StartMessaging.Ask;
import dev.codeport.provider.sandbox.sender.StartMessaging.Posted;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * A service on loopback that sends codes, and one that carries texts, without any real SMS. Runs
 * until it is closed. Safe for many threads.
 */
public final class SandboxSender implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_BODY = 1 << 16;

  private final SandboxSenderSettings settings;
  private final InstantSource clock;
  private final Secret apiKey;
  private final Secret webhookSecret;
  private final Phones phones = new Phones();
  private final FaultPlan faults;
  private final Mishaps mishaps;
  private final Office office;
  private final StartMessaging api;
  private final Notices notices;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Arrivals arrivals = (phone, text) -> {};
  private volatile Optional<URI> callback;
  private volatile Optional<URI> textCallback = Optional.empty();

  private SandboxSender(
      SandboxSenderSettings settings, InstantSource clock, RandomGenerator random) {
    var shared = new SharedRandom(random);
    this.settings = settings;
    this.clock = clock;
    this.callback = settings.callback();
    this.apiKey = secret("sm_live_", shared);
    this.webhookSecret = secret("whsec_", shared);
    this.faults = new FaultPlan(shared);
    this.mishaps = new Mishaps(faults);
    this.office = new Office(settings, clock, shared);
    this.api = new StartMessaging(office, settings, apiKey, clock, this::deliver);
    this.notices = new Notices(webhookSecret, clock, shared, threads);
    this.server = Loopback.listen(settings.port());
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /**
   * Opens for business.
   *
   * @param clock moves everything: ends of codes, windows of limits, times shown
   * @param random codes and ids; need not be made for several threads
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static SandboxSender start(
      SandboxSenderSettings settings, InstantSource clock, RandomGenerator random) {
    return new SandboxSender(settings, clock, random);
  }

  public SandboxSenderSettings settings() {
    return settings;
  }

  /** Where the service that sends codes is asked. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Where texts are posted as {@code {"to","text","reference"}}, with the key in {@code X-API-Key};
   * answered with status 201 and {@code {"id"}}.
   */
  public URI textUri() {
    return URI.create(baseUri() + "/texts");
  }

  /** Which requests must carry; another at every start. */
  public Secret apiKey() {
    return apiKey;
  }

  /** By which notices are signed; another at every start. */
  public Secret webhookSecret() {
    return webhookSecret;
  }

  /** Where the service that sends codes tells from now on what became of them. */
  public void tell(URI where) {
    callback = Optional.of(where);
  }

  /**
   * Where the one that carries texts tells it, by a GET with {@code id} and {@code status} behind
   * what the query has.
   */
  public void tellOfTexts(URI where) {
    textCallback = Optional.of(where);
  }

  /** Who learns of every message from now on; one at a time. */
  public void onArrival(Arrivals listener) {
    arrivals = listener;
  }

  public Phones phones() {
    return phones;
  }

  public SenderBooks books() {
    return office.books();
  }

  /**
   * What it would tell of a message.
   *
   * @param status initiated, queued, sent, delivered or failed
   */
  public Notice notice(String requestId, String status) {
    return notices.write(requestId, status);
  }

  /** Each of these happens once, to the next request it may hit; earlier ones first. */
  public void plan(Fault... plan) {
    faults.add(List.of(plan));
  }

  /** This happens by chance, to so many of the requests it may hit, 0 to 1. */
  public void planAtRate(Fault fault, double rate) {
    faults.rate(fault, rate);
  }

  /** Takes back what was planned and has not happened. */
  public void heal() {
    faults.clear();
  }

  /** How often each kind of fault really happened. */
  public Map<Fault.Kind, Long> seen() {
    return faults.seen();
  }

  /** What was planned and has not happened, chance aside. */
  public List<Fault> pending() {
    return faults.pending();
  }

  @Override
  public void close() {
    mishaps.close();
    server.stop(0);
    notices.close();
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return "SandboxSender[" + settings.generation() + " at " + baseUri() + "]";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var ask = ask(exchange);
      mishaps.serve(exchange, StartMessaging.place(ask.path()), act(ask));
    }
  }

  private Mishaps.Act act(Ask ask) {
    return new Mishaps.Act() {
      @Override
      public Page carryOut(Optional<Fault.Kind> twist) {
        return api.answer(ask);
      }

      @Override
      public Page refuse(String token) {
        return api.refuse(token);
      }
    };
  }

  private void deliver(Posted posted) {
    var ticket = posted.ticket();
    phones.receive(ticket.phone(), new Message(clock.instant(), ticket.channel(), posted.text()));
    arrivals.arrived(ticket.phone(), posted.text());
    if (ticket.isText()) {
      textCallback.ifPresent(to -> notices.get(to, ticket.id(), "delivered"));
    } else {
      callback.ifPresent(to -> notices.post(to, notice(ticket.id(), "delivered")));
    }
  }

  private static Ask ask(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    return new Ask(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Objects.requireNonNullElse(headers.getFirst("X-API-Key"), ""),
        Objects.requireNonNullElse(headers.getFirst("Authorization"), ""),
        json(new String(body, StandardCharsets.UTF_8)));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static Secret secret(String prefix, RandomGenerator random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return Secret.of(prefix + HexFormat.of().formatHex(bytes));
  }
}
