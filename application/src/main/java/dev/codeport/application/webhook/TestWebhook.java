package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Sends one event to the account's address, signed as every event is. */
public interface TestWebhook {
  /**
   * @param body the event as JSON
   */
  Result testWebhook(AccountId account, byte[] body);

  static TestWebhook over(
      Webhooks webhooks,
      WebhookTransport transport,
      RateLimiter limiter,
      Limit tests,
      RandomGenerator random) {
    return new WebhookService(webhooks, transport, limiter, tests, random);
  }

  sealed interface Result {}

  /** It answered so; any status is a success of the test. */
  record Answered(int status) implements Result {}

  record NoAddress() implements Result {}

  record Unreachable(String reason) implements Result {}

  record TooOften(Duration retryAfter) implements Result {}
}
