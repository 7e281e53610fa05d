package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.WebhookBodies;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.WebhookTransport.Outcome;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

final class EndpointTester implements TestEndpoint {
  private static final int RANDOM_BYTES = 12;

  private final Webhooks webhooks;
  private final WebhookTransport transport;
  private final WebhookBodies bodies;
  private final RateLimiter limiter;
  private final Limit tests;
  private final InstantSource clock;
  private final RandomGenerator random;

  EndpointTester(
      Webhooks webhooks,
      WebhookTransport transport,
      WebhookBodies bodies,
      RateLimiter limiter,
      Limit tests,
      InstantSource clock,
      RandomGenerator random) {
    this.webhooks = webhooks;
    this.transport = transport;
    this.bodies = bodies;
    this.limiter = limiter;
    this.tests = tests;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Result testEndpoint(AccountId account, EndpointId id) {
    var endpoint = webhooks.endpoint(account, id);
    if (endpoint.isEmpty()) {
      return new NoSuchEndpoint();
    }
    return limiter.take(tests, LimitKey.of("webhook-test", account.toString()))
            instanceof Decision.Denied denied
        ? new TooOften(denied.retryAfter())
        : test(endpoint.get());
  }

  private Result test(Endpoint endpoint) {
    var now = clock.instant();
    var body = bodies.test(endpoint.style(), now);
    var headers = Stamp.headers(endpoint, messageId(), now, body);
    var began = System.nanoTime();
    return switch (transport.post(endpoint.url(), headers, body)) {
      case Outcome.Answered answered ->
          new Answered(
              answered.status(), Duration.ofNanos(System.nanoTime() - began), answered.beginning());
      case Outcome.Unreachable unreachable -> new Unreachable(unreachable.reason());
      case Outcome.Forbidden forbidden -> new Unreachable("the address " + forbidden.reason());
    };
  }

  private String messageId() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return "msg_test_" + HexFormat.of().formatHex(bytes);
  }
}
