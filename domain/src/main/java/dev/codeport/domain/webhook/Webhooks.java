package dev.codeport.domain.webhook;

import dev.codeport.domain.id.AccountId;

/**
 * Where events are sent, and how that went.
 *
 * <p>An account's SMSCode webhook is kept as settings, of which the last put counts; once it has an
 * address it is an {@link Endpoint} like the others.
 */
public interface Webhooks extends Endpoints, Deliveries {
  WebhookSettings settings(AccountId account);

  void put(AccountId account, WebhookSettings settings);
}
