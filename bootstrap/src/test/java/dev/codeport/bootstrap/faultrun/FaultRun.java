package dev.codeport.bootstrap.faultrun;

import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Wallets;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Many orders while everything goes wrong: shoppers order until so many have a number, storms and
 * kills come when so many have; then all goes well, time passes, and the books are compared.
 */
final class FaultRun {
  private static final int ACCOUNTS = 4;

  /** First with mishaps, in steps in which no number's whole life goes by; then without. */
  private static final List<Duration> LIVELY = Collections.nCopies(15, Duration.ofSeconds(10));

  private static final List<Duration> CALM =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofMinutes(3),
          Duration.ofMinutes(9),
          Duration.ofMinutes(6),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60));

  private final Scale scale;
  private final Ahead clock = new Ahead();
  private final Seen seen = new Seen();
  private final Memory memory = new Memory();
  private final Market market;
  private final Service service;
  private final Postman postman;
  private final Map<AccountId, List<Wallets.Numbered>> before = new HashMap<>();
  private final Map<Mishap, Long> planned = new HashMap<>();
  private final long began = System.nanoTime();
  private int kills;
  private volatile boolean over;

  private FaultRun(Scale scale, Path folder, EmbeddedPostgres postgres, HttpClient http)
      throws IOException {
    this.scale = scale;
    this.market = Market.open(scale, clock, seen);
    this.postman = new Postman(market, scale, clock, seen);
    this.service = Service.start(folder, postgres, market, scale, http);
  }

  /**
   * @param folder for the database and the service
   */
  static Report run(Scale scale, Path folder) throws Exception {
    try (var postgres =
            EmbeddedPostgres.open(
                Path.of("target/postgres").toAbsolutePath(), folder.resolve("db"), 0, "pw");
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var run = new FaultRun(scale, folder.resolve("service"), postgres, http);
      try (run.market;
          run.service) {
        return run.run();
      }
    }
  }

  private Report run() throws Exception {
    service.setRates();
    var doors = new ArrayList<Door>();
    var accounts = new ArrayList<AccountId>();
    for (int i = 0; i < ACCOUNTS; i++) {
      doors.add(service.customer("customer " + i));
      accounts.add(Service.account(doors.getLast()));
    }
    try (var pool = service.pool();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var storage = service.storage(pool);
      var names = market.vendors().stream().map(Vendor::name).toList();
      var crowd = new Crowd(scale, doors, names, memory);
      threads.execute(this::bringSms);
      try {
        shop(crowd, threads, pool, storage);
        var placed = sinceBegin();
        passTime();
        return report(pool, storage, accounts, placed, sinceBegin());
      } finally {
        crowd.sendAway();
        over = true;
      }
    }
  }

  private Duration sinceBegin() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void passTime() throws InterruptedException {
    for (var step : LIVELY) {
      pass(step);
    }
    market.heal();
    for (var step : CALM) {
      pass(step);
    }
  }

  private void bringSms() {
    try {
      while (!over) {
        postman.round();
        TimeUnit.MILLISECONDS.sleep(150);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Storms and kills come by how much is ordered. */
  private void shop(Crowd crowd, ExecutorService threads, HikariDataSource pool, Storage storage)
      throws Exception {
    var weather = new Weather(market, scale, threads);
    planned.putAll(weather.planned());
    crowd.start(threads);
    while (crowd.isBuying()) {
      weather.at(crowd.share());
      if (kills < scale.kills() && crowd.share() >= (kills + 1.0) / (scale.kills() + 1)) {
        kills++;
        service.killAndRestart();
        before.putAll(Ours.entries(pool, storage));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    crowd.leave();
    weather.end();
  }

  /** The vendors' time first: what ends there has then ended when the service asks. */
  private void pass(Duration time) throws InterruptedException {
    clock.advance(time);
    postman.round();
    service.advance(time);
  }

  private Map<Mishap, Long> planned() {
    market
        .vendors()
        .forEach(
            vendor ->
                vendor.deck().dealt().forEach((kind, n) -> planned.merge(kind, n, Long::sum)));
    return planned;
  }

  private Report report(
      HikariDataSource pool,
      Storage storage,
      List<AccountId> accounts,
      Duration placed,
      Duration whole)
      throws SQLException {
    var ours = Ours.read(pool, storage);
    var report = new Report(scale, market, memory, planned(), seen, ours, kills, placed, whole);
    report.add(MoneyCheck.of(ours, before));
    report.add(CustomerCheck.of(ours, storage, memory, accounts));
    report.compareVendors();
    report.demandAllSeen();
    return report;
  }
}
