package dev.codeport.benchmark;

import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.Repeatable;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.postgres.PostgresStorage;
import dev.codeport.provider.handlerapi.HandlerApiFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The statements of one order as a script for {@code pgbench}: one real order is recorded, and its
 * ids are made variable.
 */
final class OrderScript {
  private static final String FUNCTION =
      """
      CREATE OR REPLACE FUNCTION %s(id bigint) RETURNS bigint LANGUAGE plpgsql AS $f$
      BEGIN
        RETURN (commit_change(format($t$%s$t$, id)::jsonb)).available;
      END $f$
      """;

  private static final String SCRIPT =
      """
      \\set id random(10000000000, 9000000000000000)
      SELECT bench_0(:id);
      SELECT bench_1(:id);
      """;

  private static final Pattern KEY_HASH = Pattern.compile("\"key_hash\":\"([^\"]+)\"");

  private final EmbeddedPostgres postgres;
  private final SandboxVendor vendor;
  private final Path folder;

  OrderScript(EmbeddedPostgres postgres, SandboxVendor vendor, Path folder) {
    this.postgres = postgres;
    this.vendor = vendor;
    this.folder = folder;
  }

  Path write() throws Exception {
    return new RecordedScript(postgres, folder).write("order.sql", this::record, FUNCTION, SCRIPT);
  }

  private List<String> record(DataSource pool) {
    var clock = InstantSource.system();
    var random = new SecureRandom();
    var keyring =
        new Keyring(Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), random);
    var recording = new Recording(pool, "commit_change");
    var storage = PostgresStorage.open(recording.source(), Ledger.rupiah(), keyring);
    var section =
        new Section(
            "provider.cheap",
            Map.of("url", vendor.baseUri().toString(), "api-key", vendor.apiKey().reveal()));
    var around = new Surroundings(Atlas.standard(), clock, Upstream.client(8));
    var codeport =
        CodeportBuilder.over(storage)
            .providers(
                List.of(new HandlerApiFactory().open(new ProviderId("cheap"), section, around)))
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(clock))
            .keyring(keyring)
            .build();
    var wish = Wish.Routed.cheapest(new CatalogProductId(88));
    var request = new Repeatable(new IdempotencyKey("bench"), Fingerprint.of("bench"));
    var placed =
        (PlaceOrder.Accepted)
            codeport.placeOrder(
                new PlaceOrder.Command(new AccountId(1), Optional.of(request), wish, 1));
    var order = placed.orders().getFirst().order();
    var reference = storage.orders().attempts(order.id()).getFirst().reference();
    return recording.changes().stream().map(change -> template(change, order, reference)).toList();
  }

  private static String template(String change, Order order, String reference) {
    var lease = order.leased().orElseThrow().ref().id();
    var hash = KEY_HASH.matcher(change);
    var open = hash.find() ? change.replace(hash.group(1), "k%1$s") : change;
    return open.replace(reference, "r%1$s")
        .replace("\"" + lease + "\"", "\"l%1$s\"")
        .replaceAll("\\b" + order.id() + "\\b", "%1\\$s");
  }
}
