package dev.codeport.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.CodeportSettings;
import dev.codeport.application.routing.RoutingSettings;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.pool.Balance;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.facade.auth.AuthSettings;
import dev.codeport.http.facade.auth.PublicMode;
import dev.codeport.http.server.Cidr;
import dev.codeport.http.server.Origins;
import dev.codeport.redis.RedisSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path HOME = Path.of("/home/codeport");
  private static final String STRONG = "0123456789abcdef0123456789abcdef";

  @Test
  void says_in_the_manual_what_is_standard_in_the_code() {
    var settings = settings(Map.of());

    assertEquals(CodeportSettings.standard(), settings.codeport());
    assertEquals(HttpSettings.standard(), settings.http());
    assertTrue(settings.handlerApi());
    assertEquals(HOME.resolve(".codeport"), settings.dataFolder());
    assertEquals(
        new Settings.Embedded(HOME.resolve(".codeport/binaries"), 0, 10), settings.database());
    assertEquals(Optional.empty(), settings.redis());
    assertEquals(Optional.empty(), settings.keys());
    assertEquals(new BigDecimal("20"), settings.markupPercent());
    assertEquals(List.of(), settings.providers());
    assertEquals(
        Optional.of(
            new Settings.Sandbox(
                Set.of(), false, new BigDecimal("16250"), new BigDecimal("1000000"))),
        settings.sandbox());
    assertEquals(new Settings.Logs(false, "info"), settings.logs());
  }

  @Test
  void understands_every_setting() {
    var flags =
        Map.ofEntries(
            Map.entry("data.folder", "/var/lib/codeport"),
            Map.entry("node.name", "one"),
            Map.entry("http.host", "0.0.0.0"),
            Map.entry("http.port", "9090"),
            Map.entry("http.public-url", "https://sms.example"),
            Map.entry("http.admin-key", STRONG),
            Map.entry("http.handler-api", "false"),
            Map.entry("http.proxies", "10.0.0.0/8, 2001:db8::/32"),
            Map.entry("verification.mode", "pass-through"),
            Map.entry("public.account", "9"),
            Map.entry("public.sends-per-hour", "3"),
            Map.entry("public.checks-per-hour", "12"),
            Map.entry("storage.url", "jdbc:postgresql://db/codeport"),
            Map.entry("storage.user", "me"),
            Map.entry("storage.password", "secret"),
            Map.entry("storage.pool", "16"),
            Map.entry("redis.url", "redis://one,redis://two:7001"),
            Map.entry("redis.password", "hush"),
            Map.entry("redis.prefix", "shop"),
            Map.entry("redis.timeout", "50ms"),
            Map.entry("redis.local-share", "33"),
            Map.entry("keys.hash", STRONG),
            Map.entry("keys.seal.old", STRONG + "1"),
            Map.entry("keys.seal.young", STRONG + "2"),
            Map.entry("keys.current", "young"),
            Map.entry("ledger.currency", "USD"),
            Map.entry("ledger.scale", "4"),
            Map.entry("orders.daily-cancels", "5"),
            Map.entry("rates.max-age", "2d"),
            Map.entry("routing.half-life", "90m"),
            Map.entry("routing.least-sample", "8"),
            Map.entry("routing.explore-percent", "3"),
            Map.entry("routing.cost-points", "4"),
            Map.entry("routing.speed-points", "0"),
            Map.entry("routing.most-at-vendor", "swift=200, hero = 0.5"),
            Map.entry("retention.verifications", "2d"),
            Map.entry("retention.verification-rows", "3d"),
            Map.entry("provider.swift.dialect", "handlerapi"),
            Map.entry("provider.swift.url", "https://swift.example/api"),
            Map.entry("log.format", "json"));

    var settings = settings(flags);

    assertEquals(Path.of("/var/lib/codeport"), settings.dataFolder());
    assertEquals(Optional.of("one"), settings.node());
    assertEquals("0.0.0.0", settings.http().host());
    assertEquals(9090, settings.http().port());
    assertEquals("https://sms.example", settings.http().publicUrl().orElseThrow().toString());
    assertEquals(Optional.of(Secret.of(STRONG)), settings.http().adminKey());
    assertEquals(
        new AuthSettings(
            new Origins(List.of(Cidr.of("10.0.0.0/8"), Cidr.of("2001:db8::/32"))),
            Optional.of(
                new PublicMode(
                    new AccountId(9),
                    Limit.of(3).per(Duration.ofHours(1)),
                    Limit.of(12).per(Duration.ofHours(1)))),
            true),
        settings.http().auth());
    assertEquals(false, settings.http().smscode());
    assertEquals(false, settings.handlerApi());
    assertEquals(
        new Settings.External("jdbc:postgresql://db/codeport", "me", Secret.of("secret"), 16),
        settings.database());
    assertEquals(
        Optional.of(
            new Settings.Redis(
                RedisSettings.at("redis://one,redis://two:7001")
                    .withPassword(Secret.of("hush"))
                    .withPrefix("shop")
                    .withTimeout(Duration.ofMillis(50)),
                33)),
        settings.redis());
    assertEquals(
        List.of("young", "old"), List.copyOf(settings.keys().orElseThrow().seals().keySet()));
    assertEquals(new Ledger(Currency.USD, 4), settings.codeport().ledger());
    assertEquals(5, settings.codeport().dailyCancels());
    assertEquals(Duration.ofDays(2), settings.codeport().rateAge());
    assertEquals(Duration.ofDays(2), settings.codeport().retention().verifications());
    assertEquals(Duration.ofDays(3), settings.codeport().retention().verificationRows());
    assertEquals(
        new RoutingSettings(
            new Balance(8, 3, 4, 0),
            Duration.ofMinutes(90),
            Map.of(
                new ProviderId("swift"),
                new BigDecimal("200"),
                new ProviderId("hero"),
                new BigDecimal("0.5"))),
        settings.codeport().routing());
    assertEquals(
        List.of(
            new Settings.Vendor("swift", "handlerapi", Map.of("url", "https://swift.example/api"))),
        settings.providers());
    assertEquals(Optional.empty(), settings.sandbox());
    assertTrue(settings.logs().json());
  }

  @Test
  void asks_for_keys_beside_a_database_of_your_own() {
    var url = Map.of("storage.url", "jdbc:postgresql://db/codeport");

    var failure = assertThrows(BadSettings.class, () -> settings(url));

    assertTrue(failure.lines().get(0).startsWith("keys.hash is missing"));
    assertTrue(failure.lines().get(1).startsWith("keys.seal.<id> is missing"));
  }

  @ParameterizedTest
  @CsvSource({
    "http.port, 70000",
    "http.port, many",
    "http.admin-key, short",
    "http.idle, 0s",
    "http.public-url, ftp://x",
    "http.proxies, nginx",
    "verification.mode, fast",
    "public.account, -1",
    "public.sends-per-hour, 0",
    "storage.kind, sqlite",
    "storage.url, postgres://x",
    "storage.pool, 0",
    "redis.url, localhost",
    "redis.url, redis://a/16",
    "redis.password, without-an-address",
    "keys.hash, short",
    "keys.seal.a, short",
    "ledger.currency, rupiah",
    "ledger.scale, 7",
    "orders.place-deadline, soon",
    "orders.daily-cancels, -1",
    "retention.verifications, 23h",
    "retention.verification-rows, 29d",
    "guard.failure-percent, 101",
    "routing.half-life, 0s",
    "routing.least-sample, 101",
    "routing.explore-percent, 101",
    "routing.cost-points, -1",
    "routing.most-at-vendor, swift",
    "routing.most-at-vendor, swift=-1",
    "routing.most-at-vendor, SWIFT=1",
    "prices.markup-percent, -1",
    "prices.markup-percent, a lot",
    "provider.swift.url, https://x.example",
    "sandbox.mode, perhaps",
    "sandbox.instant, yes",
    "sandbox.usd-rate, 0",
    "log.level, loud",
    "log.format, xml"
  })
  void refuses_a_wrong_value_by_its_key(String key, String value) {
    var failure = assertThrows(BadSettings.class, () -> settings(Map.of(key, value)));

    var family = key.substring(0, key.indexOf('.'));
    assertTrue(failure.lines().getFirst().startsWith(family + "."), failure.toString());
  }

  private static Settings settings(Map<String, String> flags) {
    return Settings.of(Config.of(Optional.empty(), Map.of(), flags), HOME);
  }
}
