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

/**
 * The truth. A {@link Change} is committed whole or not at all, durably, by one call; nobody ever
 * holds a transaction open, but {@link Acts#written} while a change of the operator's is made.
 * Every read sees every change committed before it began.
 *
 * <p>What must never happen is refused here, whoever asks: an available balance below zero, a
 * second claim of a key, a state written over a newer one, a message stored twice, one lease for
 * two orders, a second hold, or a second capture or release, of one order.
 *
 * <p>A store that cannot be reached throws; whether a commit took effect is then unknown, and the
 * caller must find out by reading.
 */
public interface Storage {
  CommitResult commit(Change change);

  Orders orders();

  Wallets wallets();

  Accounts accounts();

  Sessions sessions();

  Acts acts();

  IdempotencyKeys idempotencyKeys();

  Outbox outbox();

  Tiers tiers();

  ExchangeRates exchangeRates();

  MarkupRules markupRules();

  Webhooks webhooks();

  /** They have commits of their own: no money moves with them. */
  Verifications verifications();

  FraudLists fraudLists();

  Turns turns();

  Retention retention();

  Queues queues();

  IdSource ids();
}
