package dev.codeport.application.order;

import dev.codeport.domain.account.Accounts;
import dev.codeport.domain.catalog.Tiers;
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
import java.util.Random;

/**
 * A storage whose process dies now and then, just before or just after a commit: for whoever
 * called, both look the same.
 */
final class FaultyStorage implements Storage {
  private final Storage behind;
  private final Random random;
  private volatile int percent;
  private int deaths;

  FaultyStorage(Storage behind, long seed) {
    this.behind = behind;
    this.random = new Random(seed);
  }

  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;

    Died() {
      super("the process died", null, false, false);
    }
  }

  synchronized void dying(int percentOfCommits) {
    percent = percentOfCommits;
  }

  synchronized int deaths() {
    return deaths;
  }

  @Override
  public CommitResult commit(Change change) {
    if (dies()) {
      throw new Died();
    }
    var result = behind.commit(change);
    if (dies()) {
      throw new Died();
    }
    return result;
  }

  private synchronized boolean dies() {
    var dies = percent > 0 && random.nextInt(200) < percent;
    deaths += dies ? 1 : 0;
    return dies;
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
