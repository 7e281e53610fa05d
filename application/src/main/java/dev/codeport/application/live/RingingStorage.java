package dev.codeport.application.live;

import dev.codeport.domain.account.Accounts;
import dev.codeport.domain.catalog.Tiers;
import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.fraud.FraudLists;
import dev.codeport.domain.id.IdSource;
import dev.codeport.domain.idempotency.IdempotencyKeys;
import dev.codeport.domain.money.ExchangeRates;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pricing.MarkupRules;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Retention;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.storage.Turns;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.domain.webhook.Webhooks;

/** A storage that rings the doorbell after every commit that brought events. */
public final class RingingStorage implements Storage {
  private final Storage behind;
  private final Doorbell doorbell;

  public RingingStorage(Storage behind, Doorbell doorbell) {
    this.behind = behind;
    this.doorbell = doorbell;
  }

  @Override
  public CommitResult commit(Change change) {
    var result = behind.commit(change);
    if (result instanceof CommitResult.Committed && !change.events().isEmpty()) {
      doorbell.ring(change.account());
    }
    return result;
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
