package dev.codeport.domain.webhook;

import dev.codeport.domain.id.AccountId;

/** Keeps each account's webhook settings; the last one put counts. */
public interface Webhooks {
  WebhookSettings settings(AccountId account);

  void put(AccountId account, WebhookSettings settings);
}
