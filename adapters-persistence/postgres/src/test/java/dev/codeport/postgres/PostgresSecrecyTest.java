package dev.codeport.postgres;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.contract.Given;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.verification.LocalCodes;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Header;
import dev.codeport.domain.webhook.Next;
import dev.codeport.domain.webhook.WebhookSettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresSecrecyTest {
  private static final String PHONE = "+447700900987";
  private static final String TEXT = "Marked text of a message, code M4RK3D";
  private static final String CODE = "M4RK3D";
  private static final String SECRET = "marked-webhook-secret";
  private static final String GATE = "marked-gate-header";
  private static final String KEY = "marked-idempotency-key";
  private static final String ADDRESS = "203.0.113.77";
  private static final String REASON = "marked-reason";
  private static final String OWN_CODE = "9081726354";

  private final HikariDataSource source = Server.freshDatabase();
  private final PostgresStorage storage = Server.open(source);

  @AfterAll
  void close() {
    source.close();
  }

  @Test
  void nothing_secret_is_in_clear_in_any_table() {
    var order = received();
    var late = sms(order.id(), 2, true);
    Given.committed(storage, Change.of(order.complete(minute(5))));
    Given.committed(storage, Change.of(order.account()).message(late).claim(claim(order)));
    storage
        .webhooks()
        .put(order.account(), WebhookSettings.of(Optional.empty(), Optional.of(Secret.of(SECRET))));
    sendWebhook(order);
    var verification = verify(order);

    var dump = dump();

    assertTrue(dump.contains("marked-lease"), "the dump holds what was stored");
    for (var secret :
        List.of(
            PHONE,
            PHONE.substring(1),
            TEXT,
            "Marked",
            CODE,
            SECRET,
            KEY,
            GATE,
            ADDRESS,
            REASON,
            OWN_CODE)) {
      var bytes = secret.getBytes(StandardCharsets.UTF_8);
      assertFalse(dump.contains(secret), secret);
      assertFalse(dump.contains(HexFormat.of().formatHex(bytes)), secret);
      assertFalse(
          dump.contains(Base64.getEncoder().withoutPadding().encodeToString(bytes)), secret);
    }
    assertEquals(late, storage.orders().messages(order.id()).getLast());
    assertEquals(
        Optional.of(verification),
        storage.verifications().find(verification.account(), verification.id()));
  }

  /** Of a person about whom a line of the list is. */
  private Verification verify(Order order) {
    storage
        .fraudLists()
        .put(new ListEntry(ListEntry.Kind.SAFE, PHONE, REASON, Optional.of(minute(9))));
    storage
        .fraudLists()
        .put(new ListEntry(ListEntry.Kind.BLOCK, ADDRESS, REASON, Optional.empty()));
    var id = VerificationId.random(new SecureRandom());
    var codes = new LocalCodes(Server.keyring(), new SecureRandom());
    var terms =
        new Terms(
            id,
            order.account(),
            new PhoneNumber(PHONE),
            Optional.empty(),
            Channel.SMS,
            Locale.ENGLISH,
            Fingerprint.of("intent"),
            10,
            5,
            minute(0),
            minute(5),
            Optional.of(ADDRESS),
            new Judgement(List.of(new Finding("safe-list", Mode.RECORD, "listed", REASON))),
            false);
    var started = Verification.started(terms, codes.mark(id, new OneTimeCode(OWN_CODE)));
    Given.committed(
        storage,
        VerificationChange.of(started, minute(0))
            .claim(Claim.of(new IdempotencyKey(KEY + "2"), Fingerprint.of(KEY), id, minute(0)))
            .tally(new Tally.Send(9)));
    return started;
  }

  /** To a receiver that says back what it was told. */
  private void sendWebhook(Order order) {
    var endpoint =
        Given.endpoint()
            .of(order.account())
            .rotated(Secret.of(SECRET), minute(9))
            .rotated(Secret.of(SECRET + "2"), minute(9))
            .described(
                "https://hooks.example.org",
                Set.of(),
                List.of(new Header("Authorization", Secret.of(GATE))),
                "");
    assertTrue(storage.webhooks().add(endpoint, 9));
    assertEquals(1, storage.webhooks().redeliver(endpoint, 2, 2, false, 9, minute(6)));
    var wanted = new Deliveries.Wanted(minute(9), 9, 9, false, Set.of(), Set.of());
    var claimed = storage.webhooks().claimDue(minute(6), wanted).getFirst();
    assertEquals(endpoint, claimed.endpoint());
    var attempt =
        new DeliveryAttempt(
            1, minute(6), Duration.ofMillis(1), Optional.of(500), Optional.empty(), TEXT + PHONE);
    storage.webhooks().record(claimed, attempt, new Next.GivenUp());
    assertEquals(List.of(attempt), storage.webhooks().attempts(order.account(), endpoint.id(), 2));
  }

  @Test
  void an_exception_says_nothing_of_what_was_to_be_stored() {
    var unknown = new OrderId(2_000_000_000);
    var account = Given.account().in(storage);
    var change = Change.of(account.id()).message(sms(unknown, 1, false)).build();

    var thrown = assertThrows(RuntimeException.class, () -> storage.commit(change));

    assertFalse(String.valueOf(thrown.getMessage()).contains("received_at"), thrown.getMessage());
  }

  private Order.Received received() {
    var placed = Given.placedOrder().in(storage);
    var lease =
        new Lease(
            new LeaseRef(Given.NORTH, "marked-lease"),
            new PhoneNumber(PHONE),
            Given.dollars("0.3"),
            minute(20),
            minute(2),
            true,
            true,
            Optional.empty());
    var active = placed.activate(lease, minute(1));
    var sms = sms(placed.id(), 1, false);
    var received = active.order().receive(sms, minute(2));
    Given.committed(storage, Change.of(active).step(received).message(sms));
    return received.order();
  }

  private static Sms sms(OrderId order, int revision, boolean late) {
    var code = Optional.of(new Code(CODE));
    return new Sms(order, revision, TEXT + revision, TEXT, code, "rule", minute(2), late);
  }

  private static Claim claim(Order order) {
    return new Claim(new IdempotencyKey(KEY), Fingerprint.of(KEY), List.of(order.id()), minute(1));
  }

  /** Every row of every table as text. */
  private String dump() {
    return Jdbi.create(source)
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .map(
                        table ->
                            handle
                                .createQuery("SELECT t::text FROM \"" + table + "\" t")
                                .mapTo(String.class)
                                .collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n")));
  }
}
