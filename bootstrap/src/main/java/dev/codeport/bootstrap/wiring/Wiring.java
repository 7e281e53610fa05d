package dev.codeport.bootstrap.wiring;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.catalog.Pool;
import dev.codeport.bootstrap.config.BadSettings;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.bootstrap.watch.Metrics;
import dev.codeport.bootstrap.watch.WatchedProvider;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.verification.Sender;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.http.CodeportServer;
import dev.codeport.http.CodeportServerBuilder;
import dev.codeport.http.server.PortTaken;
import dev.codeport.http.webhook.JsonWebhookBodies;
import dev.codeport.http.webhook.OkHttpWebhookTransport;
import dev.codeport.memory.MemoryStorage;
import dev.codeport.postgres.PostgresSettings;
import dev.codeport.postgres.PostgresStorage;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.numberplan.LibPhoneNumberPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Every part, one method each. To be used once: for an {@link #office} or for a {@link #service};
 * closing it closes what they opened.
 */
public final class Wiring implements AutoCloseable {
  private static final int CALLS_AT_ONCE = 512;
  private static final int FEW = 2;

  /** Whether another process may have the embedded database open. */
  private enum Company {
    WELCOME,
    REFUSED
  }

  private final Settings settings;
  private final RandomGenerator random = new SecureRandom();
  private final Atlas atlas = Atlas.standard();
  private final Metrics metrics = new Metrics();
  private final Closing closing = new Closing();
  private final DataFolder folder;
  private final Optional<MovableClock> movable;
  private final InstantSource clock;
  private BooleanSupplier ready = () -> true;

  public Wiring(Settings settings) {
    InstantSource ticking = () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    this.settings = settings;
    this.folder = new DataFolder(settings.dataFolder(), random);
    this.movable = settings.sandbox().map(sandbox -> new MovableClock(ticking));
    this.clock = movable.isPresent() ? movable.get() : ticking;
    closing.add(metrics);
  }

  /** Codeport without vendors, for what its operator does on the command line. */
  public Codeport office() throws IOException {
    if (settings.database() instanceof Settings.InMemory) {
      throw new BadSettings("storage.kind is memory: nothing of it outlives its process");
    }
    var keyring = keyring();
    var storage = storage(settings.database().withPool(FEW), keyring, Company.WELCOME);
    return codeport(storage, keyring, Shared.byNobody(clock), List.of(), List.of());
  }

  /** The vendors alone, without a database. */
  public Pool vendors() {
    var around = new Surroundings(atlas, clock, Upstream.client(CALLS_AT_ONCE));
    return new Pool(providers(settings.sandbox().map(this::sandbox), around));
  }

  /** Everything, running. */
  public Service service() throws IOException {
    var keyring = keyring();
    var shared = closing.add(Shared.of(settings, clock, random, metrics));
    var storage = storage(settings.database(), keyring, Company.REFUSED);
    var sandbox = settings.sandbox().map(wanted -> sandbox(wanted));
    var around = new Surroundings(atlas, clock, Upstream.client(CALLS_AT_ONCE));
    var codeport =
        codeport(storage, keyring, shared, providers(sandbox, around), senders(sandbox, around));
    var demo = new FirstStart(settings, codeport, folder).prepare();
    var workers = closing.add(codeport.workers());
    if (sandbox.isPresent()) {
      workers.runDue();
    }
    workers.start();
    var server = closing.add(server(codeport, shared, sandbox));
    sandbox.ifPresent(vendors -> vendors.tell(here(server)));
    return new Service(server.url(), codeport, demo, this);
  }

  /** What opens the service's {@code /api/admin}. */
  public Secret adminKey() throws IOException {
    var own = settings.http().adminKey();
    return own.isPresent() ? own.get() : folder.secret("admin-key");
  }

  @Override
  public void close() {
    closing.close();
  }

  private Codeport codeport(
      Storage storage,
      Keyring keyring,
      Shared shared,
      List<NumberProvider> providers,
      List<Sender> senders) {
    return CodeportBuilder.over(storage)
        .providers(providers)
        .senders(senders)
        .numberPlan(new LibPhoneNumberPlan())
        .slidingWindow(shared.window())
        .verification(settings.verification())
        .stockCache(shared.stock())
        .rateLimiter(shared.limiter())
        .doorbell(shared.doorbell())
        .webhooks(webhooks(), new JsonWebhookBodies(atlas))
        .keyring(keyring)
        .atlas(atlas)
        .settings(settings.codeport())
        .clock(clock)
        .random(random)
        .node(node())
        .observer(metrics)
        .build();
  }

  private CodeportServer server(Codeport codeport, Shared shared, Optional<Sandbox> sandbox)
      throws IOException {
    var http = settings.http().withAdminKey(adminKey());
    var server =
        new CodeportServerBuilder(codeport, http, shared.limiter(), clock, random)
            .ready(ready)
            .parts(shared::states)
            .metrics(metrics::scrape)
            .observer(metrics);
    sandbox
        .map(vendors -> new Playground(vendors, movable.orElseThrow(), codeport))
        .ifPresent(playground -> server.sandbox(playground).phones(playground));
    if (settings.handlerApi()) {
      server.handlerApi(ClientCodes.of(atlas));
    }
    try {
      return server.start();
    } catch (PortTaken e) {
      throw new BadSettings("http.port: " + e.getMessage());
    }
  }

  /** Where who runs on this machine reaches the server. */
  private URI here(CodeportServer server) {
    return URI.create("http://" + settings.http().host() + ":" + server.port());
  }

  private Storage storage(Settings.Database wanted, Keyring keyring, Company company)
      throws IOException {
    return switch (wanted) {
      case Settings.InMemory none -> new MemoryStorage(settings.codeport().ledger());
      case Settings.Embedded embedded -> postgres(embedded(embedded, company), keyring);
      case Settings.External external -> postgres(Database.of(external, metrics.pool()), keyring);
    };
  }

  private Storage postgres(Database database, Keyring keyring) {
    closing.add(database);
    ready = database::isReachable;
    var connections = new PostgresSettings(database.pool().getMaximumPoolSize());
    try {
      return PostgresStorage.open(
          database.pool(), settings.codeport().ledger(), keyring, connections);
    } catch (IllegalStateException e) {
      throw new BadSettings("ledger.currency: " + e.getMessage());
    }
  }

  private Database embedded(Settings.Embedded embedded, Company company) throws IOException {
    var server =
        closing.add(
            EmbeddedPostgres.open(
                embedded.binaries(),
                folder.path().resolve("postgres"),
                embedded.port(),
                folder.secret("postgres-password").reveal()));
    if (server.isJoined() && company == Company.REFUSED) {
      throw new BadSettings(
          "data.folder: another Codeport runs on " + folder.path() + "; stop it or choose another");
    }
    return Database.of(server, embedded.pool(), metrics.pool());
  }

  private Keyring keyring() throws IOException {
    if (settings.keys().isPresent()) {
      var keys = settings.keys().get();
      return new Keyring(keys.hash(), keys.seals(), random);
    }
    return settings.database() instanceof Settings.InMemory
        ? new Keyring(folder.unkept(), Map.of("own", folder.unkept()), random)
        : new Keyring(
            folder.secret("keys-hash"), Map.of("own", folder.secret("keys-seal")), random);
  }

  private WebhookTransport webhooks() {
    return settings.privateWebhooks()
        ? OkHttpWebhookTransport.forDevelopment()
        : OkHttpWebhookTransport.strict();
  }

  private Sandbox sandbox(Settings.Sandbox wanted) {
    for (var vendor : settings.providers()) {
      if (Sandbox.names().contains(vendor.name())) {
        throw new BadSettings(
            "provider."
                + vendor.name()
                + ": the sandbox has a vendor of that name; choose another");
      }
    }
    return closing.add(
        Sandbox.start(wanted, settings.verification().rules(), atlas, clock, random));
  }

  private List<NumberProvider> providers(Optional<Sandbox> sandbox, Surroundings around) {
    var wanted = new ArrayList<>(settings.providers());
    sandbox.ifPresent(vendors -> wanted.addAll(vendors.asProviders()));
    return wanted.stream().map(each -> watched(provider(each, around))).toList();
  }

  private NumberProvider watched(NumberProvider vendor) {
    return new WatchedProvider(vendor, metrics, clock);
  }

  private static NumberProvider provider(Settings.Vendor wanted, Surroundings around) {
    try {
      var section = new Section("provider." + wanted.name(), wanted.values());
      return ProviderFactory.named(wanted.dialect())
          .open(new ProviderId(wanted.name()), section, around);
    } catch (IllegalArgumentException e) {
      throw new BadSettings(String.valueOf(e.getMessage()));
    }
  }

  private List<Sender> senders(Optional<Sandbox> sandbox, Surroundings around) {
    var wanted = new ArrayList<>(settings.senders());
    if (wanted.isEmpty()) {
      sandbox.ifPresent(phones -> wanted.addAll(phones.asSenders()));
    }
    return wanted.stream().map(each -> sender(each, around)).toList();
  }

  private static Sender sender(Settings.Vendor wanted, Surroundings around) {
    try {
      var section = new Section("sender." + wanted.name(), wanted.values());
      return SenderFactory.named(wanted.dialect())
          .open(new SenderId(wanted.name()), section, around);
    } catch (IllegalArgumentException e) {
      throw new BadSettings(String.valueOf(e.getMessage()));
    }
  }

  private String node() {
    return settings.node().orElseGet(() -> machine() + "-" + ProcessHandle.current().pid());
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
