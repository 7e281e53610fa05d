package dev.codeport.memory;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.domain.webhook.Webhooks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryWebhooks implements Webhooks {
  private final Map<AccountId, WebhookSettings> byAccount = new ConcurrentHashMap<>();

  @Override
  public WebhookSettings settings(AccountId account) {
    return byAccount.getOrDefault(account, WebhookSettings.NONE);
  }

  @Override
  public void put(AccountId account, WebhookSettings settings) {
    byAccount.put(account, settings);
  }
}
