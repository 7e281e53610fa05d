package dev.codeport.bootstrap.faultrun;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.bootstrap.Child;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import dev.codeport.postgres.PostgresStorage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service under test, a process of its own, always under the same address. */
final class Service implements AutoCloseable {
  private static final String ADMIN = "the-admin-key-of-the-fault-run";
  private static final String HASH = "h".repeat(32);
  private static final String SEAL = "s".repeat(32);

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final List<String> settings;
  private final Door admin;
  private Child child;

  private Service(Path folder, EmbeddedPostgres postgres, List<String> settings, Door admin)
      throws IOException {
    this.folder = folder;
    this.postgres = postgres;
    this.settings = settings;
    this.admin = admin;
    this.child = Child.serve(folder, settings);
  }

  static Service start(
      Path folder, EmbeddedPostgres postgres, Market market, Scale scale, HttpClient http)
      throws IOException {
    var port = freePort();
    var settings =
        new ArrayList<>(
            List.of(
                "http.port=" + port,
                "http.admin-key=" + ADMIN,
                "storage.url=" + postgres.url(),
                "storage.user=" + postgres.user(),
                "storage.password=" + postgres.password(),
                "keys.hash=" + HASH,
                "keys.seal.k1=" + SEAL,
                "keys.current=k1",
                // For its clock that can be moved; nobody buys from its own vendors.
                "sandbox.mode=on",
                "orders.daily-cancels=1000000",
                "orders.settle-after=8s",
                "orders.another-cooldown=1s",
                "stock.refresh=" + Scale.text(scale.stockRefresh()),
                "live.waits-per-account=5000"));
    market.vendors().forEach(vendor -> settings.addAll(vendor.asSettings()));
    var url = URI.create("http://127.0.0.1:" + port);
    return new Service(folder, postgres, settings, new Door(url, ADMIN, http));
  }

  /** Dies in the middle of whatever it does, and is started again on the same database. */
  void killAndRestart() throws IOException, InterruptedException {
    child.kill();
    child = Child.serve(folder, settings);
  }

  /** The key of a new customer with very much money and without limits. */
  Door customer(String name) throws InterruptedException {
    var account =
        admin.post("/api/admin/accounts", "{\"name\":\"" + name + "\"}").json().path("id").asText();
    var at = "/api/admin/accounts/" + account;
    admin.put(at + "/exemptions", "{\"exemptions\":[\"rate_limit\",\"abuse_guard\"]}");
    admin.post(at + "/top-ups", "{\"amount\":\"1000000000\"}");
    return admin.with(
        admin.post(at + "/keys", "{\"label\":\"run\"}").json().path("token").asText());
  }

  /** Of whom a customer's key is. */
  static AccountId account(Door customer) throws InterruptedException {
    return new AccountId(customer.get("/api/account").json().path("id").asInt());
  }

  void setRates() throws InterruptedException {
    admin.put("/api/admin/exchange-rates/USD/IDR", "{\"rate\":\"16000\"}");
    admin.put("/api/admin/exchange-rates/RUB/IDR", "{\"rate\":\"200\"}");
  }

  /** Moves its clock, and has it do what is due then. */
  void advance(Duration by) throws InterruptedException {
    var answer = admin.post("/sandbox/clock", "{\"advance\":\"" + by + "\"}");
    if (!answer.isGood()) {
      throw new IllegalStateException("the clock did not move: " + answer);
    }
  }

  /** Its storage, as another node would open it. */
  Storage storage(HikariDataSource pool) {
    var keyring = new Keyring(Secret.of(HASH), Map.of("k1", Secret.of(SEAL)), new SecureRandom());
    return PostgresStorage.open(pool, Ledger.rupiah(), keyring);
  }

  HikariDataSource pool() {
    var config = new HikariConfig();
    config.setJdbcUrl(postgres.url());
    config.setUsername(postgres.user());
    config.setPassword(postgres.password());
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    child.close();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
