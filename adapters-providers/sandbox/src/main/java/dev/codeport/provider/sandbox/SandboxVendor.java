package dev.codeport.provider.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A vendor of numbers on loopback, without any real SMS. Runs until it is closed. Safe for many
 * threads.
 */
public final class SandboxVendor implements AutoCloseable {
  private static final String PATH = "/stubs/handler_api.php";
  private static final String OFFERS = "/api/v1/activations/offers/sms";

  private final SandboxSettings settings;
  private final Secret apiKey;
  private final FaultPlan faults;
  private final Desk desk;
  private final Mishaps mishaps;
  private final Counter counter;
  private final ExecutorService threads;
  private final HttpServer server;

  private SandboxVendor(SandboxSettings settings, InstantSource clock, RandomGenerator random) {
    var key = new byte[16];
    random.nextBytes(key);
    this.settings = settings;
    this.apiKey = Secret.of(HexFormat.of().formatHex(key));
    var shared = new SharedRandom(random);
    this.faults = new FaultPlan(shared);
    this.desk = new Desk(settings, clock, shared, faults);
    var api = new HandlerApi(desk, apiKey, settings, clock);
    this.mishaps = new Mishaps(faults);
    this.counter = new Counter(api, new Voice(settings.errors()), mishaps);
    this.server = Loopback.listen(settings.port());
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext(PATH, counter);
    server.createContext(OFFERS, counter.offers());
    server.start();
  }

  /**
   * Opens for business.
   *
   * @param clock moves everything: SMS, ends, times shown
   * @param random codes, delays, luck; need not be made for several threads
   * @throws UncheckedIOException when the port is taken
   */
  public static SandboxVendor start(
      SandboxSettings settings, InstantSource clock, RandomGenerator random) {
    return new SandboxVendor(settings, clock, random);
  }

  public SandboxSettings settings() {
    return settings;
  }

  /** The whole address to send requests to, up to the query. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  /** Which requests must carry; another at every start. */
  public Secret apiKey() {
    return apiKey;
  }

  public Books books() {
    return desk.books(settings.balance());
  }

  /** How often each action of the protocol was asked for. */
  public Map<String, Long> calls() {
    return counter.calls();
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

  /** Makes an SMS arrive now; answers whether the number was waiting for one. */
  public boolean deliver(String phoneDigits, String text) {
    var digits = phoneDigits.startsWith("+") ? phoneDigits.substring(1) : phoneDigits;
    return desk.deliver(digits, text);
  }

  public boolean deliver(PhoneNumber phone, String text) {
    return deliver(phone.digits(), text);
  }

  /**
   * Whether the SMS of a platform (slug or code) come by themselves, to numbers taken from now on.
   *
   * @throws IllegalArgumentException when it does not sell that platform
   */
  public void setAutomatic(String platform, boolean automatic) {
    desk.setAutomatic(service(platform), automatic);
  }

  /**
   * Puts so many numbers on one shelf.
   *
   * @param country ISO alpha-2 in lower case, or its code
   * @param platform slug or code
   * @throws IllegalArgumentException when it does not sell them
   */
  public void restock(String country, String platform, int count) {
    desk.restock(land(country), service(platform), count);
  }

  /** Where it lets one choose an operator: ISO alpha-2 in lower case; none when nowhere. */
  public Set<String> operatorCountries() {
    return Wares.SHIPPED.lands().values().stream()
        .filter(land -> settings.shelves().operators() && !land.operators().isEmpty())
        .map(Land::iso)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a number costs now. */
  public Money price(String country, String platform) {
    var prices = desk.prices(Optional.of(land(country)), Optional.of(service(platform)), false);
    return prices.getFirst().price();
  }

  @Override
  public void close() {
    mishaps.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return "SandboxVendor[" + settings.name() + " at " + baseUri() + "]";
  }

  private static Service service(String word) {
    return Wares.SHIPPED.services().values().stream()
        .filter(service -> service.isCalled(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not sold here: " + word));
  }

  private static Land land(String word) {
    return Wares.SHIPPED.lands().values().stream()
        .filter(land -> land.iso().equals(word) || land.code().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no numbers of " + word));
  }
}
