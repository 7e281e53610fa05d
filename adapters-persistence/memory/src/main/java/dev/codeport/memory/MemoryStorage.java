package dev.codeport.memory;

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
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Queues;
import dev.codeport.domain.storage.Retention;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.storage.Turns;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.domain.webhook.Webhooks;

/** A whole {@link Storage} that is gone when the process ends. Safe for many threads. */
public final class MemoryStorage implements Storage {
  private final Tables tables;
  private final Orders orders;
  private final Wallets wallets;
  private final Accounts accounts;
  private final Sessions sessions = new MemorySessions();
  private final Acts acts = new MemoryActs();
  private final IdempotencyKeys idempotencyKeys;
  private final Outbox outbox;
  private final MemoryTiers tiers = new MemoryTiers();
  private final ExchangeRates exchangeRates = new MemoryExchangeRates();
  private final MarkupRules markupRules = new MemoryMarkupRules();
  private final Webhooks webhooks;
  private final Verifications verifications;
  private final FraudLists fraudLists = new MemoryFraudLists();
  private final Retention retention;
  private final Queues queues;
  private final Turns turns = new MemoryTurns();
  private final IdSource ids = new MemoryIds();

  public MemoryStorage(Ledger ledger) {
    tables = new Tables(ledger.currency());
    orders = new MemoryOrders(tables, tiers);
    wallets = new MemoryWallets(tables);
    accounts = new MemoryAccounts(tables);
    webhooks = new MemoryWebhooks(tables);
    idempotencyKeys = (account, key) -> tables.locked(() -> tables.claim(account, key));
    outbox = new MemoryOutbox(tables);
    verifications = new MemoryVerifications(tables);
    retention = new MemoryRetention(tables);
    queues = new MemoryQueues(tables);
  }

  @Override
  public CommitResult commit(Change change) {
    return tables.locked(() -> new Commit(tables, change).run());
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
  public Retention retention() {
    return retention;
  }

  @Override
  public Queues queues() {
    return queues;
  }

  @Override
  public Turns turns() {
    return turns;
  }

  @Override
  public IdSource ids() {
    return ids;
  }
}
