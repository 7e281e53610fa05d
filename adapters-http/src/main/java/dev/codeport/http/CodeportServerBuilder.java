package dev.codeport.http;

import dev.codeport.application.Codeport;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.http.api.AdminApi;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.api.Hands;
import dev.codeport.http.api.HealthEndpoints;
import dev.codeport.http.api.PaperEndpoints;
import dev.codeport.http.api.PhoneDoor;
import dev.codeport.http.api.PhoneEndpoints;
import dev.codeport.http.api.ProblemSurface;
import dev.codeport.http.api.SandboxDoor;
import dev.codeport.http.api.SandboxEndpoints;
import dev.codeport.http.api.catalog.CatalogApi;
import dev.codeport.http.api.order.EventEndpoints;
import dev.codeport.http.api.order.OrderApi;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.api.verification.VerificationApi;
import dev.codeport.http.api.wallet.WalletApi;
import dev.codeport.http.api.webhook.WebhookApi;
import dev.codeport.http.callback.NumberCallbacks;
import dev.codeport.http.callback.ReceiptEndpoint;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Premises;
import dev.codeport.http.console.Reception;
import dev.codeport.http.console.customer.CustomerPages;
import dev.codeport.http.console.operator.OperatorPages;
import dev.codeport.http.facade.auth.AuthFacade;
import dev.codeport.http.facade.handlerapi.CodeBook;
import dev.codeport.http.facade.handlerapi.HandlerApiFacade;
import dev.codeport.http.facade.smscode.SmsCodeFacade;
import dev.codeport.http.facade.startmessaging.StartMessagingFacade;
import dev.codeport.http.facade.twilioverify.TwilioVerifyFacade;
import dev.codeport.http.server.HttpObserver;
import dev.codeport.http.server.Listener;
import dev.codeport.http.server.PublicAddress;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts a server together and starts it. */
public final class CodeportServerBuilder {
  private final Codeport codeport;
  private final HttpSettings settings;
  private final RateLimiter limiter;
  private final InstantSource clock;
  private final RandomGenerator random;
  private BooleanSupplier ready = () -> true;
  private Supplier<Map<String, String>> parts = Map::of;
  private Supplier<String> metrics = () -> "";
  private HttpObserver observer = HttpObserver.NONE;
  private Optional<SandboxDoor> sandbox = Optional.empty();
  private Optional<CodeBook> handlerApi = Optional.empty();
  private Optional<PhoneDoor> phones = Optional.empty();

  /**
   * @param limiter counts the requests of each key
   * @param random names requests that come without a name; used by many threads
   */
  public CodeportServerBuilder(
      Codeport codeport,
      HttpSettings settings,
      RateLimiter limiter,
      InstantSource clock,
      RandomGenerator random) {
    this.codeport = codeport;
    this.settings = settings;
    this.limiter = limiter;
    this.clock = clock;
    this.random = random;
  }

  /** What {@code /readyz} asks; may block. */
  public CodeportServerBuilder ready(BooleanSupplier check) {
    this.ready = check;
    return this;
  }

  /** What {@code /readyz} tells beside, of what the service can do without: name and state. */
  public CodeportServerBuilder parts(Supplier<Map<String, String>> states) {
    this.parts = states;
    return this;
  }

  /** What {@code /metrics} shows, in Prometheus' text format; may block. */
  public CodeportServerBuilder metrics(Supplier<String> figures) {
    this.metrics = figures;
    return this;
  }

  public CodeportServerBuilder observer(HttpObserver watcher) {
    this.observer = watcher;
    return this;
  }

  /** Opens {@code /sandbox} to anybody: for a service whose vendors are a sandbox. */
  public CodeportServerBuilder sandbox(SandboxDoor door) {
    this.sandbox = Optional.of(door);
    return this;
  }

  /** Serves {@code /stubs/handler_api.php} to clients that call things by these codes. */
  public CodeportServerBuilder handlerApi(CodeBook codes) {
    this.handlerApi = Optional.of(codes);
    return this;
  }

  /** Opens {@code /sandbox/phones} to anybody: for a service that has sandbox senders. */
  public CodeportServerBuilder phones(PhoneDoor door) {
    this.phones = Optional.of(door);
    return this;
  }

  /** Listens when it returns. */
  public CodeportServer start() {
    var leaving = new AtomicBoolean();
    var listener =
        Listener.start(
            settings.host(),
            settings.port(),
            settings.bounds(),
            routes(leaving),
            observer,
            clock,
            random);
    return new CodeportServer(settings, listener, leaving);
  }

  Routes routes(AtomicBoolean leaving) {
    var routes = new Routes(new ProblemSurface());
    new HealthEndpoints(() -> !leaving.get() && ready.getAsBoolean(), parts, metrics).mount(routes);
    settings
        .adminKey()
        .ifPresent(
            key ->
                new AdminApi(codeport, settings.ledger(), key, settings.auth().origins(), clock)
                    .mount(routes));
    var orders = mountOwnApi(routes);
    new NumberCallbacks(codeport).mount(routes);
    sandbox.ifPresent(door -> new SandboxEndpoints(door).mount(routes));
    phones.ifPresent(door -> new PhoneEndpoints(door).mount(routes));
    if (settings.smscode()) {
      new SmsCodeFacade(codeport, limiter, settings.limits(), clock).mount(routes);
    }
    handlerApi.ifPresent(codes -> handlerApi(codes, routes));
    if (settings.console().open()) {
      mountConsole(routes, orders.streams());
    }
    return routes;
  }

  private void mountConsole(Routes routes, EventEndpoints streams) {
    var premises =
        new Premises(
            settings.publicUrl(),
            settings.auth().origins(),
            settings.adminKey(),
            sandbox.isPresent());
    var gate =
        new ConsoleGate(
            codeport, customerGate(), settings.console().idle(), premises, clock, random);
    new CustomerPages(
            codeport,
            gate,
            places(),
            settings.ledger(),
            settings.live(),
            streams,
            new PublicAddress(settings.publicUrl()),
            settings.limits(),
            sandbox,
            phones)
        .mount(routes);
    settings.adminKey().ifPresent(key -> mountOperator(routes, gate));
    new Reception(codeport, gate, premises, limiter, settings.console().attempts()).mount(routes);
  }

  private void mountOperator(Routes routes, ConsoleGate gate) {
    var hands = new Hands(codeport, Act.Door.CONSOLE, settings.auth().origins());
    var address = new PublicAddress(settings.publicUrl());
    new OperatorPages(codeport, hands, settings.ledger(), gate, address).mount(routes);
  }

  /** Whoever knows the codes of that protocol finds platforms by them everywhere. */
  private Places places() {
    return new Places(codeport, code -> handlerApi.flatMap(codes -> codes.service(code)));
  }

  private CustomerGate customerGate() {
    var limits = settings.limits();
    return new CustomerGate(codeport, limiter, limits.reads(), limits.changes());
  }

  private void handlerApi(CodeBook codes, Routes routes) {
    new HandlerApiFacade(codeport, codes, settings.ledger(), limiter, settings.limits(), clock)
        .mount(routes);
  }

  private OrderApi mountOwnApi(Routes routes) {
    var gate = customerGate();
    var places = places();
    new PaperEndpoints().mount(routes);
    var orders = new OrderApi(codeport, gate, places, settings.ledger(), settings.live(), clock);
    orders.mount(routes);
    new WalletApi(codeport, gate, places, settings.live(), clock).mount(routes);
    new CatalogApi(codeport, codeport, gate, places).mount(routes);
    new WebhookApi(codeport, gate, clock).mount(routes);
    mountVerification(routes, gate);
    return orders;
  }

  private void mountVerification(Routes routes, CustomerGate gate) {
    var address = new PublicAddress(settings.publicUrl());
    new VerificationApi(codeport, gate, clock).mount(routes);
    new AuthFacade(codeport, gate, limiter, settings.auth(), clock).mount(routes);
    new StartMessagingFacade(codeport, gate, clock).mount(routes);
    new TwilioVerifyFacade(codeport, gate, address, clock).mount(routes);
    new ReceiptEndpoint(codeport, address).mount(routes);
  }
}
