package dev.codeport.http.facade.smscode;

import dev.codeport.application.webhook.ConfigureWebhook;
import dev.codeport.application.webhook.TestWebhook;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Json;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the caller's events go; the same on both versions. */
final class WebhookEndpoints {
  private static final int LONGEST_URL = 2048;
  private static final int LONGEST_SECRET = 256;

  private final ConfigureWebhook settings;
  private final TestWebhook test;
  private final InstantSource clock;

  WebhookEndpoints(ConfigureWebhook settings, TestWebhook test, InstantSource clock) {
    this.settings = settings;
    this.test = test;
    this.clock = clock;
  }

  Reply get(Caller caller, Request request) {
    return Envelope.ok(WebhookView.of(settings.webhook(caller.account())));
  }

  Reply update(Caller caller, Request request) {
    var fields = Fields.closed(request.body(), Set.of("webhook_url", "webhook_secret"));
    var url = fields.optionalText("webhook_url", LONGEST_URL);
    var secret = fields.optionalText("webhook_secret", LONGEST_SECRET);
    if (url.isEmpty() && secret.isEmpty()) {
      throw new BadInput("webhook_url", "or webhook_secret is required");
    }
    return switch (settings.configureWebhook(caller.account(), url, secret)) {
      case ConfigureWebhook.Saved saved -> Envelope.ok(WebhookView.of(saved.settings()));
      case ConfigureWebhook.Refused refused -> Envelope.invalid(refused.field(), refused.reason());
    };
  }

  Reply test(Caller caller, Request request) {
    var event =
        new TestEvent("webhook.test", Wire.time(clock.instant()), new TestText("test event"));
    return switch (test.testWebhook(caller.account(), Json.write(event))) {
      case TestWebhook.Answered answered -> Envelope.ok(new TestedView(answered.status()));
      case TestWebhook.NoAddress none -> Envelope.invalid("webhook_url", "is not set");
      case TestWebhook.Unreachable unreachable ->
          Envelope.invalid("webhook_url", "could not be reached: " + unreachable.reason());
      case TestWebhook.TooOften often ->
          Envelope.error(ErrorCode.RATE_LIMIT_EXCEEDED, "The webhook was tested too often.")
              .retryAfter(often.retryAfter());
    };
  }

  record WebhookView(
      @Nullable String webhookUrl,
      @Nullable String webhookSecret,
      @Nullable String webhookDisabledAt,
      @Nullable String webhookDisabledReason,
      int webhookConsecutiveFailures) {
    static WebhookView of(WebhookSettings settings) {
      return new WebhookView(
          settings.url().orElse(null),
          settings.secret().map(Secret::reveal).orElse(null),
          Wire.time(settings.disabledAt()),
          settings.disabledReason().orElse(null),
          settings.failures());
    }
  }

  record TestEvent(String event, String timestamp, TestText data) {}

  record TestText(String message) {}

  record TestedView(int statusCode) {}
}
