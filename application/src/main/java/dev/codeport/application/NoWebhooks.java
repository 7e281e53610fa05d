package dev.codeport.application;

import dev.codeport.domain.webhook.News;
import dev.codeport.domain.webhook.Style;
import dev.codeport.domain.webhook.WebhookBodies;
import dev.codeport.domain.webhook.WebhookTransport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** For a deployment that sends no webhooks: every address is refused. */
final class NoWebhooks implements WebhookTransport, WebhookBodies {
  private static final byte[] NOTHING = {};
  private static final String REASON = "this service sends no webhooks";

  @Override
  public Optional<String> refusal(String url) {
    return Optional.of(REASON);
  }

  @Override
  public Outcome post(String url, Map<String, String> headers, byte[] body) {
    return new Outcome.Forbidden(REASON);
  }

  @Override
  public byte[] body(Style style, News news) {
    return NOTHING;
  }

  @Override
  public byte[] test(Style style, Instant now) {
    return NOTHING;
  }
}
