package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.Webhooks;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where an account wants its events sent. */
public interface ConfigureWebhook {
  WebhookSettings webhook(AccountId account);

  /**
   * Changes what is present; a text that is empty clears. A first address without a secret gets one
   * made. Any change starts the failure count anew and enables sending again.
   *
   * @param url https, at most 2048 characters
   * @param secret at most 256 characters
   */
  Result configureWebhook(AccountId account, Optional<String> url, Optional<String> secret);

  static ConfigureWebhook over(
      Webhooks webhooks,
      WebhookTransport transport,
      RateLimiter limiter,
      Limit tests,
      RandomGenerator random) {
    return new WebhookService(webhooks, transport, limiter, tests, random);
  }

  sealed interface Result {}

  record Saved(WebhookSettings settings) implements Result {}

  record Refused(String field, String reason) implements Result {}
}
