package dev.codeport.bootstrap.kill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import dev.codeport.http.webhook.JsonWebhookBodies;
import dev.codeport.http.webhook.OkHttpWebhookTransport;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.postgres.PostgresStorage;
import dev.codeport.provider.handlerapi.HandlerApiFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One Codeport over a shared Postgres and a vendor that lives in another process. */
record Node(HikariDataSource pool, Storage storage, Codeport codeport) implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  static Node open(String jdbcUrl, String vendorUrl, String vendorKey, InstantSource clock) {
    var config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(CONNECTIONS);
    var pool = new HikariDataSource(config);
    var storage = PostgresStorage.open(pool, Ledger.rupiah(), keyring());
    return new Node(pool, storage, over(storage, vendor(vendorUrl, vendorKey, clock), clock));
  }

  /** What a node is beside its storage. */
  static Codeport over(Storage storage, NumberProvider vendor, InstantSource clock) {
    return CodeportBuilder.over(storage)
        .providers(List.of(vendor))
        .stockCache(new MemoryStockCache())
        .rateLimiter(new MemoryRateLimiter(clock))
        .keyring(keyring())
        .webhooks(OkHttpWebhookTransport.forDevelopment(), new JsonWebhookBodies(Atlas.standard()))
        .clock(clock)
        .random(new SecureRandom())
        .build();
  }

  private static Keyring keyring() {
    return new Keyring(
        Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), new SecureRandom());
  }

  static NumberProvider vendor(String url, String key, InstantSource clock) {
    var section = new Section("provider.cheap", Map.of("url", url, "api-key", key));
    var around = new Surroundings(Atlas.standard(), clock, Upstream.client(64));
    return new HandlerApiFactory().open(new ProviderId("cheap"), section, around);
  }

  @Override
  public void close() {
    pool.close();
  }
}
