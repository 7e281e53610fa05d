package dev.codeport.bootstrap.config;

import dev.codeport.application.CodeportSettings;
import dev.codeport.application.retention.RetentionTimes;
import dev.codeport.application.routing.RoutingSettings;
import dev.codeport.bootstrap.config.Settings.Database;
import dev.codeport.bootstrap.config.Settings.Embedded;
import dev.codeport.bootstrap.config.Settings.External;
import dev.codeport.bootstrap.config.Settings.InMemory;
import dev.codeport.bootstrap.config.Settings.Keys;
import dev.codeport.bootstrap.config.Settings.Logs;
import dev.codeport.bootstrap.config.Settings.Redis;
import dev.codeport.bootstrap.config.Settings.Sandbox;
import dev.codeport.bootstrap.config.Settings.Vendor;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.AbuseGuard;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.pool.Balance;
import dev.codeport.domain.pool.Tally;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.console.ConsoleSettings;
import dev.codeport.http.facade.auth.AuthSettings;
import dev.codeport.http.facade.auth.PublicMode;
import dev.codeport.http.server.Bounds;
import dev.codeport.http.server.Cidr;
import dev.codeport.http.server.KeyLimits;
import dev.codeport.http.server.Origins;
import dev.codeport.provider.kit.Section;
import dev.codeport.redis.RedisSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From keys and texts to settings. Each value that is wrong is refused with its key. */
final class SettingsReader {
  private static final int MANY = 1_000_000;
  private static final int STRONG = 32;

  private final Config config;
  private final Path home;
  private final CodeportSettings standard = CodeportSettings.standard();

  SettingsReader(Config config, Path home) {
    this.config = config;
    this.home = home;
  }

  Settings read() {
    var providers = vendors("provider");
    var senders = inOrder(vendors("sender"));
    var database = database();
    return new Settings(
        home.resolve(folder()).normalize(),
        text("node.name"),
        http(),
        config.section("http").flag("handler-api", true),
        database,
        redis(),
        keys(database),
        codeport(),
        percent(),
        providers,
        senders,
        new VerificationReader(config.section("verification")).read(!senders.isEmpty()),
        config.section("webhooks").flag("private", false),
        sandbox(providers),
        logs());
  }

  private String folder() {
    return config.section("data").text("folder");
  }

  private HttpSettings http() {
    var http = config.section("http");
    var plain = HttpSettings.standard();
    return new HttpSettings(
        http.text("host", plain.host()),
        http.number("port", plain.port(), 0, 65_535),
        text("http.public-url").map(set -> http.uri("public-url")),
        new Bounds(
            http.number("body-limit", plain.bounds().bodyCap(), 1_024, 100 << 20),
            positive("http", "body-timeout", plain.bounds().bodyTimeout()),
            http.number("concurrent", plain.bounds().concurrent(), 1, MANY),
            positive("http", "idle", plain.bounds().idle())),
        limits(),
        text("http.admin-key").map(key -> adminKey(key)),
        ledger(),
        ledger().equals(Ledger.rupiah()),
        positive("http", "drain", plain.drain()),
        live(),
        new AuthSettings(origins(http), publicMode(), isPassing()),
        console());
  }

  private ConsoleSettings console() {
    var console = config.section("console");
    var plain = ConsoleSettings.STANDARD;
    return new ConsoleSettings(
        console.flag("open", plain.open()),
        idle(console, plain.idle()),
        Limit.of(console.number("sign-ins-per-hour", plain.attempts().count(), 1, MANY))
            .per(Duration.ofHours(1)));
  }

  private static Duration idle(Section console, Duration usual) {
    var idle = console.duration("idle", usual);
    if (!idle.isPositive() || idle.compareTo(Duration.ofDays(30)) > 0) {
      throw new BadSettings("console.idle must be above zero and at most 30d");
    }
    return idle;
  }

  private static Origins origins(Section http) {
    try {
      return new Origins(http.list("proxies").stream().map(Cidr::of).toList());
    } catch (IllegalArgumentException e) {
      throw new BadSettings(
          "http.proxies must be networks such as 10.0.0.0/8, with commas between");
    }
  }

  private boolean isPassing() {
    return switch (config.section("verification").text("mode", "durable")) {
      case "durable" -> false;
      case "pass-through" -> true;
      default -> throw new BadSettings("verification.mode must be durable or pass-through");
    };
  }

  private Optional<PublicMode> publicMode() {
    var open = config.section("public");
    var account = open.number("account", 0, 0, Integer.MAX_VALUE);
    var sends = open.number("sends-per-hour", 10, 1, MANY);
    var checks = open.number("checks-per-hour", 60, 1, MANY);
    return account == 0
        ? Optional.empty()
        : Optional.of(
            new PublicMode(
                new AccountId(account),
                Limit.of(sends).per(Duration.ofHours(1)),
                Limit.of(checks).per(Duration.ofHours(1))));
  }

  private LiveLimits live() {
    var live = config.section("live");
    var plain = LiveLimits.STANDARD;
    return new LiveLimits(
        live.number("streams-per-account", plain.streamsPerAccount(), 1, MANY),
        live.number("waits-per-account", plain.waitsPerAccount(), 1, MANY),
        positive("live", "heartbeat", plain.heartbeat()),
        positive("live", "slow-reader", plain.slowReader()));
  }

  private static Secret adminKey(String key) {
    if (key.length() < 16) {
      throw new BadSettings("http.admin-key must have at least 16 characters");
    }
    return Secret.of(key);
  }

  private KeyLimits limits() {
    var limits = config.section("limits");
    return new KeyLimits(
        Limit.of(limits.number("reads-per-minute", 300, 1, MANY)).per(Duration.ofMinutes(1)),
        Limit.of(limits.number("changes-per-minute", 60, 1, MANY)).per(Duration.ofMinutes(1)),
        Limit.of(limits.number("polls-per-minute", 1500, 1, MANY)).per(Duration.ofMinutes(1)));
  }

  private Database database() {
    var storage = config.section("storage");
    var pool = storage.number("pool", 10, 1, 100);
    var kind = storage.text("kind", "postgres");
    var url = text("storage.url");
    if (kind.equals("memory")) {
      return new InMemory();
    }
    if (!kind.equals("postgres")) {
      throw new BadSettings("storage.kind must be postgres or memory");
    }
    if (url.isEmpty()) {
      return new Embedded(
          home.resolve(storage.text("binaries", folder() + "/binaries")).normalize(),
          storage.number("port", 0, 0, 65_535),
          pool);
    }
    if (!url.get().startsWith("jdbc:postgresql:")) {
      throw new BadSettings("storage.url must begin with jdbc:postgresql:");
    }
    return new External(
        url.get(), storage.text("user", ""), Secret.of(storage.text("password", "")), pool);
  }

  private Optional<Redis> redis() {
    var redis = config.section("redis");
    var url = text("redis.url");
    var password = text("redis.password").map(Secret::of);
    if (url.isEmpty()) {
      if (password.isPresent()) {
        throw new BadSettings("redis.url is missing beside redis.password");
      }
      return Optional.empty();
    }
    var plain = RedisSettings.at(url.get());
    var connection =
        password
            .map(plain::withPassword)
            .orElse(plain)
            .withPrefix(redis.text("prefix", plain.prefix()))
            .withTimeout(redis.duration("timeout", plain.timeout()));
    return Optional.of(new Redis(connection, redis.number("local-share", 50, 1, 100)));
  }

  private Optional<Keys> keys(Database database) {
    var seals = config.under("keys.seal");
    var hash = text("keys.hash");
    if (hash.isEmpty() && seals.isEmpty()) {
      if (database instanceof External) {
        throw new BadSettings(
            List.of(
                "keys.hash is missing: with a database of your own the keys are yours too",
                "keys.seal.<id> is missing: for example --set keys.seal.a=$(openssl rand -hex 32)"));
      }
      return Optional.empty();
    }
    if (seals.isEmpty()) {
      throw new BadSettings("keys.seal.<id> is missing beside keys.hash");
    }
    return Optional.of(
        new Keys(strong("keys.hash", hash.orElse("")), inOrder(seals, text("keys.current"))));
  }

  private static Map<String, Secret> inOrder(Map<String, String> seals, Optional<String> current) {
    if (current.isEmpty() && seals.size() > 1) {
      throw new BadSettings("keys.current must name one of " + seals.keySet());
    }
    var first = current.orElseGet(() -> seals.keySet().iterator().next());
    if (!seals.containsKey(first)) {
      throw new BadSettings(
          "keys.current names " + first + ", but keys.seal." + first + " is missing");
    }
    var inOrder = new LinkedHashMap<String, Secret>();
    inOrder.put(first, strong("keys.seal." + first, seals.getOrDefault(first, "")));
    seals.forEach((id, key) -> inOrder.putIfAbsent(id, strong("keys.seal." + id, key)));
    return inOrder;
  }

  private static Secret strong(String name, String key) {
    if (key.length() < STRONG) {
      throw new BadSettings(name + " must have at least " + STRONG + " characters");
    }
    return Secret.of(key);
  }

  private CodeportSettings codeport() {
    var orders = config.section("orders");
    return new CodeportSettings(
        ledger(),
        new OrderRules(orders.duration("another-cooldown", standard.rules().anotherCooldown())),
        guard(),
        orders.number("daily-cancels", standard.dailyCancels(), 0, MANY),
        positive("rates", "max-age", standard.rateAge()),
        positive("stock", "max-age", standard.stockAge()),
        positive("stock", "refresh", standard.stockRefresh()),
        positive("sms", "poll-every", standard.pollEvery()),
        positive("orders", "place-deadline", standard.placeDeadline()),
        positive("orders", "settle-after", standard.settleAfter()),
        config
            .section("limits")
            .number("webhook-tests-per-minute", standard.webhookTestsPerMinute(), 1, MANY),
        retention(),
        routing());
  }

  private RoutingSettings routing() {
    var routing = config.section("routing");
    var plain = standard.routing();
    return new RoutingSettings(
        new Balance(
            routing.number("least-sample", (int) plain.balance().leastSample(), 0, Tally.NEWEST),
            routing.number("explore-percent", plain.balance().explorePercent(), 0, 100),
            routing.number("cost-points", (int) plain.balance().costPoints(), 0, 100),
            routing.number("speed-points", (int) plain.balance().speedPoints(), 0, 100)),
        positive("routing", "half-life", plain.halfLife()),
        mostAtVendor(routing));
  }

  private static Map<ProviderId, BigDecimal> mostAtVendor(Section routing) {
    return routing.value("most-at-vendor", Map.of(), SettingsReader::amounts, "name=amount, …");
  }

  private static Map<ProviderId, BigDecimal> amounts(String text) {
    var amounts = new LinkedHashMap<ProviderId, BigDecimal>();
    for (var each : text.split(",", -1)) {
      var parts = each.strip().split("=", 2);
      var amount = new BigDecimal(parts.length == 2 ? parts[1].strip() : "");
      if (amount.signum() < 0 || amount.scale() > 6) {
        throw new IllegalArgumentException(each);
      }
      amounts.put(new ProviderId(parts[0].strip()), amount);
    }
    return amounts;
  }

  private RetentionTimes retention() {
    var plain = standard.retention();
    var phones = atLeast(Duration.ofDays(1), "verifications", plain.verifications());
    return new RetentionTimes(
        positive("retention", "contents", plain.contents()),
        positive("retention", "keys", plain.keys()),
        positive("retention", "deliveries", plain.deliveries()),
        phones,
        atLeast(phones, "verification-rows", plain.verificationRows()));
  }

  private Duration atLeast(Duration shortest, String key, Duration fallback) {
    var time = config.section("retention").duration(key, fallback);
    if (time.compareTo(shortest) < 0) {
      throw new BadSettings("retention." + key + " must be at least " + shortest.toHours() + "h");
    }
    return time;
  }

  private Ledger ledger() {
    var ledger = config.section("ledger");
    return new Ledger(
        ledger.value(
            "currency", standard.ledger().currency(), Currency::new, "a currency such as IDR"),
        ledger.number("scale", standard.ledger().scale(), 0, 6));
  }

  private AbuseGuard guard() {
    var guard = config.section("guard");
    var plain = standard.guard();
    return new AbuseGuard(
        guard.number("sample", plain.sample(), 1, 1_000),
        positive("guard", "window", plain.window()),
        guard.number("failure-percent", plain.failurePercent(), 1, 100),
        positive("guard", "first-ban", plain.firstBan()),
        positive("guard", "longest-ban", plain.longestBan()));
  }

  private BigDecimal percent() {
    var percent =
        config
            .section("prices")
            .value("markup-percent", BigDecimal.valueOf(20), BigDecimal::new, "a number");
    if (percent.signum() < 0
        || percent.compareTo(BigDecimal.valueOf(10_000)) > 0
        || percent.scale() > 4) {
      throw new BadSettings("prices.markup-percent must be 0 to 10000, with at most 4 decimals");
    }
    return percent;
  }

  private List<Vendor> vendors(String family) {
    var vendors = new ArrayList<Vendor>();
    for (var name : config.names(family)) {
      var values = new LinkedHashMap<>(config.under(family + "." + name));
      var dialect = values.remove("dialect");
      if (dialect == null || dialect.isBlank()) {
        throw new BadSettings(family + "." + name + ".dialect is missing");
      }
      vendors.add(new Vendor(name, dialect, Map.copyOf(values)));
    }
    return List.copyOf(vendors);
  }

  /** Those named in verification.senders first, the others after them by name. */
  private List<Vendor> inOrder(List<Vendor> senders) {
    var order = config.section("verification").list("senders");
    var names = senders.stream().map(Vendor::name).toList();
    for (var name : order) {
      if (!names.contains(name)) {
        throw new BadSettings(
            "verification.senders names " + name + ", but sender." + name + ".dialect is missing");
      }
    }
    return senders.stream()
        .sorted(
            Comparator.comparingInt(
                (Vendor each) -> order.contains(each.name()) ? order.indexOf(each.name()) : MANY))
        .toList();
  }

  private Optional<Sandbox> sandbox(List<Vendor> providers) {
    var sandbox = config.section("sandbox");
    var wanted =
        switch (sandbox.text("mode", "auto")) {
          case "auto" -> providers.isEmpty();
          case "on" -> true;
          case "off" -> false;
          default -> throw new BadSettings("sandbox.mode must be auto, on or off");
        };
    var read =
        new Sandbox(
            Set.copyOf(sandbox.list("silent")),
            sandbox.flag("instant", false),
            amount(sandbox, "usd-rate", BigDecimal.valueOf(16_250)),
            amount(sandbox, "balance", BigDecimal.valueOf(1_000_000)));
    return wanted ? Optional.of(read) : Optional.empty();
  }

  private Logs logs() {
    var log = config.section("log");
    var level = log.text("level", "info");
    var format = log.text("format", "plain");
    if (!Set.of("error", "warn", "info", "debug").contains(level)) {
      throw new BadSettings("log.level must be error, warn, info or debug");
    }
    if (!Set.of("plain", "json").contains(format)) {
      throw new BadSettings("log.format must be plain or json");
    }
    return new Logs(format.equals("json"), level);
  }

  private Optional<String> text(String key) {
    return Optional.of(config.text(key)).filter(value -> !value.isBlank());
  }

  private Duration positive(String section, String key, Duration fallback) {
    var time = config.section(section).duration(key, fallback);
    if (!time.isPositive()) {
      throw new BadSettings(section + "." + key + " must be above zero");
    }
    return time;
  }

  private static BigDecimal amount(Section section, String key, BigDecimal fallback) {
    var amount = section.value(key, fallback, BigDecimal::new, "a number");
    if (amount.signum() <= 0) {
      throw new BadSettings("sandbox." + key + " must be above zero");
    }
    return amount;
  }
}
