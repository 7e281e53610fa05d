package dev.codeport.http.flow;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.Api;
import dev.codeport.http.CodeportServer;
import dev.codeport.http.CodeportServerBuilder;
import dev.codeport.http.Codes;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.api.SandboxDoor;
import dev.codeport.http.webhook.JsonWebhookBodies;
import dev.codeport.http.webhook.OkHttpWebhookTransport;
import dev.codeport.memory.MemoryDoorbell;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import dev.codeport.provider.handlerapi.HandlerApiDialect;
import dev.codeport.provider.handlerapi.HandlerApiProvider;
import dev.codeport.provider.handlerapi.HandlerApiSettings;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A service with two sandbox vendors, in which no SMS comes by itself and time stands still.
 * Everything is set up and done over HTTP.
 */
public final class Town implements AutoCloseable, InstantSource, SandboxDoor {
  public static final String ADMIN = "the-admin-key-of-the-town";

  private volatile Instant now = Instant.parse("2031-01-02T12:00:00Z");
  final SandboxVendor cheap = vendor(SandboxSettings.cheap());
  final SandboxVendor swift = vendor(SandboxSettings.swift());
  public final Codeport codeport = codeport();
  private final CodeportServer server;
  public final Api admin;

  public Town() {
    this(LiveLimits.STANDARD);
  }

  public Town(LiveLimits live) {
    server =
        new CodeportServerBuilder(
                codeport,
                HttpSettings.standard().onPort(0).withAdminKey(Secret.of(ADMIN)).withLive(live),
                new MemoryRateLimiter(this),
                this,
                new Random(5))
            .sandbox(this)
            .handlerApi(Codes.USUAL)
            .start();
    admin = Api.at(server.url()).key(ADMIN);
    admin.send("PUT", "/api/admin/exchange-rates/USD/IDR", "{\"rate\":\"16250\"}");
    admin.send("PUT", "/api/admin/markups", "{\"percent\":\"20\"}");
    codeport.workers().runDue();
  }

  /** A new account with so much money, and a key of it. */
  public Api customer(long rupiah) {
    return newcomer(rupiah).api();
  }

  /** The same, and the account's number. */
  public Newcomer newcomer(long rupiah) {
    var id = admin.send("POST", "/api/admin/accounts", "{\"name\":\"Customer\"}").json().get("id");
    var account = "/api/admin/accounts/" + id;
    if (rupiah > 0) {
      admin.send("POST", account + "/top-ups", "{\"amount\":\"" + rupiah + "\"}");
    }
    var token = admin.send("POST", account + "/keys", "{}").json().get("token").textValue();
    return new Newcomer(
        new AccountId(id.intValue()), token, Api.at(server.url()).key(token), server.url());
  }

  public record Newcomer(AccountId account, String token, Api api, URI url) {}

  /** Has an SMS arrive, and the service notice it. */
  public int sms(String phone, String text) {
    return admin
        .send(
            "POST",
            "/sandbox/messages",
            "{\"phone_number\":\"%s\",\"text\":\"%s\"}".formatted(phone, text))
        .status();
  }

  public void wait(Duration by) {
    admin.send("POST", "/sandbox/clock", "{\"advance\":\"" + by + "\"}");
  }

  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    var delivered = cheap.deliver(phone, text) || swift.deliver(phone, text);
    codeport.workers().runDue();
    return delivered;
  }

  @Override
  public Instant advance(Duration by) {
    now = now.plus(by);
    codeport.workers().runDue();
    return now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    server.close();
    codeport.workers().close();
    cheap.close();
    swift.close();
  }

  private SandboxVendor vendor(SandboxSettings settings) {
    return SandboxVendor.start(settings.withSuccess(0), this, new Random(1));
  }

  private Codeport codeport() {
    return CodeportBuilder.over(new MemoryStorage(Ledger.rupiah()))
        .providers(List.of(provider(cheap), provider(swift)))
        .stockCache(new MemoryStockCache())
        .rateLimiter(new MemoryRateLimiter(this))
        .doorbell(new MemoryDoorbell())
        .keyring(
            new Keyring(
                Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), new Random(2)))
        .webhooks(OkHttpWebhookTransport.forDevelopment(), new JsonWebhookBodies(Atlas.standard()))
        .clock(this)
        .random(new Random(3))
        .build();
  }

  private NumberProvider provider(SandboxVendor vendor) {
    return new HandlerApiProvider(
        new ProviderId(vendor.settings().name()),
        HandlerApiSettings.of(vendor.baseUri(), vendor.apiKey(), HandlerApiDialect.vanilla()),
        new Surroundings(Atlas.standard(), this, Upstream.client(64)));
  }
}
