package dev.codeport.benchmark;

import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemorySlidingWindow;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.postgres.PostgresStorage;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.numberplan.LibPhoneNumberPlan;
import dev.codeport.provider.startmessaging.StartMessagingFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The statements of one verification as a script for {@code pgbench}: two reads, then two changes
 * of a real one that is recorded, with its ids made variable.
 *
 * @param sender where somebody answers as StartMessaging does
 */
record VerificationScript(EmbeddedPostgres postgres, int sender, Path folder) {
  private static final String FUNCTION =
      """
      CREATE OR REPLACE FUNCTION %s(id bigint) RETURNS void LANGUAGE plpgsql AS $f$
      BEGIN
        PERFORM commit_verification(format($t$%s$t$, id, lpad(id::text, 32, '0'))::jsonb);
      END $f$
      """;

  private static final String SCRIPT =
      """
      \\set id random(10000000000, 9000000000000000)
      SELECT fingerprint, orders, verification, taken_at FROM claims
      WHERE account_id = 1 AND key_hash = 'k' || :id;
      SELECT * FROM verifications
      WHERE account_id = 1 AND phone_hash = 'p' || :id AND state IN ('STARTED', 'SENT');
      SELECT bench_0(:id);
      SELECT bench_1(:id);
      """;

  private static final Pattern NAME = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
  private static final Pattern HASH = Pattern.compile("\"(key|phone)_hash\":\"[^\"]+\"");
  private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"[^\"]+\"");

  Path write() throws Exception {
    return new RecordedScript(postgres, folder)
        .write("verification.sql", this::record, FUNCTION, SCRIPT);
  }

  private List<String> record(DataSource pool) {
    var clock = InstantSource.system();
    var random = new SecureRandom();
    var keyring =
        new Keyring(Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), random);
    var recording = new Recording(pool, "commit_verification");
    var section =
        new Section(
            "sender.quick", Map.of("url", "http://127.0.0.1:" + sender, "api-key", "bench"));
    var around = new Surroundings(Atlas.standard(), clock, Upstream.client(8));
    var quick = new StartMessagingFactory().open(new SenderId("quick"), section, around);
    var codeport =
        CodeportBuilder.over(PostgresStorage.open(recording.source(), Ledger.rupiah(), keyring))
            .senders(List.of(quick))
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(clock))
            .slidingWindow(new MemorySlidingWindow(clock))
            .numberPlan(new LibPhoneNumberPlan())
            .keyring(keyring)
            .build();
    var command =
        StartVerification.Command.sms(new AccountId(1), "+447400123456")
            .repeatable(new Repeatable(new IdempotencyKey("bench"), Fingerprint.of("bench")));
    codeport.startVerification(command);
    return recording.changes().stream().map(VerificationScript::template).toList();
  }

  private static String template(String change) {
    var named = NAME.matcher(change);
    var open = named.find() ? change.replace(named.group(1), "%2$s") : change;
    var hashed = HASH.matcher(open).replaceAll("\"$1_hash\":\"$1%1\\$s\"");
    return REFERENCE.matcher(hashed).replaceAll("\"reference\":\"r%1\\$s\"");
  }
}
