package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Webhooks;
import java.time.InstantSource;

/** Sends events once more, under the ids they had. */
public interface RedeliverWebhook {
  /** As many as one call begins anew. */
  int MOST_AT_ONCE = 1000;

  /**
   * Events numbered {@code from} to {@code to} that the endpoint hears of; also such as were before
   * it. What is on its way at this moment is left alone.
   *
   * @param failedOnly only those that were given up
   */
  Result redeliver(AccountId account, EndpointId endpoint, long from, long to, boolean failedOnly);

  static RedeliverWebhook over(Webhooks webhooks, InstantSource clock) {
    return (account, id, from, to, failedOnly) ->
        webhooks
            .endpoint(account, id)
            .map(
                endpoint ->
                    webhooks.redeliver(
                        endpoint, from, to, failedOnly, MOST_AT_ONCE, clock.instant()))
            .<Result>map(Begun::new)
            .orElseGet(NoSuchEndpoint::new);
  }

  sealed interface Result {}

  /**
   * @param deliveries how many; when they are as many as may be at once there may be more
   */
  record Begun(int deliveries) implements Result {}

  record NoSuchEndpoint() implements Result {}
}
