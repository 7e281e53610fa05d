package dev.codeport.bootstrap;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.bootstrap.wiring.ClientCodes;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.CodeportServer;
import dev.codeport.http.CodeportServerBuilder;
import dev.codeport.http.HttpSettings;
import dev.codeport.memory.MemoryDoorbell;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One Codeport with its server, in memory, in somebody else's time. */
final class Port implements AutoCloseable {
  private static final Secret ADMIN = Secret.of("the-admin-key-of-this-port");

  final Codeport codeport;
  final CodeportServer server;

  private Port(Codeport codeport, CodeportServer server) {
    this.codeport = codeport;
    this.server = server;
  }

  /**
   * @param vendor the settings of its one vendor, as an operator writes them
   */
  static Port open(InstantSource clock, String dialect, Map<String, String> vendor) {
    var codeport = codeport(clock, provider(clock, dialect, vendor));
    var server =
        new CodeportServerBuilder(
                codeport,
                HttpSettings.standard().onPort(0).withAdminKey(ADMIN),
                new MemoryRateLimiter(clock),
                clock,
                new Random(5))
            .handlerApi(ClientCodes.of(Atlas.standard()))
            .start();
    var port = new Port(codeport, server);
    port.admin().put("/api/admin/exchange-rates/USD/IDR", "{\"rate\":\"16250\"}");
    port.admin().put("/api/admin/markups", "{\"percent\":\"20\"}");
    port.work();
    return port;
  }

  private static NumberProvider provider(
      InstantSource clock, String dialect, Map<String, String> settings) {
    return ProviderFactory.named(dialect)
        .open(
            new ProviderId("below"),
            new Section("provider.below", settings),
            new Surroundings(Atlas.standard(), clock, Upstream.client(64)));
  }

  private static Codeport codeport(InstantSource clock, NumberProvider vendor) {
    return CodeportBuilder.over(new MemoryStorage(Ledger.rupiah()))
        .providers(List.of(vendor))
        .stockCache(new MemoryStockCache())
        .rateLimiter(new MemoryRateLimiter(clock))
        .doorbell(new MemoryDoorbell())
        .keyring(
            new Keyring(
                Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), new Random(2)))
        .clock(clock)
        .random(new Random(3))
        .build();
  }

  /** Somebody new with so much money. */
  Customer customer(long rupiah) {
    var id = admin().post("/api/admin/accounts", "{\"name\":\"Ada\"}").json().path("id").asInt();
    var at = "/api/admin/accounts/" + id;
    admin().post(at + "/top-ups", "{\"amount\":\"" + rupiah + "\"}");
    var key = admin().post(at + "/keys", "{}").json().path("token").asText();
    return new Customer(server.url(), key);
  }

  /** Whatever is due is done. */
  void work() {
    codeport.workers().runDue();
  }

  private Customer admin() {
    return new Customer(server.url(), ADMIN.reveal());
  }

  @Override
  public void close() {
    server.close();
    codeport.workers().close();
  }
}
