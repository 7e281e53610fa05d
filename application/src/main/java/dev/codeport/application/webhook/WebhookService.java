package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Signature;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.Webhooks;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class WebhookService implements ConfigureWebhook, TestWebhook {
  private static final int LONGEST_URL = 2048;
  private static final int LONGEST_SECRET = 256;
  private static final int MADE_SECRET_BYTES = 32;

  private final Webhooks webhooks;
  private final WebhookTransport transport;
  private final RateLimiter limiter;
  private final Limit tests;
  private final RandomGenerator random;

  WebhookService(
      Webhooks webhooks,
      WebhookTransport transport,
      RateLimiter limiter,
      Limit tests,
      RandomGenerator random) {
    this.webhooks = webhooks;
    this.transport = transport;
    this.limiter = limiter;
    this.tests = tests;
    this.random = random;
  }

  @Override
  public WebhookSettings webhook(AccountId account) {
    return webhooks.settings(account);
  }

  @Override
  public ConfigureWebhook.Result configureWebhook(
      AccountId account, Optional<String> url, Optional<String> secret) {
    var refused = refuseUrl(url).or(() -> refuseSecret(secret));
    if (refused.isPresent()) {
      return refused.get();
    }
    var before = webhooks.settings(account);
    var newUrl = url.isPresent() ? url.filter(text -> !text.isEmpty()) : before.url();
    var newSecret =
        secret.isPresent()
            ? secret.filter(text -> !text.isEmpty()).map(Secret::of)
            : before.secret().or(() -> url.filter(text -> !text.isEmpty()).map(u -> makeSecret()));
    var after = WebhookSettings.of(newUrl, newSecret);
    webhooks.put(account, after);
    return new Saved(after);
  }

  @Override
  public TestWebhook.Result testWebhook(AccountId account, byte[] body) {
    var settings = webhooks.settings(account);
    if (settings.url().isEmpty()) {
      return new NoAddress();
    }
    if (limiter.take(tests, LimitKey.of("webhook-test", account.toString()))
        instanceof Decision.Denied denied) {
      return new TooOften(denied.retryAfter());
    }
    return switch (transport.post(settings.url().get(), headers(settings, body), body)) {
      case WebhookTransport.Outcome.Answered answered -> new Answered(answered.status());
      case WebhookTransport.Outcome.Unreachable unreachable ->
          new Unreachable(unreachable.reason());
      case WebhookTransport.Outcome.Forbidden forbidden -> new Unreachable(forbidden.reason());
    };
  }

  private static Map<String, String> headers(WebhookSettings settings, byte[] body) {
    return settings.secret().map(secret -> Signature.smscode(secret, body)).orElse(Map.of());
  }

  private Optional<Refused> refuseUrl(Optional<String> url) {
    return url.filter(text -> !text.isEmpty())
        .flatMap(
            text ->
                text.length() > LONGEST_URL
                    ? Optional.of("has more than " + LONGEST_URL + " characters")
                    : transport.refusal(text))
        .map(reason -> new Refused("webhook_url", reason));
  }

  private static Optional<Refused> refuseSecret(Optional<String> secret) {
    return secret
        .filter(text -> text.length() > LONGEST_SECRET)
        .map(text -> "has more than " + LONGEST_SECRET + " characters")
        .map(reason -> new Refused("webhook_secret", reason));
  }

  private Secret makeSecret() {
    var bytes = new byte[MADE_SECRET_BYTES];
    random.nextBytes(bytes);
    return Secret.of(HexFormat.of().formatHex(bytes));
  }
}
