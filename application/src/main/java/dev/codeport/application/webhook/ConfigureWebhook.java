package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.WebhookSettings;
import java.util.Optional;

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

  sealed interface Result {}

  record Saved(WebhookSettings settings) implements Result {}

  record Refused(String field, String reason) implements Result {}
}
