package dev.codeport.http.webhook;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.webhook.News;
import dev.codeport.domain.webhook.Style;
import dev.codeport.domain.webhook.WebhookBodies;
import dev.codeport.http.facade.smscode.SmsCodeNews;
import java.time.Instant;

/** Words webhooks as JSON, each style in its own words. */
public final class JsonWebhookBodies implements WebhookBodies {
  private final SmsCodeNews smscode;
  private final StandardNews standard;

  public JsonWebhookBodies(Atlas atlas) {
    this.smscode = new SmsCodeNews(atlas);
    this.standard = new StandardNews(atlas);
  }

  @Override
  public byte[] body(Style style, News news) {
    return switch (style) {
      case SMSCODE -> smscode.body(news);
      case STANDARD -> standard.body(news);
    };
  }

  @Override
  public byte[] test(Style style, Instant now) {
    return switch (style) {
      case SMSCODE -> smscode.test(now);
      case STANDARD -> standard.test(now);
    };
  }
}
