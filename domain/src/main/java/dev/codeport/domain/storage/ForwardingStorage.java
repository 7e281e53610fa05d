package dev.codeport.domain.storage;

import dev.codeport.domain.account.Accounts;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.account.Sessions;
import dev.codeport.domain.catalog.Tiers;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.fraud.FraudLists;
import dev.codeport.domain.id.IdSource;
import dev.codeport.domain.idempotency.IdempotencyKeys;
import dev.codeport.domain.money.ExchangeRates;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pricing.MarkupRules;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.domain.webhook.Webhooks;

/** Hands everything on; for a storage that does one thing otherwise than the one behind it. */
public abstract class ForwardingStorage implements Storage {
  private final Storage behind;

  protected ForwardingStorage(Storage behind) {
    this.behind = behind;
  }

  @Override
  public CommitResult commit(Change change) {
    return behind.commit(change);
  }

  @Override
  public Orders orders() {
    return behind.orders();
  }

  @Override
  public Wallets wallets() {
    return behind.wallets();
  }

  @Override
  public Accounts accounts() {
    return behind.accounts();
  }

  @Override
  public Sessions sessions() {
    return behind.sessions();
  }

  @Override
  public Acts acts() {
    return behind.acts();
  }

  @Override
  public IdempotencyKeys idempotencyKeys() {
    return behind.idempotencyKeys();
  }

  @Override
  public Outbox outbox() {
    return behind.outbox();
  }

  @Override
  public Tiers tiers() {
    return behind.tiers();
  }

  @Override
  public ExchangeRates exchangeRates() {
    return behind.exchangeRates();
  }

  @Override
  public MarkupRules markupRules() {
    return behind.markupRules();
  }

  @Override
  public Webhooks webhooks() {
    return behind.webhooks();
  }

  @Override
  public Verifications verifications() {
    return behind.verifications();
  }

  @Override
  public FraudLists fraudLists() {
    return behind.fraudLists();
  }

  @Override
  public Queues queues() {
    return behind.queues();
  }

  @Override
  public Retention retention() {
    return behind.retention();
  }

  @Override
  public Turns turns() {
    return behind.turns();
  }

  @Override
  public IdSource ids() {
    return behind.ids();
  }
}
