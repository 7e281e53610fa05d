package dev.codeport.postgres;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.contract.Given;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.verification.CodeOwner;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.webhook.Deliveries;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.Next;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** On one connection that reads a table whole only where there is no other way. */
class PostgresIndexesTest {
  @Test
  void every_read_of_what_grows_has_an_index_and_every_index_a_read() {
    try (var source = Server.freshDatabase();
        var careful = carefulConnectionTo(source)) {
      var storage = Server.open(source);
      var account = Given.account().in(storage);
      var endpoint = Given.endpoint().in(storage, account);
      var order = Given.completedOrder().of(account).in(storage);
      for (int i = 0; i < 30; i++) {
        Given.canceledOrder().in(storage);
        var failed = Given.failedVerification().of(account).to(Given.phone(i)).in(storage);
        Given.committed(
            storage, VerificationChange.about(failed, minute(0)).tally(new Tally.Send(9)));
      }
      for (int i = 0; i < 500; i++) {
        var handle = new Handle("long enough to fill some pages of a table " + i);
        storage
            .verifications()
            .record(new Receipt(Given.WEST, handle, Receipt.Status.SENT, minute(i), ""));
      }
      var sent = Given.sentVerification().of(account).to(Given.phone(99)).in(storage);
      var jdbi = Jdbi.create(careful);
      jdbi.useHandle(handle -> handle.execute("ANALYZE"));
      jdbi.useHandle(handle -> handle.createQuery("SELECT pg_stat_reset()").mapToMap().list());

      var database = Database.of(careful, 1);
      read(new PostgresOrders(database, Ledger.rupiah(), new Seals(Server.keyring())), order);
      new PostgresWallets(database, Ledger.rupiah()).entries(order.account(), 0, 10);
      var outbox = new PostgresOutbox(database);
      outbox.events(order.account(), 0, 10);
      outbox.ofOrder(order.account(), order.id(), 0, 10);
      outbox.newest(List.of(order.account()));
      var retention = new PostgresRetention(database);
      retention.eraseOrders(minute(0), 10);
      retention.eraseMessages(minute(0), 10);
      retention.forgetKeys(minute(0), 10);
      retention.eraseVerifications(minute(0), 10);
      retention.forgetVerifications(minute(0), 10);
      retention.forgetReceipts(minute(0), 10);
      retention.forgetTallies(minute(0), 10);
      new PostgresWallets(database, Ledger.rupiah()).newest(order.account(), 9, 10);
      new PostgresOrders(database, Ledger.rupiah(), new Seals(Server.keyring()))
          .spend(order.account(), minute(0), minute(60));
      new PostgresSessions(database).find("nobody");
      new PostgresSessions(database).forget(minute(0), 10);
      var seals = new Seals(Server.keyring());
      new PostgresActs(database, seals).newest(Optional.empty(), Long.MAX_VALUE, 10);
      new PostgresActs(database, seals).newest(Optional.of(order.account()), Long.MAX_VALUE, 10);
      read(
          new PostgresVerifications(database, seals, new PostgresIdempotencyKeys(database, seals)),
          sent);
      retention.forgetOutcomes(minute(0), 10);
      new PostgresQueues(database).waiting(minute(1));
      read(new PostgresWebhooks(database, new Seals(Server.keyring())), endpoint);

      assertEquals(List.of(), names(jdbi, READ_WHOLE));
      assertEquals(List.of(), names(jdbi, UNUSED));
    }
  }

  private static final String READ_WHOLE =
      """
      SELECT relname FROM pg_stat_user_tables
      WHERE seq_scan > 0 AND relname IN ('orders', 'attempts', 'leases', 'messages', 'entries',
        'postings', 'claims', 'events', 'wallets', 'endpoints', 'deliveries',
        'delivery_attempts', 'verifications', 'dispatches', 'receipts', 'phone_tallies',
        'outcomes')
      """;

  /**
   * Ranges of blocks, as of orders_closed, attempts_asked and dispatches_asked, are read only where
   * there are many blocks.
   */
  private static final String UNUSED =
      """
      SELECT indexrelname FROM pg_stat_user_indexes
      WHERE idx_scan = 0 AND relname IN ('orders', 'attempts', 'leases', 'events',
        'verifications', 'dispatches', 'receipts', 'phone_tallies')
        AND indexrelname NOT IN ('orders_closed', 'attempts_asked', 'dispatches_asked')
      """;

  private static List<String> names(Jdbi jdbi, String sql) {
    return jdbi.withHandle(
        handle -> {
          handle.createQuery("SELECT pg_stat_force_next_flush()").mapToMap().list();
          return handle.createQuery(sql).mapTo(String.class).list();
        });
  }

  private static void read(Orders orders, Order order) {
    orders.find(order.id());
    orders.find(order.account(), order.id());
    orders.all(List.of(order.id()));
    for (var shown : Orders.Shown.values()) {
      orders.list(order.account(), shown, 10, 0);
    }
    orders.list(order.account(), Listing.of(Orders.Shown.ALL).before(Listing.Place.of(order)), 10);
    orders.byLease(order.leased().orElseThrow().ref());
    orders.watched(Given.NORTH, 0, 10);
    orders.messages(order.id());
    orders.attempts(order.id());
    orders.unsettled(Given.NORTH, minute(9), 10);
    orders.asked(Given.NORTH, minute(0), minute(9), 10);
    orders.known(List.of(new LeaseRef(Given.NORTH, "x")));
    for (var due : Orders.Due.values()) {
      orders.claimDue(due, minute(90), 10, minute(91));
    }
    orders.newestEndings(order.account(), minute(0), 10);
    orders.canceledSince(order.account(), minute(0));
    orders.success(new CatalogProductId(88), minute(0));
    orders.tallies(new CatalogProductId(88), minute(90), Duration.ofHours(1));
    orders.success(minute(0));
    orders.success(Given.NORTH, minute(0));
    orders.isReactivating(order.id());
  }

  private static void read(Verifications verifications, Verification.Sent sent) {
    var account = sent.account();
    var phone = sent.terms().phone();
    var handle = new Handle("m");
    var again = sent.again(minute(1));
    Tally guess = new Tally.Guess(9, Duration.ofDays(1));
    for (var tally : List.of(new Tally.Send(9), guess, new Tally.Success())) {
      var change = VerificationChange.about(sent, minute(1)).tally(tally);
      assertEquals(new VerificationCommit.Committed(), verifications.commit(change.build()));
    }
    var asked =
        new Dispatch(
            sent.id(),
            1,
            1,
            Given.WEST,
            CodeOwner.US,
            "reference",
            minute(1),
            Dispatch.State.ACCEPTED,
            Optional.of(handle),
            Optional.of(minute(1)),
            "",
            Optional.empty());
    var change = VerificationChange.of(again, minute(1)).dispatch(asked);
    assertEquals(new VerificationCommit.Committed(), verifications.commit(change.build()));
    verifications.record(new Receipt(Given.WEST, handle, Receipt.Status.DELIVERED, minute(1), ""));
    verifications.find(account, sent.id());
    verifications.open(account, phone);
    verifications.dispatches(account, sent.id());
    verifications.unsettled(minute(0), minute(30), 10);
    verifications.sends(minute(0), minute(30));
    verifications.lockedUntil(account, phone, minute(1));
    verifications.unlock(account, phone);
    for (var of : List.of(Optional.<PhoneNumber>empty(), Optional.of(phone))) {
      for (var before : List.of(Optional.<VerificationId>empty(), Optional.of(sent.id()))) {
        verifications.list(account, new Verifications.Filter(of, Set.of(), before), 10);
      }
    }
  }

  private static void read(Webhooks webhooks, Endpoint endpoint) {
    var account = endpoint.account();
    webhooks.endpoints(account);
    webhooks.endpoint(account, endpoint.id());
    for (var failing : List.of(false, true)) {
      webhooks
          .claimDue(
              minute(9), new Deliveries.Wanted(minute(10), 10, 5, failing, Set.of(), Set.of()))
          .forEach(
              claimed ->
                  webhooks.record(
                      claimed,
                      new DeliveryAttempt(
                          1, minute(9), Duration.ZERO, Optional.of(500), Optional.empty(), ""),
                      new Next.GivenUp()));
    }
    webhooks.deliveries(account, endpoint.id(), Optional.empty(), 100, 10);
    for (var state : Delivery.State.values()) {
      webhooks.deliveries(account, endpoint.id(), Optional.of(state), 100, 10);
    }
    webhooks.delivery(account, endpoint.id(), 1);
    webhooks.attempts(account, endpoint.id(), 1);
    webhooks.redeliver(endpoint, 1, 3, true, 10, minute(9));
    webhooks.redeliver(endpoint, 1, 3, false, 10, minute(9));
  }

  private static HikariDataSource carefulConnectionTo(HikariDataSource source) {
    var config = new HikariConfig();
    config.setDataSource(source.getDataSource());
    config.setMaximumPoolSize(1);
    config.setConnectionInitSql("SET enable_seqscan = off");
    return new HikariDataSource(config);
  }
}
