package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.WebhookBodies;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Sends an endpoint something to try it, signed as every event is, and waits for the answer. */
public interface TestEndpoint {
  /** Also when it is paused or disabled; counts neither for nor against it. */
  Result testEndpoint(AccountId account, EndpointId id);

  static TestEndpoint over(
      Webhooks webhooks,
      WebhookTransport transport,
      WebhookBodies bodies,
      RateLimiter limiter,
      Limit tests,
      InstantSource clock,
      RandomGenerator random) {
    return new EndpointTester(webhooks, transport, bodies, limiter, tests, clock, random);
  }

  sealed interface Result {}

  /**
   * @param status whatever it is
   * @param beginning how the answer began, at most 512 bytes of it
   */
  record Answered(int status, Duration took, String beginning) implements Result {}

  record Unreachable(String reason) implements Result {}

  record NoSuchEndpoint() implements Result {}

  record TooOften(Duration retryAfter) implements Result {}
}
