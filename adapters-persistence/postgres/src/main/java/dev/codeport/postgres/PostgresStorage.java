package dev.codeport.postgres;

import dev.codeport.domain.account.Accounts;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.account.Sessions;
import dev.codeport.domain.catalog.Tiers;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.fraud.FraudLists;
import dev.codeport.domain.id.IdSource;
import dev.codeport.domain.idempotency.IdempotencyKeys;
import dev.codeport.domain.money.ExchangeRates;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pricing.MarkupRules;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Queues;
import dev.codeport.domain.storage.Retention;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.storage.Turns;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.domain.webhook.Webhooks;
import javax.sql.DataSource;

/**
 * A {@link Storage} in a PostgreSQL database, 13 or later, that any number of nodes may share.
 *
 * <p>Phone numbers, messages, codes, addresses of people, lines of lists, the operator's acts and
 * webhook secrets are sealed by the keyring before they leave for the database; without its keys
 * they cannot be read again.
 */
public final class PostgresStorage implements Storage {
  private final Commits commits;
  private final Orders orders;
  private final Wallets wallets;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Acts acts;
  private final IdempotencyKeys idempotencyKeys;
  private final Outbox outbox;
  private final Tiers tiers;
  private final ExchangeRates exchangeRates;
  private final MarkupRules markupRules;
  private final Webhooks webhooks;
  private final Verifications verifications;
  private final FraudLists fraudLists;
  private final Turns turns;
  private final Retention retention;
  private final Queues queues;
  private final IdSource ids;

  private PostgresStorage(Database database, Ledger ledger, Keyring keyring) {
    var seals = new Seals(keyring);
    var claims = new PostgresIdempotencyKeys(database, seals);
    var reader = new PostgresWallets(database, ledger);
    wallets = reader;
    commits = new Commits(database, new ChangeJson(ledger, seals), claims, reader);
    orders = new PostgresOrders(database, ledger, seals);
    accounts = new PostgresAccounts(database);
    sessions = new PostgresSessions(database);
    acts = new PostgresActs(database, seals);
    idempotencyKeys = claims;
    outbox = new PostgresOutbox(database);
    tiers = new PostgresTiers(database);
    exchangeRates = new PostgresExchangeRates(database);
    markupRules = new PostgresMarkupRules(database, ledger);
    webhooks = new PostgresWebhooks(database, seals);
    verifications = new PostgresVerifications(database, seals, claims);
    fraudLists = new PostgresFraudLists(database, seals);
    turns = new PostgresTurns(database);
    retention = new PostgresRetention(database);
    queues = new PostgresQueues(database);
    ids = new PostgresIds(database);
  }

  /** {@link #open(DataSource, Ledger, Keyring, PostgresSettings) Opens} with standard settings. */
  public static PostgresStorage open(DataSource source, Ledger ledger, Keyring keyring) {
    return open(source, ledger, keyring, PostgresSettings.STANDARD);
  }

  /**
   * Brings the database's tables up to this version, then opens it. Several nodes may do so at
   * once.
   *
   * @param source lends at least two connections, in autocommit; stays the caller's to close
   * @throws IllegalStateException when the database keeps its money in another currency
   */
  public static PostgresStorage open(
      DataSource source, Ledger ledger, Keyring keyring, PostgresSettings settings) {
    Migration.run(source);
    var database = Database.of(source, settings.connections());
    Migration.requireLedger(database, ledger);
    return new PostgresStorage(database, ledger, keyring);
  }

  @Override
  public CommitResult commit(Change change) {
    return commits.commit(change);
  }

  @Override
  public Orders orders() {
    return orders;
  }

  @Override
  public Wallets wallets() {
    return wallets;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public Acts acts() {
    return acts;
  }

  @Override
  public IdempotencyKeys idempotencyKeys() {
    return idempotencyKeys;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Tiers tiers() {
    return tiers;
  }

  @Override
  public ExchangeRates exchangeRates() {
    return exchangeRates;
  }

  @Override
  public MarkupRules markupRules() {
    return markupRules;
  }

  @Override
  public Webhooks webhooks() {
    return webhooks;
  }

  @Override
  public Verifications verifications() {
    return verifications;
  }

  @Override
  public FraudLists fraudLists() {
    return fraudLists;
  }

  @Override
  public Turns turns() {
    return turns;
  }

  @Override
  public Retention retention() {
    return retention;
  }

  @Override
  public Queues queues() {
    return queues;
  }

  @Override
  public IdSource ids() {
    return ids;
  }
}
